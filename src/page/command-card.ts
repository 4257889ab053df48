import type { CommandLine, Prospect } from '@/memory/commands/command';
import type { ShownCommand } from '@/page/command';
import { commandStyle } from '@/page/command-style';
import type { CommandTexts } from '@/page/command-texts';
import { element } from '@/page/element';

export interface CommandActs {
  onForget(): void;
  onUndo(): void;
  /** The user wants to see all memories. */
  onOpen(): void;
  onClose(): void;
}

export interface CommandCard {
  draw(shown: ShownCommand | undefined): void;
  /** Puts the focus on the first thing that can be done. */
  focus(): void;
}

/**
 * What a command in the composer would do, or has done, as a card in the offer's shadow root. It comes by itself, so it
 * takes neither focus nor keys.
 */
export function commandCard(root: ShadowRoot, texts: CommandTexts, acts: CommandActs): CommandCard {
  const style = document.createElement('style');
  style.textContent = commandStyle;
  const card = element('section', 'command');
  card.setAttribute('aria-label', texts.label);
  // It is there before its words are: only what changes in a live region is read out.
  const says = element('p', 'command-says');
  says.setAttribute('role', 'status');
  const list = element('div', 'command-list');
  const buttons = element('div', 'command-acts');
  card.append(says, list, buttons);
  card.hidden = true;
  // The root's own listener closes the panel.
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    acts.onClose();
  });
  root.append(style, card);
  let drawn = '';

  function draw(shown: ShownCommand | undefined): void {
    const next = shown ? JSON.stringify(shown) : '';
    if (next === drawn) return;
    drawn = next;
    card.hidden = !shown;
    const held = root.activeElement instanceof HTMLElement && card.contains(root.activeElement);
    const sentence = shown ? sentenceOf(shown) : '';
    if (says.textContent !== sentence) says.textContent = sentence;
    list.replaceChildren(...(shown?.is === 'prospect' ? listOf(shown.prospect) : []));
    list.hidden = list.childElementCount === 0;
    // What may be longer than its room is scrolled with the arrow keys.
    if (list.childElementCount > 0) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
    buttons.replaceChildren(...(shown ? buttonsOf(shown) : []));
    if (held) focus();
  }

  function sentenceOf(shown: ShownCommand): string {
    if (shown.is === 'prospect') return texts.prospect(shown.prospect);
    return shown.is === 'done' ? texts.done(shown.done) : texts.undone;
  }

  function listOf(prospect: Prospect): HTMLElement[] {
    switch (prospect.do) {
      case 'remember':
      case 'update':
        return linesOf(prospect.texts);
      case 'forget':
      case 'unuse':
        return linesOf(prospect.memories.map(({ text }) => text));
      case 'tell':
        return profileOf(prospect);
      case 'ignore':
        return [];
    }
  }

  function profileOf({ parts, total }: Extract<Prospect, { do: 'tell' }>): HTMLElement[] {
    const shown = parts.reduce((sum, { memories }) => sum + memories.length, 0);
    const lines = parts.flatMap(({ part, memories }) => [
      element('p', 'command-part', texts.part[part]),
      ...linesOf(memories.map(({ text }: CommandLine) => text)),
    ]);
    return total > shown ? [...lines, element('p', 'command-more', texts.more(total - shown))] : lines;
  }

  function buttonsOf(shown: ShownCommand): HTMLElement[] {
    const close = button(texts.close, acts.onClose);
    if (shown.is === 'undone') return [close];
    if (shown.is === 'done') return [close, button(texts.undo, acts.onUndo)];
    const { prospect } = shown;
    if (prospect.do === 'tell') return [close, button(texts.open, acts.onOpen)];
    if (prospect.do !== 'forget') return [close];
    const { length } = prospect.memories;
    return length === 0
      ? [close, button(texts.open, acts.onOpen)]
      : [close, button(texts.forget(length), acts.onForget)];
  }

  function focus(): void {
    const inside = [...buttons.querySelectorAll('button')];
    inside.at(-1)?.focus();
  }

  return { draw, focus };
}

function linesOf(texts: readonly string[]): HTMLElement[] {
  if (texts.length === 0) return [];
  const lines = document.createElement('ul');
  lines.append(...texts.map((text) => element('li', '', text)));
  return [lines];
}

/** Only the user's own press counts. */
function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'act';
  made.textContent = text;
  made.addEventListener('click', (event) => event.isTrusted && onPress());
  return made;
}
