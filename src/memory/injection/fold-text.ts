/** A text's letters, digits, brackets and line breaks in one spelling, and where in the text each of them stood. */
export interface FoldedText {
  /** Lower case, without accents; brackets as `[`, `]`, `(`, `)`, line breaks as `\n`. */
  letters: string;
  /** Offset of the first character that letter number `index` was made of; the text's length after the last one. */
  from(index: number): number;
  /** Offset behind the last one. */
  to(index: number): number;
}

/**
 * What is left of a text however a site writes it: entities are what they stand for, and white space, punctuation,
 * marks of emphasis and backslashes are nothing.
 */
export function foldText(text: string): FoldedText {
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  let backslashes = 0;
  for (let at = 0; at < text.length; ) {
    const entity = text[at] === '&' ? entityAt(text, at) : undefined;
    const character = entity?.character ?? characterAt(text, at);
    const end = at + (entity?.length ?? character.length);
    const letter = folded(character);
    if (letter !== '') {
      starts[letters.length] = isBracket(letter) ? at - backslashes : at;
      ends[letters.length] = end;
      letters.push(letter);
    }
    backslashes = character === '\\' ? backslashes + 1 : 0;
    at = end;
  }
  starts[letters.length] = text.length;
  return {
    letters: letters.join(''),
    from: (index) => starts[index] ?? text.length,
    to: (index) => ends[index] ?? text.length,
  };
}

function folded(character: string): string {
  if (character < '\u0080') return plain[character.charCodeAt(0)] ?? '';
  const [base = ''] = character.normalize('NFD').toLowerCase();
  return base.length === 1 && /[\p{L}\p{N}]/u.test(base) ? base : '';
}

/** By code; looked up, for this is done for every character of every prompt. */
const plain = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z\d[\]()\n]/i.test(character) ? character.toLowerCase() : '';
});

function characterAt(text: string, at: number): string {
  const unit = text.charAt(at);
  return unit < '\ud800' || unit > '\udfff' ? unit : String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function isBracket(character: string): boolean {
  return character === '[' || character === ']' || character === '(' || character === ')';
}

/** At the end of the text also one that was cut off. */
const entity =
  /&(?:amp;)*(?:#(?<decimal>\d{1,7});|#x(?<hex>[\da-f]{1,6});|(?<name>[a-z]{2,8});|(?<cut>[#\da-z]{0,8})$)/iy;

/** An entity as it stands at a place of the text; one that nobody knows is nothing. */
function entityAt(text: string, at: number): { character: string; length: number } | undefined {
  entity.lastIndex = at;
  const match = entity.exec(text);
  const { decimal, hex, name, cut } = match?.groups ?? {};
  if (!match) return undefined;
  const length = match[0].length;
  if (cut !== undefined) return { character: ' ', length };
  if (name !== undefined) return { character: named[name.toLowerCase()] ?? accented(name), length };
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return { character: code <= 0x10ffff ? String.fromCodePoint(code) : ' ', length };
}

const named: Record<string, string> = {
  lbrack: '[',
  lsqb: '[',
  rbrack: ']',
  rsqb: ']',
  lpar: '(',
  rpar: ')',
  newline: '\n',
};

/** The letter of such as `&uuml;`; of all others a space. */
function accented(name: string): string {
  return /^[a-z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)$/i.test(name) ? name.charAt(0) : ' ';
}
