import { describe, expect, test } from 'vitest';
import { modifiersIn } from '@/memory/patterns/modifiers';
import { textOf } from '@/memory/patterns/wording';

const textsIn = (text: string) => modifiersIn(text).map(textOf);

describe('a wish about the answer', () => {
  test.each([
    ['Write a parser for CSV files in TypeScript', 'I usually prefer answers in TypeScript.'],
    ['In TypeScript, how do I type a reducer?', 'I usually prefer answers in TypeScript.'],
    ['shorter please', 'I usually prefer shorter answers.'],
    ['Thanks. Can you make it a bit shorter?', 'I usually prefer shorter answers.'],
    ['make it more formal please', 'I usually prefer more formal answers.'],
    ['Give me that as a table, please', 'I usually prefer answers as a table.'],
    ['Explain the tax form to me. Use simple words!', 'I usually prefer answers using simple words.'],
    ['Write to my neighbour about the hedge, no emojis', 'I usually prefer answers without emojis.'],
    ['kürzer bitte', 'Ich möchte Antworten meist kürzer.'],
    ['auf Deutsch bitte', 'Ich möchte Antworten meist auf Deutsch.'],
    ['Schreib das als Tabelle', 'Ich möchte Antworten meist als Tabelle.'],
    ['plus court stp', 'Je préfère en général que ce soit plus court.'],
    ['réponds en français', 'Je préfère en général que ce soit en français.'],
    ['explícalo sin tecnicismos', 'Suelo preferir que sea sin tecnicismos.'],
    ['mais curto por favor', 'Costumo preferir que seja mais curto.'],
    ['fallo più formale', 'Di solito preferisco che sia più formale.'],
  ])('is read off the form of a request: %s', (said, text) => {
    expect(textsIn(said)).toEqual([text]);
    for (const { quote } of modifiersIn(said)) expect(said).toContain(quote);
  });

  test('is the same in other words', () => {
    const keyOf = (text: string) => modifiersIn(text)[0]?.key;
    expect(keyOf('use TypeScript')).toBe(keyOf('Code a queue in TypeScript'));
    expect(keyOf('keep it short')).toBe(keyOf('shorter please'));
    expect(keyOf('no emojis please')).toBe(keyOf('write it without emojis'));
    expect(keyOf('write it with emojis')).not.toBe(keyOf('write it without emojis'));
  });

  test.each([
    'best restaurant in Lisbon',
    'I live in a small flat in Porto',
    'yes',
    'continue',
    'Lisbon',
    'never mind',
    'write it in my voice',
    'Answer in 3 sentences',
    'explain that in general',
    'Summarise this text:\nThe report was written in Latin.\nKeep it short, said the king.',
    '',
  ])('is nothing of the moment, and no answer: %j', (said) => {
    expect(textsIn(said)).toEqual([]);
  });

  test('is looked for in no time, however long a turn is', () => {
    const started = performance.now();
    for (const part of ['write ', 'in ', 'make it ', 'please ', 'no ', 'a ', 'bitte ', 'plus '])
      modifiersIn(part.repeat(20_000 / part.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
