// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { CommandDone, Prospect } from '@/memory/commands/command';
import type { Recall } from '@/memory/recall/types';
import { followCommands, type ShownCommand } from '@/page/command';
import { commandCard } from '@/page/command-card';
import { commandTexts } from '@/page/command-texts';
import { byUser, fakeSite } from './fake-page';

const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;
const texts = commandTexts((key, value = '') => (messages[key]?.message ?? '').replace('$1', value));

const forget: Prospect = {
  do: 'forget',
  memories: [
    { id: 'cello', text: 'I play the cello.' },
    { id: 'teacher', text: 'My cello teacher is Rui.' },
  ],
};
const tell: Prospect = {
  do: 'tell',
  parts: [{ part: 'facts', memories: [{ id: 'home', text: 'I live in Lisbon.' }] }],
  total: 3,
};

function openCard() {
  const did: string[] = [];
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  const root = host.attachShadow({ mode: 'open' });
  const card = commandCard(root, texts, {
    onForget: () => did.push('forget'),
    onUndo: () => did.push('undo'),
    onOpen: () => did.push('open'),
    onClose: () => did.push('close'),
  });
  const all = (css: string) => [...root.querySelectorAll<HTMLElement>(css)];
  const says = () => all('.command-says')[0]?.textContent;
  const buttons = () => all('button').map(({ textContent }) => textContent);
  const press = (text: string) =>
    all('button')
      .find(({ textContent }) => textContent === text)
      ?.dispatchEvent(byUser(new Event('click')));
  return { did, root, card, all, says, buttons, press };
}

describe('the card', () => {
  it.each<[ShownCommand, string, string[], string[]]>([
    [
      { is: 'prospect', prospect: { do: 'remember', texts: ['I play the cello.'] } },
      'Will be remembered when you send',
      ['I play the cello.'],
      ['Close'],
    ],
    [
      { is: 'prospect', prospect: { do: 'remember', texts: [] } },
      'Nothing here can be remembered',
      [],
      ['Close'],
    ],
    [
      { is: 'prospect', prospect: forget },
      'These 2 memories will be forgotten when you send',
      ['I play the cello.', 'My cello teacher is Rui.'],
      ['Close', 'Forget 2 memories'],
    ],
    [
      { is: 'prospect', prospect: { do: 'forget', memories: [] } },
      'No memory was found that this plainly means. Nothing will be forgotten.',
      [],
      ['Close', 'Open memories'],
    ],
    [
      { is: 'prospect', prospect: tell },
      'What is remembered about you. Nothing is sent.',
      ['Facts', 'I live in Lisbon.', 'and 2 more'],
      ['Close', 'Open memories'],
    ],
    [
      { is: 'prospect', prospect: { do: 'ignore' } },
      'Nothing is learned from this prompt and its answer',
      [],
      ['Close'],
    ],
    [
      { is: 'done', done: { do: 'forget', count: 2, entry: 'e' } },
      '2 memories forgotten',
      [],
      ['Close', 'Undo'],
    ],
    [{ is: 'undone' }, 'Taken back.', [], ['Close']],
  ])('%j', (shown, sentence, lines, expected) => {
    const { card, all, says, buttons } = openCard();
    card.draw(shown);
    expect(says()).toBe(sentence);
    expect(all('.command-list p, .command-list li').map(({ textContent }) => textContent)).toEqual(lines);
    expect(buttons()).toEqual(expected);
  });

  it('is read out when its sentence changes, and no more while the draft goes on', () => {
    const { card, all } = openCard();
    const [status] = all('[role="status"]');
    card.draw({ is: 'prospect', prospect: { do: 'remember', texts: ['I play.'] } });
    const words = status?.firstChild;
    card.draw({ is: 'prospect', prospect: { do: 'remember', texts: ['I play the cello.'] } });
    expect(status?.firstChild).toBe(words);
    expect(all('.command')[0]?.getAttribute('aria-label')).toBe('What this prompt asks of your memory');
  });

  it('keeps the focus among its buttons when the next thing can be done', () => {
    const { card, root } = openCard();
    card.draw({ is: 'prospect', prospect: forget });
    card.focus();
    expect(root.activeElement?.textContent).toBe('Forget 2 memories');
    card.draw({ is: 'done', done: { do: 'forget', count: 2, entry: 'e' } });
    expect(root.activeElement?.textContent).toBe('Undo');
  });

  it('does what the user presses, and nothing that a program presses', () => {
    const { card, did, all, press } = openCard();
    card.draw({ is: 'prospect', prospect: forget });
    for (const button of all('button')) button.click();
    expect(did).toEqual([]);
    press('Forget 2 memories');
    expect(did).toEqual(['forget']);
  });

  it('closes with Escape', () => {
    const { card, did, all } = openCard();
    card.draw({ is: 'prospect', prospect: tell });
    all('.command')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(did).toEqual(['close']);
  });
});

const ref = { site: 'fake', provisionalKey: 'key' };
const recalled: Recall = { injection: 'automatic', memories: [], block: 'block', tokens: 1, at: 0 };
const done: CommandDone = { do: 'forget', count: 2, entry: 'entry' };

function openDraft({ prospect = forget as Prospect | null, isTyped = true, refuses = false } = {}) {
  document.body.replaceChildren();
  const composer = document.body.appendChild(document.createElement('textarea'));
  const asked: string[] = [];
  const stop = new AbortController();
  const changed = vi.fn();
  const commands = followCommands({
    site: fakeSite(),
    engine: {
      recall: async ({ draft }) => {
        asked.push(`recall ${draft}`);
        return recalled;
      },
      capture: async ({ turns }) => ({ stored: turns.length }),
      command: async ({ draft }) => {
        asked.push(`command ${draft}`);
        return prospect;
      },
      forgetNow: async ({ draft, ids }) => {
        asked.push(`forget ${draft} ${ids}`);
        if (refuses) throw new Error('RefusedError');
        return done;
      },
      commandDone: async () => done,
      takeBack: async ({ entry }) => asked.push(`undo ${entry}`),
    },
    conversation: () => ref,
    isTyped: () => isTyped,
    onChange: changed,
    signal: stop.signal,
  });
  const write = (draft: string) => {
    composer.value = draft;
    return commands.recall({ conversation: ref, draft });
  };
  return { commands, asked, write, composer, changed, stop };
}

const draft = 'Forget that I play the cello';
const shownForget = { is: 'prospect', prospect: forget };
const shownDone = { is: 'done', done };

describe('a draft that is a command', () => {
  it('is answered with what it does, and with no memories', async () => {
    const { commands, write, asked } = openDraft();
    expect(await write('Which cello strings?')).toBe(recalled);
    expect(commands.shown()).toBeUndefined();
    expect(await write(draft)).toMatchObject({ memories: [], block: '' });
    expect(commands.isCommand()).toBe(true);
    expect(commands.shown()).toEqual(shownForget);
    expect(asked).toEqual(['recall Which cello strings?', `command ${draft}`]);
  });

  it('is an ordinary draft where its words were not typed', async () => {
    const { commands, write } = openDraft({ isTyped: false });
    expect(await write(draft)).toBe(recalled);
    expect(commands.isCommand()).toBe(false);
  });

  it('shows nothing for another command, nor once it was closed', async () => {
    const { commands, write, composer } = openDraft();
    await write(draft);
    composer.value = 'Remember that I play the cello';
    expect(commands.shown()).toBeUndefined();
    composer.value = draft;
    commands.dismiss();
    await write(`${draft}.`);
    expect(commands.shown()).toBeUndefined();
    await write('Forget about my ex');
    expect(commands.shown()).toEqual(shownForget);
  });

  it('forgets what is shown at once, and takes it back', async () => {
    const { commands, write, asked } = openDraft();
    await write(draft);
    await commands.forget();
    expect(commands.shown()).toEqual(shownDone);
    await commands.undo();
    expect(commands.shown()).toEqual({ is: 'undone' });
    expect(asked.slice(1)).toEqual([`forget ${draft} cello,teacher`, 'undo entry']);
    commands.dismiss();
    expect(commands.shown()).toBeUndefined();
  });

  it('shows nothing more where it means other memories by now', async () => {
    const { commands, write } = openDraft({ refuses: true });
    await write(draft);
    await commands.forget();
    expect(commands.shown()).toBeUndefined();
  });
});

describe('a command that was sent', () => {
  const turn = { key: 'k', role: 'user', text: draft, origin: 'typed' } as const;
  const turns = (more: object = {}) => ({
    conversation: ref,
    url: '',
    title: '',
    turns: [{ ...turn, ...more }],
  });

  it('shows what it did once its turn is kept, for a while', async () => {
    vi.useFakeTimers();
    const { commands, changed } = openDraft();
    await commands.capture(turns());
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    expect(commands.shown()).toEqual(shownDone);
    commands.clear();
    expect(commands.shown()).toEqual(shownDone);
    vi.advanceTimersByTime(60_000);
    expect(commands.shown()).toBeUndefined();
    vi.useRealTimers();
  });

  it.each([{ text: 'Which cello strings?' }, { role: 'assistant' }, { origin: 'pasted' }])(
    'not %j',
    async (more) => {
      const { commands, changed } = openDraft();
      await commands.capture(turns(more));
      await new Promise((resolve) => setTimeout(resolve));
      expect(changed).not.toHaveBeenCalled();
    },
  );
});
