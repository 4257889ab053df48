import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textQueue } from '@/inference/text-queue';

const length = (text: string) => Float32Array.of(text.length);

/** A queue whose steps are kept, each finished when the one before it is. */
function recorded() {
  const steps: (readonly string[])[] = [];
  const queue = textQueue(async (texts) => {
    steps.push(texts);
    return texts.map(length);
  });
  return { queue, steps };
}

describe('the queue of texts', () => {
  test('gives every caller the vectors of its texts, in their order, however they are mixed', async () => {
    const batch = fc.array(fc.string({ maxLength: 3_000 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(batch, fc.constantFrom('query', 'memory')), { maxLength: 6 }),
        async (all) => {
          const { queue } = recorded();
          const answers = await Promise.all(
            all.filter(([texts]) => texts.length > 0).map(([texts, as]) => queue.add(texts, as)),
          );
          expect(answers).toEqual(
            all.filter(([texts]) => texts.length > 0).map(([texts]) => texts.map(length)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('puts texts of like length into one step, and bounds a step by its texts and by its characters', async () => {
    const { queue, steps } = recorded();
    const long = 'x'.repeat(5_000);
    const middle = 'x'.repeat(1_000);
    await queue.add([long, 'a', middle, long, ...Array(20).fill('bb'), middle], 'memory');
    expect(steps.map((step) => step.map((text) => text.length))).toEqual([
      [1, ...Array(15).fill(2)],
      [2, 2, 2, 2, 2],
      [1_000, 1_000],
      [5_000],
      [5_000],
    ]);
  });

  test('lets a query pass everything that waits, but not the step in hand', async () => {
    const { queue, steps } = recorded();
    const first = queue.add(Array(40).fill('memory'), 'memory');
    const second = queue.add(['later memory'], 'memory');
    const query = queue.add(['query'], 'query');
    await Promise.all([first, second, query]);
    expect(steps.map((step) => [step[0], step.length])).toEqual([
      ['memory', 16],
      ['query', 1],
      ['memory', 16],
      ['memory', 8],
      ['later memory', 1],
    ]);
  });

  test('fails only those whose step failed', async () => {
    const queue = textQueue(async (texts) => {
      if (texts.includes('bad')) throw new Error('bad step');
      return texts.map(length);
    });
    const [bad, good] = await Promise.allSettled([
      queue.add(['bad', ...Array(30).fill('fine')], 'memory'),
      queue.add(['good'], 'memory'),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: 'bad step' } });
    expect(good).toMatchObject({ status: 'fulfilled' });
  });

  test('does not begin for a caller that has given up, and drops what is left for one that does', async () => {
    const { queue, steps } = recorded();
    await expect(queue.add(['never'], 'memory', AbortSignal.abort())).rejects.toThrow(/abort/i);
    const stop = new AbortController();
    const batch = queue.add(Array(64).fill('dropped'), 'memory', stop.signal);
    const other = queue.add(['kept'], 'memory');
    stop.abort();
    await expect(batch).rejects.toThrow(/abort/i);
    await other;
    expect(steps.map(([text]) => text)).toEqual(['dropped', 'kept']);
  });

  test('when it is ended, fails whatever waits', async () => {
    const { queue } = recorded();
    const waiting = [queue.add(Array(64).fill('a'), 'memory'), queue.add(['b'], 'query')];
    queue.end(new Error('over'));
    for (const promise of waiting) await expect(promise).rejects.toThrow('over');
  });
});
