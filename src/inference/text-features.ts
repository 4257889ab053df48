import { stopWords } from '@/inference/stop-words';

export interface Feature {
  hash: number;
  weight: number;
}

/** The pieces of a word together weigh 0.7 of it: enough to bridge a typo or an ending, too little to rule. */
const weights = { word: 1, stopWord: 0.1, pieces: 0.7, pair: 0.3, character: 0.4, characterPair: 1 };

/** What a text is compared by: its words, neighbouring words and pieces of words, rarer repeats counting less. */
export function features(text: string): Feature[] {
  const found: Feature[] = [];
  const words = wordsOf(text);
  for (const [word, count] of counted(words)) {
    const often = 1 + Math.log(count);
    if (unspaced.test(word)) addCharacters(found, word, often);
    else addWord(found, word, often);
  }
  const telling = words.filter((word) => !stopWords.has(word)).map(stem);
  const pairs = telling.slice(1).map((word, i) => `${telling[i]} ${word}`);
  for (const [pair, count] of counted(pairs)) {
    found.push({ hash: hashOf('2', pair), weight: weights.pair * (1 + Math.log(count)) });
  }
  return found;
}

function addWord(found: Feature[], word: string, often: number): void {
  if (stopWords.has(word)) {
    found.push({ hash: hashOf('w', word), weight: weights.stopWord * often });
    return;
  }
  found.push({ hash: hashOf('w', stem(word)), weight: weights.word * often });
  const bounded = `<${word}>`;
  const pieces: string[] = [];
  for (let size = 3; size <= 5; size++) {
    for (let from = 0; from + size <= bounded.length; from++) pieces.push(bounded.slice(from, from + size));
  }
  const weight = (weights.pieces * often) / Math.sqrt(pieces.length);
  for (const piece of pieces) found.push({ hash: hashOf('c', piece), weight });
}

/** Scripts that put no spaces between words: a pair of characters is about a word. */
function addCharacters(found: Feature[], run: string, often: number): void {
  const characters = Array.from(run);
  for (const character of characters) {
    found.push({ hash: hashOf('w', character), weight: weights.character * often });
  }
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    found.push({ hash: hashOf('w', pair), weight: weights.characterPair * often });
  }
}

const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]/u;
const spacedOrNot =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}ー]+|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{N}\p{M}])+[+#]*|\p{Extended_Pictographic}/gu;
const ascii = /[a-z0-9]+[+#]*/g;

function wordsOf(text: string): string[] {
  if (isAscii(text)) return text.toLowerCase().replaceAll("'", '').match(ascii) ?? [];
  return folded(text).match(spacedOrNot) ?? [];
}

/** One form for the same letters: no width, ligature or case differences, no accents, no vowel points. */
function folded(text: string): string {
  const decomposed = text.normalize('NFKC').toLowerCase().normalize('NFD');
  return decomposed.replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f'’]/g, '').normalize('NFC');
}
