import type { Recall, RecalledMemory } from '@/memory/recall/types';
import type { MemoryId } from '@/memory/types';
import type { Thumb } from '@/page/choice';
import { type CommandActs, type CommandCard, commandCard } from '@/page/command-card';
import { element } from '@/page/element';
import { offerStyle } from '@/page/offer-style';
import { caret, glyph, thumbPicture } from '@/page/pictures';
import type { Offered } from '@/page/recall';
import { type SolvedCard, solvedCard } from '@/page/solved-card';
import type { OfferTexts } from '@/page/texts';

export const shownAtMost = 5;

export interface OfferActs {
  onToggle(): void;
  onAdd(): void;
  onTick(id: MemoryId, isTicked: boolean): void;
  onRate(id: MemoryId, thumb: Thumb): void;
  onDismiss(): void;
  onEscape(): void;
  onDismissSolved(): void;
  command: CommandActs;
}

export interface OfferView {
  host: HTMLElement;
  pill: HTMLButtonElement;
  card: SolvedCard;
  command: CommandCard;
  /** Draws what was recalled. */
  draw(recall: Recall, isOpen: boolean): void;
  /** Marks in what is drawn what the user makes of it; nothing loses the focus. */
  mark(offered: Offered): void;
}

/** What of the panel changes while it is open. */
interface Drawn {
  lines: { id: MemoryId; mark(offered: Offered): void }[];
  tokens: HTMLElement;
  add: HTMLButtonElement | undefined;
}

/** The elements of the offer, in a closed shadow root that neither the site's styles nor its scripts reach into. */
export function offerView(texts: OfferTexts, acts: OfferActs): OfferView {
  const host = document.createElement('throughline-offer');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = offerStyle;
  const pill = button('pill', acts.onToggle);
  pill.setAttribute('aria-haspopup', 'dialog');
  pill.setAttribute('aria-controls', 'panel');
  pill.setAttribute('aria-keyshortcuts', 'Alt+M');
  pill.title = `${texts.label} (Alt+M)`;
  const count = element('span', '');
  // Read out when it appears and when its number changes; focus stays where it is.
  count.setAttribute('role', 'status');
  pill.append(glyph(), count, caret());
  let drawn: Drawn | undefined;
  const offer = element('div', 'offer');
  offer.append(pill);
  root.append(style, offer);
  const card = solvedCard(root, texts.solved, acts.onDismissSolved);
  const command = commandCard(root, texts.command, acts.command);

  // The pill must not take the focus from the composer, and pages listen for keys everywhere.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape')
        acts.onEscape();
    });
  }

  function draw(recall: Recall, isOpen: boolean): void {
    pill.setAttribute('aria-expanded', `${isOpen}`);
    const held = root.activeElement instanceof HTMLElement ? root.activeElement.dataset.part : undefined;
    // The pill stays where it is in the tree, or it would lose the focus.
    while (pill.nextSibling) pill.nextSibling.remove();
    drawn = undefined;
    if (isOpen) offer.append(panel(recall));
    if (isOpen && held) focusPart(held);
  }

  /** A panel that is drawn anew under somebody's keys keeps their place in it. */
  function focusPart(part: string): void {
    const parts = [...offer.querySelectorAll<HTMLElement>('[data-part]')];
    (parts.find(({ dataset }) => dataset.part === part) ?? pill).focus();
  }

  function mark(offered: Offered): void {
    const { recall, chosen, unticked } = offered;
    const ticked = recall.memories.filter(({ id }) => !unticked.has(id));
    write(count, texts.count(ticked));
    if (!drawn) return;
    for (const { mark: markLine } of drawn.lines) markLine(offered);
    // While a block is on its way, the last number stands.
    if (chosen) write(drawn.tokens, texts.tokens(chosen.tokens));
    else if (ticked.length === 0) write(drawn.tokens, '');
    if (drawn.add) drawn.add.disabled = !chosen;
  }

  function panel({ memories, injection }: Recall): HTMLElement {
    const box = element('div', 'panel');
    box.id = 'panel';
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', texts.label);
    const list = document.createElement('ul');
    const lines = memories.slice(0, shownAtMost).map((memory, index) => memoryLine(memory, index));
    list.append(...lines.map(({ item }) => item));
    box.append(list);
    const hidden = memories.length - shownAtMost;
    if (hidden > 0) box.append(element('p', 'more', texts.more(hidden)));
    const buttons = element('div', 'acts');
    const tokens = element('span', 'tokens');
    const dismiss = button('act', acts.onDismiss, texts.dismiss);
    dismiss.dataset.part = 'dismiss';
    buttons.append(tokens, dismiss);
    const add = injection === 'ask' ? button('act main', acts.onAdd, texts.add) : undefined;
    if (add) {
      add.dataset.part = 'add';
      buttons.append(add);
    }
    box.append(buttons);
    drawn = { lines, tokens, add };
    return box;
  }

  function memoryLine({ id, kind, text }: RecalledMemory, index: number) {
    const item = document.createElement('li');
    const label = element('label', 'memory');
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.dataset.part = `tick ${id}`;
    tick.addEventListener('change', () => acts.onTick(id, tick.checked));
    const words = element('span', 'words');
    words.append(element('span', 'kind', texts.kind(kind)), element('span', 'text', text));
    label.append(tick, words);
    const reason = element('span', 'reason');
    reason.id = `reason-${index}`;
    tick.setAttribute('aria-describedby', reason.id);
    const thumbs = (['up', 'down'] as const).map((thumb) => ({ thumb, pressed: thumbButton(id, thumb) }));
    const second = element('div', 'second');
    second.append(reason, ...thumbs.map(({ pressed }) => pressed));
    item.append(label, second);

    function markLine({ recall, unticked, rated }: Offered): void {
      tick.checked = !unticked.has(id);
      const reasons = recall.memories.find((memory) => memory.id === id)?.reasons ?? [];
      write(reason, texts.reasons(reasons));
      for (const { thumb, pressed } of thumbs) {
        pressed.setAttribute('aria-pressed', `${rated.get(id) === thumb}`);
        // One opinion for a prompt; a disabled button would drop the focus.
        pressed.setAttribute('aria-disabled', `${rated.has(id)}`);
      }
    }
    return { id, item, mark: markLine };
  }

  function thumbButton(id: MemoryId, thumb: Thumb): HTMLButtonElement {
    const made = button('thumb', () => {
      if (made.getAttribute('aria-disabled') !== 'true') acts.onRate(id, thumb);
    });
    made.dataset.part = `${thumb} ${id}`;
    made.append(thumbPicture(thumb));
    made.title = texts.thumb(thumb);
    made.setAttribute('aria-label', made.title);
    return made;
  }

  return { host, pill, card, command, draw, mark };
}

/** Only where it says something else: what is announced is announced once. */
function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

function button(className: string, onClick: () => void, text = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}
