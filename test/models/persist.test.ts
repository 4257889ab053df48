import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { movingRate } from '@/lib/moving-rate';
import { ModelError } from '@/models/model-error';
import { PassingFault } from '@/models/passing-fault';
import { type Patience, persist } from '@/models/persist';

const patience: Patience = {
  stallMs: 30_000,
  attempts: 6,
  firstWaitMs: 1_000,
  longestWaitMs: 5_000,
  longestAskedWaitMs: 60_000,
  silentMs: 60_000,
};
const { signal } = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The pauses between attempts that all fail. */
async function pausesOf(fault: (attempt: number) => Error): Promise<{ pauses: number[]; error: unknown }> {
  const at: number[] = [];
  const attempt = () => {
    at.push(Date.now());
    return Promise.reject(fault(at.length));
  };
  const failed = persist(attempt, { signal, patience }).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return { pauses: at.slice(1).map((time, place) => time - (at[place] ?? 0)), error: await failed };
}

test('pauses grow up to the longest, and the last fault is what is told', async () => {
  const { pauses, error } = await pausesOf((attempt) => new PassingFault('offline', `lost ${attempt}`));
  expect(pauses).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
  expect(error).toMatchObject({ reason: 'offline', message: 'lost 6' });
});

test('a server that wants to be left alone is, but not for as long as it likes', async () => {
  const { pauses } = await pausesOf(
    (attempt) => new PassingFault('tooManyRequests', 'no', { waitMs: attempt === 1 ? 20_000 : 3_600_000 }),
  );
  expect(pauses).toEqual([20_000, 60_000, 60_000, 60_000, 60_000]);
});

test('what cannot pass is not tried again', async () => {
  const { pauses, error } = await pausesOf(() => new ModelError('notFound'));
  expect(pauses).toEqual([]);
  expect(error).toMatchObject({ reason: 'notFound' });
});

test('a machine that has no network waits for one instead of trying', async () => {
  vi.stubGlobal('navigator', { onLine: false });
  const { pauses, error } = await pausesOf(() => new PassingFault('offline', 'lost'));
  expect(pauses).toEqual([]);
  expect(error).toMatchObject({ reason: 'offline' });
});

test('only attempts that bring nothing count', async () => {
  let size = 0;
  const done = persist(
    async () => {
      size++;
      if (size < 50) throw new PassingFault('offline', 'lost');
      return 'whole';
    },
    { signal, patience, reached: () => size },
  );
  await vi.runAllTimersAsync();
  expect(await done).toBe('whole');
});

test('bytes that came before and come again are no progress', async () => {
  const sizes = [100, 0, 60, 0, 60, 0, 60];
  let attempts = 0;
  const failed = persist(
    async () => {
      attempts++;
      throw new PassingFault('offline', 'lost');
    },
    { signal, patience, reached: () => sizes[attempts] ?? 60 },
  ).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failed).toMatchObject({ reason: 'offline' });
  expect(attempts).toBe(6);
});

test('the speed is that of the last seconds', () => {
  const rate = movingRate(5_000);
  expect(rate(0, 0)).toBe(0);
  expect(rate(1_000, 1_000)).toBe(1_000);
  for (let second = 2; second <= 10; second++) rate(second * 1_000, second * 1_000);
  expect(rate(10_000, 12_000)).toBe(600);
  expect(rate(10_000, 20_000)).toBe(0);
});
