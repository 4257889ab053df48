import { wordlist } from '@scure/bip39/wordlists/english.js';

const known = new Set(wordlist);
/** Purses make 12 to 24 words; no sentence has so many of the list's in a row, which lacks all that sentences need. */
const shortest = 12;
/** Between two words: space, the number of the next one. A list of things to buy has commas. */
const isGap = /^\s{1,4}(?:\d{1,2}[.):]?\s{0,2})?$/;

/** The text with `removed` in the place of each purse's seed (BIP 39), written in a row or as a numbered list. */
export function withoutSeedPhrases(text: string, removed: string): string {
  let rest = '';
  let from = 0;
  let run = { words: 0, start: 0, end: 0 };
  const close = () => {
    if (run.words >= shortest) {
      rest += text.slice(from, run.start) + removed;
      from = run.end;
    }
    run = { words: 0, start: 0, end: 0 };
  };
  for (const { 0: word, index } of text.matchAll(/[A-Za-z]+/g)) {
    const end = index + word.length;
    if (run.words > 0 && !isGap.test(text.slice(run.end, index))) close();
    if (known.has(word.toLowerCase())) {
      run = { words: run.words + 1, start: run.words > 0 ? run.start : index, end };
    } else {
      close();
    }
  }
  close();
  return rest + text.slice(from);
}
