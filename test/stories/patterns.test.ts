import { describe, expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import type { Memory } from '@/memory/types';
import { captured, freshName, type OpenEngine, openEngine, turn } from '../support/open-engine';

const inTypeScript = [
  'Write a parser for CSV files in TypeScript',
  'Can you write a debounce function in TypeScript please?',
  'Code a priority queue. Use TypeScript!',
  'In TypeScript, how do I type a reducer?',
  'Implement a small event bus in TypeScript',
  'Write a date picker in TypeScript',
  'Program a maze in TypeScript',
];

async function say(opened: OpenEngine, texts: readonly string[], from = 0, chat = 'chat') {
  for (const [index, text] of texts.entries()) {
    await opened.engine.capture(captured([text], { chat: `${chat}-${from + index}` }));
    await opened.engine.learn();
    opened.wait(3_600_000);
  }
}

async function offered({ store }: OpenEngine): Promise<Memory[]> {
  return store.memoriesByStatus('quarantined');
}
const textsOf = (memories: readonly Memory[]) => memories.map(({ text }) => text);

describe('what the user asks for again and again', () => {
  test('is offered when five conversations show it, and not before', async () => {
    const opened = await openEngine();
    await say(opened, inTypeScript.slice(0, 4));
    expect(await offered(opened)).toEqual([]);
    await say(opened, inTypeScript.slice(4, 5), 4);
    const [pattern, ...more] = await offered(opened);
    expect(more).toEqual([]);
    expect(pattern).toMatchObject({
      text: 'I usually prefer answers in TypeScript.',
      kind: 'preference',
      status: 'quarantined',
      reason: 'pattern',
      basis: 'inferred',
    });
    expect(opened.faults).toEqual([]);
  });

  test('quotes the exact words of the turns it was read off', async () => {
    const opened = await openEngine();
    await say(opened, inTypeScript);
    const [pattern] = await offered(opened);
    expect(pattern?.sources).toHaveLength(5);
    for (const source of pattern?.sources ?? []) {
      if (source.from !== 'turn') throw new Error('A pattern is of turns');
      expect((await opened.store.turn(source.turnId))?.text).toContain(source.quote);
    }
  });

  test('counts once in each conversation', async () => {
    const opened = await openEngine();
    await opened.engine.capture(captured(inTypeScript.map((text) => turn(text))));
    await opened.engine.learn();
    expect(await offered(opened)).toEqual([]);
  });

  test('is told by conversations from before a restart', async () => {
    const name = freshName();
    const before = await openEngine(name);
    await say(before, inTypeScript.slice(0, 4));
    before.close();
    const opened = await openEngine(name, { at: Date.UTC(2026, 10, 24) });
    await say(opened, inTypeScript.slice(4, 5), 4);
    expect(textsOf(await offered(opened))).toEqual(['I usually prefer answers in TypeScript.']);
  });

  test('becomes a memory by the user’s yes, and is not offered twice', async () => {
    const opened = await openEngine();
    await say(opened, [
      'shorter please',
      'Make it shorter',
      'shorter',
      'keep it short',
      'a bit shorter please',
    ]);
    const [pattern] = await offered(opened);
    expect(pattern).toMatchObject({ text: 'I usually prefer shorter answers.', kind: 'procedure' });
    await opened.engine.restore([pattern?.id ?? '']);
    expect(await opened.store.memory(pattern?.id ?? '')).toMatchObject({
      status: 'active',
      basis: 'confirmed',
    });
    await say(opened, ['shorter please', 'shorter!'], 9);
    expect(await offered(opened)).toEqual([]);
  });

  test.each([
    ['forgotten', (opened: OpenEngine, id: string) => opened.engine.forget([id])],
    ['archived', (opened: OpenEngine, id: string) => opened.engine.archive([id])],
  ])('is not offered again once it was %s, not even after years or a restart', async (_, reject) => {
    const name = freshName();
    const before = await openEngine(name);
    await say(before, inTypeScript.slice(0, 5));
    const [pattern] = await offered(before);
    await reject(before, pattern?.id ?? '');
    before.wait(takeBackMs + 1);
    await before.engine.tidy();
    await say(before, inTypeScript, 20);
    expect(await offered(before)).toEqual([]);
    before.close();

    const opened = await openEngine(name, { at: Date.UTC(2029, 1, 1) });
    await say(opened, inTypeScript, 40);
    expect(await offered(opened)).toEqual([]);
  });

  test('is not offered where a memory says it already', async () => {
    const opened = await openEngine();
    await opened.engine.add('I prefer TypeScript for all code examples.');
    await say(opened, inTypeScript);
    expect(await offered(opened)).toEqual([]);
  });

  test('waits in no more than three', async () => {
    const opened = await openEngine();
    const wishes = ['shorter please', 'as a table please', 'without emojis please', 'in simple terms please'];
    for (const [place, wish] of wishes.entries()) await say(opened, Array(5).fill(wish), 0, `wish-${place}`);
    expect(await offered(opened)).toHaveLength(3);
    const [first] = await offered(opened);
    await opened.engine.restore([first?.id ?? '']);
    await say(opened, ['in simple terms please'], 9, 'wish-3');
    expect(textsOf(await offered(opened))).toContain('I usually prefer answers in simple terms.');
  });

  test('is said in the user’s language', async () => {
    const opened = await openEngine();
    await say(opened, [
      'kürzer bitte',
      'Mach es kürzer',
      'Halte es kurz bitte',
      'kürzer',
      'etwas kürzer bitte',
    ]);
    expect(textsOf(await offered(opened))).toEqual(['Ich möchte Antworten meist kürzer.']);
  });
});

test('what is asked about the same place, or pasted, is no pattern', async () => {
  const opened = await openEngine();
  await say(opened, [
    'Describe the history of fado in Lisbon',
    'Write a guide to the cafés in Lisbon',
    'Explain the tram lines in Lisbon',
    'Describe a walk in Lisbon',
    'Write about the earthquake in Lisbon',
    'Describe a spring day in Lisbon',
  ]);
  for (let chat = 0; chat < 6; chat++) {
    await opened.engine.capture(
      captured([turn('shorter please', { origin: 'pasted' })], { chat: `p-${chat}` }),
    );
  }
  await opened.engine.learn();
  expect(await offered(opened)).toEqual([]);
});
