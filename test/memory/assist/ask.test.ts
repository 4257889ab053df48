import { expect, test } from 'vitest';
import { asking } from '@/memory/assist/ask';
import { assistant } from '@/memory/assist/assistant';
import { pace } from '@/memory/assist/pace';
import type { Extractor } from '@/memory/ports';
import { extractorSaying } from '../extraction/model/reading-of';
import { memoryOf } from './asked';

const request = { system: 's', prompt: 'p', maxTokens: 10 };

/** A clock, and a model that takes as long as it is told to. */
function scene({ ready = true, contextTokens = 4_096 } = {}) {
  let now = 1_000;
  let takes = 10;
  let asked = 0;
  const model = extractorSaying(
    async () => {
      asked++;
      now += takes;
      return 'answer';
    },
    { ready, contextTokens },
  );
  const clock = { extractor: (): Extractor | undefined => model, now: () => now };
  return {
    ask: asking(clock, 100, pace(clock.now)),
    take: (ms: number) => {
      takes = ms;
    },
    pass: (ms: number) => {
      now += ms;
    },
    asked: () => asked,
  };
}

test('a model that is loaded and quick is asked', async () => {
  const { ask } = scene();
  expect(await ask(request)).toBe('answer');
  expect(await ask(request)).toBe('answer');
});

test('nobody is asked where there is no model, it is not loaded, or the question does not fit it', async () => {
  const now = () => 0;
  expect(await asking({ extractor: () => undefined, now }, 100, pace(now))(request)).toBeUndefined();
  for (const { ask, asked } of [scene({ ready: false }), scene({ contextTokens: 8 })]) {
    expect(await ask(request)).toBeUndefined();
    expect(asked()).toBe(0);
  }
});

test('a model that was too slow is left alone for a while, and asked again later', async () => {
  const { ask, take, pass, asked } = scene();
  take(500);
  await ask(request);
  expect(await ask(request)).toBeUndefined();
  expect(asked()).toBe(1);
  take(10);
  pass(2 * 60_000);
  expect(await ask(request)).toBe('answer');
  pass(2 * 60_000);
  await ask(request);
  expect(await ask(request)).toBe('answer');
  expect(asked()).toBe(4);
});

test('one slow answer among quick ones does no harm', async () => {
  const { ask, take, asked } = scene();
  for (const ms of [10, 10, 10, 900, 10, 10]) {
    take(ms);
    await ask(request);
  }
  expect(asked()).toBe(6);
});

test('a model that does not answer in time is stopped, and counts as slow', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  const hanging = extractorSaying((_, signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  });
  const clock = { extractor: () => hanging, now: () => 0 };
  const ask = asking(clock, 5, pace(clock.now));
  expect(await ask(request)).toBeUndefined();
  expect(signals[0]?.aborted).toBe(true);
  expect(await ask(request)).toBeUndefined();
  expect(signals).toHaveLength(1);
});

test('a model that fails is as good as none', async () => {
  const failing = extractorSaying(() => {
    throw new Error('out of order');
  });
  const helper = assistant({ extractor: () => failing, now: () => 0 });
  const memory = memoryOf('I live in Porto.');
  expect(await helper.relevanceCheck('dinner', [memory])).toEqual([memory.id]);
  expect(await helper.expandQuery('dinner')).toEqual([]);
  expect(await helper.blockProse([memory, memory])).toBe('');
  expect(await helper.profileProse([memory])).toBe('I live in Porto.');
  expect(await helper.conversationSummary({ title: 'Dinner', turns: [] })).toBe('Dinner.');
});

test('a model that is too slow for one task is still asked for another', async () => {
  let now = 0;
  const asked: string[] = [];
  const model = extractorSaying(async ({ prompt }) => {
    asked.push(prompt);
    now += 500;
    return '{"queries":["food"]}';
  });
  const helper = assistant(
    { extractor: () => model, now: () => now },
    { expandQuery: 100, relevanceCheck: 1_000, blockProse: 100, conversationSummary: 100, profileProse: 100 },
  );
  await helper.expandQuery('dinner');
  await helper.expandQuery('dinner');
  await helper.relevanceCheck('dinner', [memoryOf('I live in Porto.')]);
  await helper.relevanceCheck('dinner', [memoryOf('I live in Porto.')]);
  expect(asked).toHaveLength(3);
});
