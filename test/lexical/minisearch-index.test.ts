import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { miniSearchIndex } from '@/lexical/minisearch-index';

describe('the lexical index', () => {
  test('answers the texts that share words with the query, those that share rarer words first', () => {
    const index = indexOf({
      flight: 'My flight to Oslo is on Monday',
      meeting: 'The meeting is on Monday',
      lunch: 'Lunch is on Monday',
      dog: 'My dog is called Bello',
    });
    expect(found(index, 'which flight on Monday')).toEqual(['flight', 'lunch', 'meeting']);
  });

  test('gives scores that fall from first to last and no more than asked for', () => {
    const index = indexOf(
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`m${i}`, `tea ${'cup '.repeat(i)}`])),
    );
    const scores = index.search('tea', 10).map(({ score }) => score);
    expect(scores).toHaveLength(10);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(index.search('tea', 0)).toEqual([]);
  });

  test.each([
    ['I love hiking in the Alps', 'hikes'],
    ['My daughters are allergic to nuts', 'daughter'],
    ['We planned a garden', 'planning'],
    ['Meine Mutter wohnt in Zürich', 'ZURICH'],
    ['Café Central is my favourite', 'cafe'],
    ['Живу в Москве рядом с ёлкой', 'елкои'],
    ['私は東京都に住んでいます', '東京'],
    ['我养了一只猫', '猫'],
    ['我住在北京', '北京的天气'],
    ['ฉันชอบกินข้าวผัด', 'ข้าวผัด'],
    ['My phone is an iPhone手机', 'iphone'],
  ])('finds “%s” by “%s”', (text, query) => {
    const index = indexOf({ it: text, other: 'Something else entirely' });
    expect(found(index, query)).toEqual(['it']);
  });

  test('matches neither near spellings nor beginnings of words unless asked', () => {
    const index = indexOf({ it: 'A vegetarian restaurant' });
    expect(found(index, 'vegeterian')).toEqual([]);
    expect(found(index, 'restau')).toEqual([]);
  });

  test('takes only the last word for unfinished when asked to', () => {
    const index = indexOf({
      one: 'A vegetarian restaurant',
      other: 'Cooking at home',
      third: 'Therapy on Tuesday',
    });
    expect(found(index, 'restau', true)).toEqual(['one']);
    expect(found(index, 'restau vegan', true)).toEqual([]);
    for (const typed of ['co', 'cook', 'cooki', 'cookin', 'cooking'])
      expect(found(index, typed, true)).toEqual(['other']);
    expect(found(index, 'the', true)).toEqual(['third']);
  });

  test('finds nothing by function words alone', () => {
    const index = indexOf({ it: 'It is in the house' });
    for (const query of ['', '  ', 'it is the', '?!']) expect(found(index, query)).toEqual([]);
  });

  test('knows a text that is added again by its new words only', () => {
    const index = miniSearchIndex();
    index.add([{ id: 'a', text: 'I live in Lisbon' }]);
    index.add([{ id: 'a', text: 'I live in Porto' }]);
    expect(index.size).toBe(1);
    expect(found(index, 'Lisbon')).toEqual([]);
    expect(found(index, 'Porto')).toEqual(['a']);
  });

  test('forgets a removed text and does not mind removing an unknown one', () => {
    const index = indexOf({ a: 'green tea', b: 'black tea' });
    index.remove(['a', 'never there']);
    expect(index.size).toBe(1);
    expect(found(index, 'green tea')).toEqual(['b']);
  });

  test('stays right through hundreds of replacements', () => {
    const index = miniSearchIndex();
    for (let i = 0; i < 500; i++) index.add([{ id: `m${i % 10}`, text: `note number${i}` }]);
    expect(index.size).toBe(10);
    expect(found(index, 'number489')).toEqual([]);
    expect(found(index, 'number499')).toEqual(['m9']);
    expect(index.search('note', 100)).toHaveLength(10);
  });

  test('takes any text and any query', () => {
    const oddWords = fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      '\ud800',
      '*',
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), oddWords);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), text, fc.boolean(), (texts, query, prefix) => {
        const index = miniSearchIndex();
        index.add(
          texts.map((each, i) => ({
            id: `${i % 15}`,
            text: each,
          })),
        );
        expect(index.size).toBe(Math.min(15, texts.length));
        for (const { score } of index.search(query, 50, { prefix })) expect(score).toBeGreaterThan(0);
        index.remove(['0', '1']);
        expect(index.search(query, 50, { prefix }).filter(({ id }) => id === '0' || id === '1')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('finds every text by the words of its own that tell anything', () => {
    const word = fc.constantFrom(
      'tea',
      'москва',
      '東京',
      'zürich',
      'planning',
      'running',
      'दिल्ली',
      'القاهرة',
      '서울',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const index = indexOf({ it: words.join(' ') });
        for (const each of words) expect(found(index, each)).toEqual(['it']);
      }),
    );
  });
});

function indexOf(texts: Record<string, string>) {
  const index = miniSearchIndex();
  index.add(Object.entries(texts).map(([id, text]) => ({ id, text })));
  return index;
}

function found(index: ReturnType<typeof miniSearchIndex>, query: string, prefix = false): string[] {
  return index
    .search(query, 20, { prefix })
    .map(({ id }) => id)
    .sort((a, b) => (query.includes('Monday') ? 0 : a.localeCompare(b)));
}
