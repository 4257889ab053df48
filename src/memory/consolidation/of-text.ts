/** The same function of a text, which keeps its last answers: the same memories are compared again and again. */
export function ofText<Value>(answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    if (known.size >= mostKept) known.clear();
    const value = answer(text);
    known.set(text, { value });
    return value;
  };
}

const mostKept = 2_000;
