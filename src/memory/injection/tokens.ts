/**
 * Tokens of a text, on the safe side for the tokenizers of large chat models: what a word costs depends on its script
 * and its length, and English words, which those know best, cost the least. Rates are means over the vocabularies
 * `o200k_base` and `cl100k_base`, the dearer of the two; `scripts/eval/token-error.ts` measures what comes of them.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const statement of text.split(betweenStatements)) tokens += tokensOf(statement);
  return Math.ceil(tokens + rounding);
}

/** In a short text one rare word is a large share. */
const rounding = 0.5;

/** A language is a matter of a statement: those of a block may each have their own. */
const betweenStatements = /(?<=[.;:!?])(?=\s)|(?<=\n)/u;

function tokensOf(statement: string): number {
  const pieces = [...statement.matchAll(piece)];
  const isEnglish = looksEnglish(pieces.flatMap(({ groups }) => groups?.latin ?? []));
  let tokens = 0;
  for (const { 0: whole, groups = {} } of pieces) {
    if (groups.latin) tokens += latinTokens(whole, isEnglish);
    else if (groups.digits) tokens += numberTokens(whole);
    else if (groups.marks) tokens += Math.ceil(whole.length / 2);
    else if (groups.short || groups.space) tokens += 1;
    else tokens += scriptTokens(whole);
  }
  return tokens;
}

const piece = new RegExp(
  [
    "(?<short>['’](?:s|t|m|d|re|ve|ll)(?!\\p{L}))",
    '(?<latin>\\p{sc=Latn}[\\p{sc=Latn}\\p{M}]*)',
    '(?<digits> ?\\p{Nd}+)',
    '(?<marks>[!-/:-@[-`{-~]+)',
    '(?<space>\\n\\s*|[^\\S\\n]{2,})',
    '(?<others>[^\\s\\p{sc=Latn}\\p{Nd}!-~]+)',
  ].join('|'),
  'gu',
);

/** A number takes the space before it as a token of its own. */
function numberTokens(number: string): number {
  const digits = number.trimStart();
  return Math.ceil(digits.length / 3) + number.length - digits.length;
}

function latinTokens(word: string, isEnglish: boolean): number {
  const { length } = word;
  if (/[^a-zà-öø-ÿ]/i.test(word)) return 0.9 + 0.5 * length;
  if (/[^a-z]/i.test(word)) return 0.75 + 0.42 * length;
  const isPlain = /^[A-Z]?[a-z]*$/.test(word);
  if (!isPlain) return Math.max(1, 0.43 * length);
  if (!isEnglish) return Math.max(1, 0.35 * length);
  const isName = /^[A-Z]/.test(word);
  return 1 + (isName ? 0.15 : 0.055) * Math.max(0, length - 3) + 0.2 * Math.max(0, length - 11);
}

/** Characters of a script that the vocabularies know well cost less; of most they know hardly more than the bytes. */
const rates: readonly (readonly [characters: RegExp, tokens: number])[] = [
  [/[\p{sc=Cyrl}]/u, 0.62],
  [/[\p{sc=Arab}\p{sc=Grek}\p{sc=Thai}]/u, 1.15],
  [/[\p{sc=Hira}\p{sc=Kana}ー]/u, 1.2],
  [/[\p{sc=Hebr}\p{sc=Deva}]/u, 1.3],
  [/[\p{sc=Han}\p{sc=Hang}]/u, 1.6],
  [/[\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Gujr}\p{sc=Guru}\p{sc=Knda}\p{sc=Mlym}]/u, 1.7],
  [/[\p{P}\p{Z}]/u, 1.5],
  [/[\p{sc=Armn}\p{sc=Geor}]/u, 2.2],
];
const dearest = 3;

function scriptTokens(piece: string): number {
  let tokens = 0;
  for (const character of piece) {
    tokens += rates.find(([characters]) => characters.test(character))?.[1] ?? dearest;
  }
  return tokens;
}

function looksEnglish(words: readonly string[]): boolean {
  const known = words.filter((word) => smallWords.has(word.toLowerCase())).length;
  return known > 0 && known * 8 >= words.length && !words.some((word) => /[^a-z]/i.test(word));
}

const smallWords = new Set(
  `the and i my of to with for are am was you that have has what how this your it be been like from there their they
  she his her when which who would can do not but is in on at as by or if`.split(/\s+/),
);
