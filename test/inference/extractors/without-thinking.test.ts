import { expect, test } from 'vitest';
import { withoutThinking } from '@/inference/extractors/without-thinking';

test.each([
  ['{"a": 1}', '{"a": 1}'],
  ['<think>\n\n</think>\n\n{"a": 1}', '{"a": 1}'],
  ['<think>one</think><think>two</think> yes', 'yes'],
  ['so the user wants …</think>\n{"a": 1}', '{"a": 1}'],
  ['<think>so the user', ''],
  ['{"quote": "what does </think> do?"}', '{"quote": "what does </think> do?"}'],
  ['  text about <think> ', 'text about <think>'],
])('%j says %j', (text, said) => {
  expect(withoutThinking(text)).toBe(said);
});
