/** Takes English plurals, -ing and -ed off, so that "hiking", "hiked" and "hikes" all meet "hike". */
export function englishStem(word: string): string {
  if (word.length < 4 || word.length > longestWord || !/^[a-z]+$/.test(word)) return word;
  return withoutE(withoutTense(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^aious]s$|[aeiou]os$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const rest = /^(?<rest>.*[aeiouy].*)(?:ing|(?<!e)ed)$/.exec(word)?.groups?.rest;
  if (rest === undefined || rest.length < 3) return word;
  if (/([^aeioulsz])\1$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest) ? `${rest}e` : rest;
}

function withoutE(word: string): string {
  const rest = word.slice(0, -1);
  return word.endsWith('e') && word.length > 3 && !isShort(rest) ? rest : word;
}

/** One syllable that ends in one vowel and one consonant: such a stem keeps its e ("hike", but "danc"). */
function isShort(stem: string): boolean {
  return /^[^aeiouy]*[aeiouy][^aeiouwxy]$/.test(stem);
}

/** Longer runs of letters are no words, and looking for their stem takes the square of their length. */
const longestWord = 40;
