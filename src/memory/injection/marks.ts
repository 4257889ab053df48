import { foldText } from '@/memory/injection/fold-text';
import {
  blockLanguages,
  closingIn,
  formerOpenings,
  lineOpeningIn,
  openingIn,
} from '@/memory/injection/wording';

/** The first or last words of a block, found in a folded text. */
export interface Mark {
  /** Of a section or paragraph, or of a line; `cut`: the text ends before it tells what it is. */
  is: 'opening' | 'closing' | 'line' | 'cut';
  /** Numbers of its first letter and of the one behind its last. */
  from: number;
  to: number;
}

/**
 * All marks of all languages, in order. Each walk begins at a bracket and ends with the next one at the latest, so that
 * no letter is looked at more than three times.
 */
export function marksIn(letters: ArrayLike<string>): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at];
    if (letter !== '[' && letter !== '(') continue;
    const mark = markAt(letters, at);
    if (mark) marks.push(mark);
  }
  return marks;
}

function markAt(letters: ArrayLike<string>, from: number): Mark | undefined {
  let step = start;
  let taken = 0;
  for (let at = from; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    if (letter === '\n') continue;
    const next = step.next.get(letter);
    if (!next) return undefined;
    if (next.is) return { is: next.is, from, to: at + 1 };
    step = next;
    taken++;
  }
  return { is: 'cut', from, to: from + taken };
}

interface Step {
  next: Map<string, Step>;
  is?: Mark['is'];
}

const start: Step = { next: new Map() };

function learn(words: string, is: Mark['is']): void {
  let step = start;
  for (const letter of foldText(words).letters) {
    const next = step.next.get(letter) ?? { next: new Map() };
    step.next.set(letter, next);
    step = next;
  }
  step.is = is;
}

for (const language of blockLanguages) {
  learn(openingIn(language), 'opening');
  learn(closingIn(language), 'closing');
  learn(lineOpeningIn(language), 'line');
}
for (const opening of formerOpenings) learn(opening, 'opening');
