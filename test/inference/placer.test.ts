import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placerFeatures } from '@/inference/placer-features';
import { readStaticModel } from '@/inference/static-model';
import { readTextClassifiers } from '@/inference/text-classifier';
import { domains, matters } from '@/memory/domains';
import { builtinFile, placerFromDisk } from '../support/builtin-from-disk';

const file = new Uint8Array(readFileSync(new URL('../../public/embedder/placer.bin', import.meta.url)));
const { dimensions } = readStaticModel(builtinFile());
const expected = { drafts: matters, memories: domains };
const placer = placerFromDisk();

describe('the placer', () => {
  test.each([
    ['I take 20 mg of sertraline every evening.', 'medication'],
    ["I'm allergic to shellfish.", 'allergy'],
    ['My cat Mia is six years old.', 'pets'],
    ['I write most of my code in Rust.', 'code'],
  ] as const)('places the memory “%s” in %s', (text, domain) => {
    expect(highest(placer.domains(text), domains)).toBe(domain);
  });

  test.each([
    ['What should I cook tonight?', 'cooking'],
    ['Why does my cat scratch the sofa?', 'pet'],
    ['What is 17 times 23?', 'none'],
  ] as const)('places the draft “%s” in %s', (text, matter) => {
    expect(highest(placer.matters(text), matters)).toBe(matter);
  });

  test('gives a number from 0 to 1 for each domain and matter, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), (text) => {
        const placed = placer.domains(text);
        const raised = placer.matters(text);
        expect([placed.length, raised.length]).toEqual([domains.length, matters.length]);
        for (const share of [...placed, ...raised]) expect(share >= 0 && share <= 1).toBe(true);
        expect(placer.domains(text)).toEqual(placed);
      }),
    );
  });
});

describe('the file that places memories and drafts', () => {
  test('is refused in plain words wherever it is cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: file.length - 1 }), (length) => {
        expect(() => readTextClassifiers(file.slice(0, length).buffer, dimensions, expected)).toThrow(
          /cannot be used/,
        );
      }),
    );
  });

  test('is refused when it was made for other matters, domains or another embedding model', () => {
    expect(() => readTextClassifiers(file.buffer, dimensions + 1, expected)).toThrow(/cannot be used/);
    for (const others of [
      { drafts: matters.slice(1) },
      { drafts: domains },
      { memories: [...domains].reverse() },
    ]) {
      const wanted = { ...expected, ...others };
      expect(() => readTextClassifiers(file.buffer, dimensions, wanted)).toThrow(/cannot be used/);
    }
  });
});

describe('the features of a text', () => {
  test('are its words, its pairs of words and its beginning, each once', () => {
    const features = placerFeatures('My cat likes my cat');
    for (const feature of ['my', 'cat', 'my cat', 'cat likes', '^0my', '^^my cat']) {
      expect(features).toContain(feature);
    }
  });

  test('tell whether its writer speaks of themselves, also outside of what is given', () => {
    expect(placerFeatures('What should I cook?')).toContain('+i');
    expect(placerFeatures('Was soll ich kochen?')).toContain('+i');
    expect(placerFeatures('What is the capital of Chad?')).toContain('-i');
    const given = placerFeatures('Translate: I am late');
    expect([given.has('+i'), given.has('-io')]).toEqual([true, true]);
  });

  test('know numbers only as numbers', () => {
    expect([...placerFeatures('17 times 23')]).toEqual([...placerFeatures('4 times 5')]);
  });
});

function highest<Name>(shares: Float32Array, names: readonly Name[]): Name | undefined {
  return names[shares.indexOf(Math.max(...shares))];
}
