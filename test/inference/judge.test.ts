import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '@/inference/judge';
import { readStaticModel } from '@/inference/static-model';
import { judgedTurn } from '@/memory/extraction/judged/features';
import { judgeOutputs, keptKinds } from '@/memory/extraction/judged/outputs';
import { phrasesIn } from '@/memory/extraction/judged/phrases';
import { builtinFile, judgeFromDisk } from '../support/builtin-from-disk';

const file = new Uint8Array(readFileSync(new URL('../../public/embedder/judge.bin', import.meta.url)));
const weigh = (text: string) => judgeFromDisk().weigh(judgedTurn(phrasesIn(text)));

describe('the judge', () => {
  test('is surer of what somebody tells of themselves than of a request', () => {
    const [told] = weigh("I've been coeliac since I was a child.");
    const [asked] = weigh('Write a haiku about the sea.');
    expect(told?.phrase[0]).toBeGreaterThan(0.7);
    expect(asked?.phrase[0]).toBeLessThan(0.2);
  });

  test('gives a number from 0 to 1 for each output of each phrase, whatever the turn', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
        for (const { phrase, kinds } of weigh(text)) {
          expect([phrase.length, kinds().length]).toEqual([judgeOutputs.length, keptKinds.length]);
          for (const share of [...phrase, ...kinds()]) expect(share >= 0 && share <= 1).toBe(true);
        }
      }),
    );
  });

  test('is refused in plain words where its file is cut', () => {
    const model = readStaticModel(builtinFile());
    for (const length of [0, 3, 100, file.length - 1])
      expect(() => judge(model, file.slice(0, length).buffer)).toThrow(/cannot be used/);
  });
});
