/** A text in which only letters, digits and sentence marks tell, with the way back to the places they came from. */
export interface Folded {
  text: string;
  /** Where the character at a place of `text` begins and ends in the text it was made of. */
  starts: readonly number[];
  ends: readonly number[];
}

/** Quotation marks of all sorts, apostrophes, the marks of bold and code, and what nobody sees. */
const skipped = /['"`´‘’‚‛“”„‟«»‹›「」*\p{Cf}]/u;

/** What a model changes when it copies: case, white space, quotation marks, apostrophes, kinds of dashes. */
export function fold(text: string): Folded {
  const written: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  let last = ' ';
  for (const character of text) {
    const end = index + character.length;
    const folded = plain(character, last);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(index);
      ends.push(end);
    }
    if (folded !== '') {
      written.push(folded);
      last = folded;
    }
    index = end;
  }
  return { text: written.join(''), starts, ends };
}

/** Of white space only the first counts, and none at the beginning. */
function plain(character: string, last: string): string {
  if (skipped.test(character)) return '';
  if (/\s/u.test(character)) return last === ' ' ? '' : ' ';
  if (/\p{Pd}/u.test(character)) return '-';
  return character.toLowerCase();
}
