/**
 * Whether a token looks drawn by lot rather than written: its letters and figures change places often, as they do in
 * no identifier, path or word.
 */
export function looksRandom(token: string): boolean {
  const digits = token.match(/\d/g)?.length ?? 0;
  const share = changes(token) / Math.max(1, token.length - 1);
  if (isWritten(token)) return false;
  return share >= 0.35 || (digits >= 2 && share >= 0.25 && hasLetter.test(token));
}

/** Letters with figures among them, or with signs: no word of a language. */
export function isMixed(token: string): boolean {
  return hasLetter.test(token) && /[\d!#$%&*+?@^~]/.test(token);
}

const hasLetter = /[A-Za-z]/;

/** Words and numbers joined by hyphens, underscores, dots or slashes, or as in camelCase. */
function isWritten(token: string): boolean {
  const parts = token.split(/[-_./]|(?<=[a-z])(?=[A-Z])/);
  const plain = parts.filter((part) => /^(?:[A-Z]?[a-z]*\d{0,4}|[A-Z]+\d{0,4}|\d*)$/.test(part));
  return plain.length === parts.length && parts.length <= token.length / 3;
}

/** How often a letter of one case, a letter of the other, a figure and a sign follow one another. */
function changes(token: string): number {
  let count = 0;
  for (let place = 1; place < token.length; place++) {
    if (sortAt(token, place) !== sortAt(token, place - 1)) count++;
  }
  return count;
}

function sortAt(token: string, place: number): string {
  const character = token.charAt(place);
  if (character >= '0' && character <= '9') return 'digit';
  if (character >= 'a' && character <= 'z') return 'small';
  return character >= 'A' && character <= 'Z' ? 'large' : 'sign';
}
