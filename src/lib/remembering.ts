/** The same function, which keeps its last answers: the words of texts are mostly the same few thousand. */
export function remembering(answer: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= mostKept) known.clear();
    const found = answer(word);
    known.set(word, found);
    return found;
  };
}

const mostKept = 20_000;
