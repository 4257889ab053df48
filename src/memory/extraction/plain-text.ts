/** A text as the rules read it, with the way back to the words as they were written. */
export interface PlainText {
  text: string;
  /** The written words between two places of `text`. */
  written(start: number, end: number): string;
}

/** Invisible characters, typographic apostrophes and spaces, and letters with separate marks. */
const odd =
  /(?<invisible>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])|(?<apostrophe>[\u2018\u2019\u201b\u02bc\u00b4])|(?<space>[\u00a0\u2000-\u200a\u202f\u3000\t])|\P{M}\p{M}+/gu;

/** Straight apostrophes, ordinary spaces, nothing invisible, NFC. */
export function plainText(written: string): PlainText {
  const shifts: { from: number; by: number }[] = [];
  let text = '';
  let read = 0;
  for (const match of written.matchAll(odd)) {
    text += written.slice(read, match.index) + plainCharacter(match);
    read = match.index + match[0].length;
    const by = read - text.length;
    if (by !== (shifts.at(-1)?.by ?? 0)) shifts.push({ from: text.length, by });
  }
  text += written.slice(read);
  const place = (index: number) => index + (shifts.findLast(({ from }) => from <= index)?.by ?? 0);
  return { text, written: (start, end) => written.slice(place(start), place(end)) };
}

function plainCharacter(match: RegExpExecArray): string {
  const { invisible, apostrophe, space } = match.groups ?? {};
  if (invisible) return '';
  if (apostrophe) return "'";
  if (space) return ' ';
  return match[0].normalize('NFC');
}
