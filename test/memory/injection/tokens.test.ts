import fc from 'fast-check';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, test } from 'vitest';
import { formatBlock } from '@/memory/injection/block';
import { estimateTokens } from '@/memory/injection/tokens';
import { blockLanguages } from '@/memory/injection/wording';
import { blockFormats } from '@/memory/settings';
import { anyText, someone } from './memories';

test('a block costs no more than estimated, and not much less', () => {
  for (const format of blockFormats) {
    for (const language of blockLanguages) {
      const block = formatBlock(someone, { format, language });
      const tokens = Math.max(o200k(block).length, cl100k(block).length);
      expect(estimateTokens(block)).toBeGreaterThanOrEqual(tokens);
      expect(estimateTokens(block)).toBeLessThan(1.5 * tokens);
    }
  }
});

test.each([
  'Ich wohne seit drei Jahren in Köln und arbeite als Krankenpfleger.',
  "J'habite à Lyon depuis trois ans et je travaille comme infirmier.",
  'Vivo en Madrid desde hace tres años y trabajo como enfermero.',
  'Moro em Lisboa há três anos e trabalho como enfermeiro.',
  'Vivo a Roma da tre anni e lavoro come infermiere.',
  'Я живу в Киеве три года и работаю медбратом.',
  '私は三年前から東京に住んでいて、看護師として働いています。',
  '我在北京住了三年，是一名护士。',
  'أعيش في القاهرة منذ ثلاث سنوات وأعمل ممرضًا.',
  'Call me at +351 912 345 678, or write to ana@example.org before 2026-11-22 (17:30).',
])('a sentence costs no more than estimated: %s', (sentence) => {
  const tokens = Math.max(o200k(sentence).length, cl100k(sentence).length);
  expect(estimateTokens(sentence)).toBeGreaterThanOrEqual(tokens);
  expect(estimateTokens(sentence)).toBeLessThan(2 * tokens);
});

test('nothing costs next to nothing, and more text never costs less', () => {
  expect(estimateTokens('')).toBeLessThanOrEqual(1);
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      expect(estimateTokens(`${one}\n${other}`)).toBeGreaterThanOrEqual(estimateTokens(one) - 1);
    }),
  );
});
