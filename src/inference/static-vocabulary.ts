/** Most letters of a piece that begins a word and is not the whole of it, and of one that goes on within a word. */
export const longestPiece = { initial: 8, inner: 6 };

/** Marks pieces that go on within a word. */
const inner = '##';

export interface StaticVocabulary {
  /** The row of a whole word, if it has one. */
  rowOf(word: string): number | undefined;
  /** Rows of the pieces of a word of a to z or of digits, longest first match; a letter without a row is left out. */
  piecesOf(word: string): number[];
}

/** Entries in the order of their rows; those that begin with `##` go on within a word. */
export function staticVocabulary(entries: readonly string[]): StaticVocabulary {
  const rows = new Map(entries.map((entry, row) => [entry, row]));
  return {
    rowOf: (word) => rows.get(word),
    piecesOf(word) {
      const pieces: number[] = [];
      let at = 0;
      while (at < word.length) {
        const most = at === 0 ? Math.min(longestPiece.initial, word.length - 1) : longestPiece.inner;
        const [row, length] = longestAt(word, at, most);
        if (row !== undefined) pieces.push(row);
        at += length;
      }
      return pieces;
    },
  };

  function longestAt(word: string, at: number, most: number): [row: number | undefined, length: number] {
    for (let length = Math.min(most, word.length - at); length > 1; length--) {
      const row = rows.get((at === 0 ? '' : inner) + word.slice(at, at + length));
      if (row !== undefined) return [row, length];
    }
    return [rows.get((at === 0 ? '' : inner) + word.charAt(at)), 1];
  }
}
