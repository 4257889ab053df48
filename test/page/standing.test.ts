import { describe, expect, it } from 'vitest';
import { formatBlock } from '@/memory/injection/block';
import type { BlockMemory } from '@/memory/injection/block-memory';
import type { Recall, RecalledMemory } from '@/memory/recall/types';
import { type BlockFormat, blockFormats } from '@/memory/settings';
import { ownWords, standingIn } from '@/page/standing';

const texts = [
  "I'm allergic to shellfish.",
  'I live in Lisbon, near the river.',
  'I like tea.',
  'I like tea with milk in the morning.',
];
const draft = 'Suggest a restaurant for Friday dinner';

function recallAs(format: BlockFormat): Recall {
  const memories = texts.map((text, index): RecalledMemory => {
    return { id: `m${index}`, kind: 'fact', text, at: 0, reasons: [] };
  });
  const inBlock: BlockMemory[] = memories.map(({ kind, text, at }) => ({ kind, text, at }));
  const block = formatBlock(inBlock, { format, language: 'en' });
  return { injection: 'ask', memories, block, tokens: 50, at: 0 };
}

const idsIn = (text: string, recall: Recall) => standingIn(text, recall).map(({ id }) => id);
const sentBlock = (recall: Recall) => `${draft}\n\n${recall.block}`;

describe.each(blockFormats)('of a block added as a %s', (format) => {
  const recall = recallAs(format);

  it('all memories stand where nothing was touched, whatever the editor did to the white space', () => {
    expect(idsIn(sentBlock(recall), recall)).toEqual(['m0', 'm1', 'm2', 'm3']);
    expect(idsIn(sentBlock(recall).replaceAll('\n', '\n\n').replaceAll(' ', '\u00a0'), recall)).toHaveLength(
      4,
    );
  });

  it('none stand where it was taken out', () => {
    expect(idsIn(draft, recall)).toEqual([]);
    expect(idsIn(`${draft} ${texts[0]}`, recall)).toEqual([]);
  });

  it('the user’s own words are what comes before it', () => {
    expect(ownWords(sentBlock(recall), recall)).toBe(draft);
    expect(ownWords(draft, undefined)).toBe(draft);
  });
});

describe('of a list whose lines were touched', () => {
  const recall = recallAs('section');
  const without = (index: number) =>
    sentBlock(recall)
      .split('\n')
      .filter((line) => !line.startsWith(`- ${texts[index]}`))
      .join('\n');

  it.each([0, 1, 2, 3])('line %d is gone when it was deleted, and only that one', (index) => {
    const others = ['m0', 'm1', 'm2', 'm3'].filter((id) => id !== `m${index}`);
    expect(idsIn(without(index), recall)).toEqual(others);
  });

  it('a reworded line is still there', () => {
    const reworded = sentBlock(recall).replace(
      "I'm allergic to shellfish",
      'I am badly allergic to all shellfish',
    );
    expect(idsIn(reworded, recall)).toContain('m0');
  });

  it('words typed behind the block change nothing', () => {
    expect(idsIn(`${sentBlock(recall)}\nThanks!`, recall)).toHaveLength(4);
  });
});

it('a clause that was cut out of a sentence is gone', () => {
  const recall = recallAs('line');
  const cut = sentBlock(recall).replace("I'm allergic to shellfish; ", '');
  expect(cut).not.toContain('shellfish');
  expect(idsIn(cut, recall)).toEqual(['m1', 'm2', 'm3']);
});
