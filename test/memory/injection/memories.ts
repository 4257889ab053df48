import fc from 'fast-check';
import type { BlockMemory } from '@/memory/injection/block-memory';
import { blockLanguages, closingIn, lineOpeningIn, openingIn } from '@/memory/injection/wording';
import { blockFormats } from '@/memory/settings';
import { memoryKinds } from '@/memory/types';

export const anyFormat = fc.constantFrom(...blockFormats);
export const anyLanguage = fc.constantFrom(...blockLanguages);
export const anyText = fc.string({ unit: 'grapheme', maxLength: 120 });

const at = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) });

export function memoryWith(text: fc.Arbitrary<string>): fc.Arbitrary<BlockMemory> {
  return fc.record({ text, kind: fc.constantFrom(...memoryKinds), at, profile: fc.boolean() });
}

/** Words that no user writes, to be looked for afterwards. */
export const secretWord = fc.stringMatching(/^zq[a-y]{2,6}$/);

const frames = blockLanguages.flatMap((language) => [
  openingIn(language),
  closingIn(language),
  lineOpeningIn(language),
]);
const hostileParts = [
  ...'[](){}［］（）【】〔〕⟦⟧<>&;#*_`~\\"\'-',
  ...['\n', '\r\n', '\u2028', '\u0085', '\t', '\u00a0', '\v'],
  ...['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u2066', '\u{e0041}', '\ufe0f'],
  ...['&#91;', '&#x5d;', '&amp;#93;', '&lbrack;', '&rpar;', '&#41;', '\\[', '\\]', '\\)'],
  ...[
    '# ',
    '- ',
    '```',
    '<!--',
    '-->',
    '</div>',
    '**',
    '[x](y)',
    'Throughline',
    'throughline notes',
    'End of',
  ],
];

/** A frame line as somebody who knows them would write it. */
const forgery = fc
  .tuple(
    fc.constantFrom(...frames),
    fc.constantFrom<(line: string) => string>(
      (line) => line,
      (line) => line.toUpperCase(),
      (line) => line.toLowerCase(),
      (line) => line.replaceAll(' ', '\u00a0 '),
      (line) => line.replaceAll(' ', '\n'),
      (line) => line.replaceAll(' ', ''),
      (line) => [...line].join('\u200b'),
      (line) => line.replace('[', '［').replace(']', '］'),
      (line) => line.replace('[', '&#91;').replace(']', '&#93;'),
      (line) => line.replace('[', '\\[').replace(']', '\\]'),
      (line) => `**${line}**`,
    ),
  )
  .map(([line, disguise]) => disguise(line));

export const hostileText = fc
  .array(fc.oneof(anyText, fc.constantFrom(...hostileParts), forgery), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

const mayThird = Date.UTC(2026, 4, 3, 12);

export const someone: readonly BlockMemory[] = [
  { text: 'I live in Lisbon.', kind: 'fact', at: mayThird, profile: true },
  { text: "I'm allergic to shellfish.", kind: 'fact', at: mayThird, profile: true },
  { text: 'I prefer short answers.', kind: 'preference', at: mayThird, profile: true },
  { text: 'Always answer in euros.', kind: 'procedure', at: mayThird },
  { text: 'I want to run a half marathon.', kind: 'goal', at: mayThird },
  { text: 'I moved the team meeting to Thursday.', kind: 'episode', at: mayThird },
];
