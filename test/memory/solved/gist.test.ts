import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gistOf, longestGist, shortened } from '@/memory/solved/gist';

describe('the gist of an answer', () => {
  it('is its first telling sentences, without Markdown', () => {
    const answer =
      '## Short answer\n\nSure! Use **`git reset --soft HEAD~1`**. It takes the *last* commit back and keeps your ' +
      '[changes](https://example.org/x) staged.\n\n```sh\ngit reset --soft HEAD~1\n```\n\n| a | b |\n|---|---|';
    expect(gistOf(answer)).toBe(
      'Use git reset --soft HEAD~1. It takes the last commit back and keeps your changes staged.',
    );
  });

  it('leaves out what only leads up to the answer', () => {
    expect(gistOf("Great question! Here's how to do it:\n\n1. Open the settings.\n2. Switch it off.")).toBe(
      'Open the settings. Switch it off.',
    );
    expect(gistOf('Gute Frage! Die Datei wird mit Ghostscript kleiner.')).toBe(
      'Die Datei wird mit Ghostscript kleiner.',
    );
  });

  it.each([
    'Happy to help. Which city are you in, and is there anything you do not eat?',
    'Sure!',
    'Of course, I can help with that.',
    '',
  ])('is empty where nothing is answered: “%s”', (answer) => {
    expect(gistOf(answer)).toBe('');
  });

  it('keeps an answer that begins like an opening', () => {
    expect(gistOf('Of course, the capital is Ulaanbaatar.')).toBe('Of course, the capital is Ulaanbaatar.');
  });

  it('is never HTML', () => {
    expect(gistOf('<img src=x onerror="alert(1)">Boil it for <b>six</b> minutes.')).toBe(
      'Boil it for six minutes.',
    );
  });

  it('ends with a sentence, or with a word where one sentence is too long', () => {
    const sentence = 'A heat pump moves heat instead of making it, which takes far less power.';
    expect(gistOf(Array(5).fill(sentence).join(' '))).toBe(`${sentence} ${sentence}`);
    const long = gistOf('moving heat takes less power than making it '.repeat(20));
    expect(long).toMatch(/ (?:moving|heat|takes|less|power|than|making|it)…$/);
  });

  it('shows the code where an answer is nothing else', () => {
    expect(gistOf('```python\nmerged = one | other\n```')).toBe('merged = one | other');
  });

  it('is short, on one line and without control characters, whatever the answer', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc
        .array(
          fc.constantFrom(
            '**',
            '```\n',
            '<b',
            '>',
            '[a](',
            ')',
            '\n',
            '| ',
            '\u0007',
            '\u202e',
            'word. ',
            '𝒳',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (answer) => {
        for (const line of [gistOf(answer), shortened(answer)]) {
          expect(line.length).toBeLessThanOrEqual(longestGist);
          expect(line).not.toMatch(/\p{Cc}|\p{Cs}|[\u2028\u2029\u202a-\u202e]/u);
        }
        expect(gistOf(answer)).not.toMatch(/[<>]/);
      }),
    );
  });
});
