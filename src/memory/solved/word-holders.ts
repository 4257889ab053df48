/** What holds which words, to find the few that may share nearly all of them. */
export interface WordHolders<Item> {
  add(item: Item, words: Iterable<string>): void;
  remove(item: Item, words: Iterable<string>): void;
  /** All that could share so much of these words, and some more. */
  near(words: ReadonlySet<string>): Item[];
}

/**
 * What has nearly all words of a question has one of its rarest: only the holders of those are looked at, which is a
 * handful among ten thousand (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export function wordHolders<Item>(leastShare: number): WordHolders<Item> {
  const holders = new Map<string, Set<Item>>();
  return {
    add(item, words) {
      for (const word of words) {
        const known = holders.get(word);
        if (known) known.add(item);
        else holders.set(word, new Set([item]));
      }
    },
    remove(item, words) {
      for (const word of words) {
        const known = holders.get(word);
        known?.delete(item);
        if (known?.size === 0) holders.delete(word);
      }
    },
    near(words) {
      const found = [...words].map((word) => holders.get(word) ?? new Set<Item>());
      // A number counts twice, so that more words may be missing beside it.
      const missing = Math.floor(2 * (1 - leastShare) * words.size);
      const rarest = found.sort((one, other) => one.size - other.size).slice(0, missing + 1);
      return [...new Set(rarest.flatMap((items) => [...items].slice(-mostOfWord)))];
    },
  };
}

/** Of a word that so many hold only the last ones are looked at. */
const mostOfWord = 200;
