/** Words of speech that say nothing; only where they stand right after the subject, so that no meaning is lost. */
const fillers =
  /^(I(?:'m|'ve| am| have)?|we|my \p{L}+) (?:(?:also|actually|basically|honestly|just|literally|obviously|simply) )+/iu;
const apostrophes: [RegExp, string][] = [
  [/\bi(?=$|[ ,'])/g, 'I'],
  [/\bim\b/gi, "I'm"],
  [/\bive\b/gi, "I've"],
  [/\b(do|does|did|ca|wo|is|are)nt\b/gi, "$1n't"],
];

/** A clause as a sentence: capital first, full stop last, English apostrophes restored. */
export function statement(words: string): string {
  let text = words.replace(/\s+/g, ' ').trim();
  if (/^(?:i|im|i'm|ive|i've|we|my|our)(?![\p{L}'])/iu.test(text)) {
    for (const [slip, right] of apostrophes) text = text.replace(slip, right);
    text = text.replace(fillers, '$1 ');
  }
  const first = [...text][0] ?? '';
  const capitalised = first.toLocaleUpperCase('en') + text.slice(first.length);
  return /[.!?。！？]$/.test(capitalised) ? capitalised : `${capitalised}.`;
}
