import { contentWords } from '@/lib/content-words';
import { ofText } from '@/memory/consolidation/of-text';
import { type Sentence, sentenceOf } from '@/memory/consolidation/sentence';
import { subjectOf } from '@/memory/consolidation/slot';

/** Whether a newer sentence says that what an older one tells is over, or turned into its opposite. */
export function endsWhat(newer: Sentence, older: Sentence): boolean {
  if (isLoss(newer, older) || isPartingFrom(newer, older) || isOver(newer, older)) return true;
  if (isAllowed(newer, older)) return true;
  const subject = subjectOf(newer.text);
  if (subject === undefined || subject !== subjectOf(older.text)) return false;
  return isTurned(newer, older) || isDoneNow(newer, older) || isMeatAgain(newer, older);
}

/** "I sold the van", "I switched from Emacs to Helix", "I used to smoke": all that ends is in what was said. */
function isOver({ text }: Sentence, older: Sentence): boolean {
  if (older.isDenial || older.isPast) return false;
  const subject = subjectOf(older.text);
  if (subject === undefined) return false;
  const before = new Set(older.words);
  return endedIn(text).some(
    (ended) => ended.subject === subject && ended.words.every((stem) => before.has(stem)),
  );
}
/** What a text says is over, and of whom. */
const endedIn = ofText((text: string) => {
  const spans = [
    ...[...text.matchAll(over)].map(({ 0: word, index }) => ({
      index,
      rest: text.slice(index + word.length),
    })),
    ...behind.flatMap((shape) =>
      [...text.matchAll(shape)].map(({ 1: rest = '', index }) => ({ index, rest })),
    ),
  ];
  return spans
    .map(({ index, rest }) => ({
      subject: subjectAt(text, index),
      words: sentenceOf(rest.split(reason)[0] ?? '').words.filter((stem) => !fillers.has(stem)),
    }))
    .filter(({ words }) => words.length > 0);
});

/** Of whom the words at a place tell: "the test showed that I'm not allergic" tells of me. */
function subjectAt(text: string, index: number): string | undefined {
  return nearest.test(text.slice(0, index)) ? 'i' : subjectOf(text);
}

const nearest =
  /\b(?:i|we)(?:'m| am|'ve| have| had)?(?: (?:have|had|am|\w+ly|just|finally|do|decided|also))* ?$/i;
const over =
  /\b(?:no longer|not? .*any ?more|stopped|quit(?:ting)?|gave up|given up|dropped|sold|used to|left|graduated from|moved out of|got rid of|cancell?ed|do(?:es)?n't|(?<=I'm )not|am not|isn't|aren't|is not|not)\b/giu;
/** What was left behind for something else. */
const behind = [
  /\b(?:switch|chang|mov|renam|migrat|convert|swap|transferr)\w*\b.{0,30}?\bfrom (?:my |our |the )?(.+?) (?:to|into)\b/giu,
  /\b(?:replac|swapp|trad)\w* (?:in )?(?:my |our |the )?(.+?) (?:with|by|for)\b/giu,
  /\b(?:dump|ditch|bin|swap|left|leav|drop)\w* (?:my |our |the )?(.+?) for\b/giu,
  /\b(?:instead of|rather than) (.+)/giu,
  /, not (.+)/giu,
];
const reason =
  /[,;.:]|\b(?:(?:in|since|last|this|on|at|for|until|after|before) (?:the |last |about )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|\d)|last (?:spring|summer|autumn|winter|week|month|year)|and|but|because|so|any ?more|instead|as)\b/i;
const fillers = contentWords('have be own all after any more entirely completely good');

/** "You can use emojis again" of what was not to be done. */
function isAllowed(newer: Sentence, older: Sentence): boolean {
  const what = allows.exec(newer.text)?.[1];
  if (what === undefined || !older.isDenial) return false;
  const before = new Set([...older.words, ...older.denied]);
  const words = sentenceOf(what).words;
  return words.length > 0 && words.every((word) => before.has(word));
}

const allows = /\b(?:you (?:can|may)|feel free to|go ahead and|it's (?:ok|okay|fine) to) (.+)/i;

/** Who eats meat is no vegetarian any more. */
function isMeatAgain(newer: Sentence, older: Sentence): boolean {
  return meatless.test(older.text) && !older.isDenial && meat.test(newer.text) && newer.isChange;
}

const meatless =
  /(?:'m|\b(?:am|is|are|gone|became?|went|eat|eats|eating|being|turned))\b(?: [\w-]+){0,3} (?:vegetarian|vegan|pescatarian|plant-based)\b/i;
const meat =
  /(?<!\b(?:not|never|longer|stopped)|n't) (?:eat|eats|eating|ate)\b.*\b(?:meat|chicken|beef|pork|steaks?|everything)\b/i;

/** What was liked is disliked, or the other way round. */
function isTurned(newer: Sentence, older: Sentence): boolean {
  const now = attitudeOf(newer.text);
  const before = attitudeOf(older.text);
  if (!now || !before || now.isFond === before.isFond) return false;
  return now.what === before.what;
}

const attitudes =
  /^(?:i|we|\p{Lu}\p{L}+)(?:'m| am| is| are)?(?: (?:really|actually|now|quite|still|also|just|do|does))* (?:(like|love|enjoy|adore|prefer|(?:a )?(?:big )?fan of|fond of)|(hate|dislike|detest|loathe|avoid|can(?:'t|not) stand|can(?:'t|not) bear|afraid of|scared of|(?:do|does)(?:n't| not) (?:really )?(?:like|enjoy|love|want)|not (?:a fan of|afraid of|fond of)))s? (.+)/iu;

const attitudeOf = ofText((text: string): { isFond: boolean; what: string } | undefined => {
  const match = attitudes.exec(text);
  if (!match) return undefined;
  const what = [...contentWords(match[3] ?? '')].filter((stem) => !sinceWhen.has(stem)).join(' ');
  return what === '' ? undefined : { isFond: match[1] !== undefined, what };
});

const sinceWhen = contentWords('now nowadays these days anymore any more again all actually really much');

/** "I've never been to Norway", "I went to Norway"; "I can't swim", "I learned to swim". */
function isDoneNow(newer: Sentence, older: Sentence): boolean {
  if (!older.isDenial || newer.isDenial || older.denied.size === 0) return false;
  const now = new Set(newer.words);
  const isAll = [...older.denied].every((stem) => now.has(stem) || fillers.has(stem) || done.has(stem));
  return isAll && (newer.isChange || (older.text.includes('never') && hasHappened.test(newer.text)));
}

const done = contentWords('been gone tried eaten seen visited had can able know how to');
const hasHappened =
  /^(?:i|we)(?:'ve| have)? (?:finally |just |first )?(?:went|saw|ate|tried|visited|had|flew|been|was|were|did|learn\w+|took|made|got|\w+ed)\b/i;

/** "Rex died" ends that there is a Rex. */
function isLoss({ text }: Sentence, older: Sentence): boolean {
  const who = lost.exec(text)?.[1];
  if (who === undefined) return false;
  const [name] = contentWords(who);
  return name !== undefined && older.names.has(name) && has.test(older.text);
}

const lost =
  /\b(\p{Lu}\p{L}+)(?: sadly| just)? (?:died|passed away|was put down|had to be put down|ran away)\b/u;
const has =
  /^(?:i|we)(?:'ve| have)? (?:have|has|got|own|keep|adopted)\b|^(?:my|our) (?:dog|cat|pet|horse|rabbit|hamster|parrot)\b.*\b(?:is|are) (?:called|named)\b/i;

/** Who parts from somebody is not with them any more. */
function isPartingFrom(newer: Sentence, older: Sentence): boolean {
  if (!parted.test(newer.text) || !together.test(older.text) || parted.test(older.text)) return false;
  if (!newer.isOwn && !/\band (?:i|me)\b/i.test(newer.text)) return false;
  return (
    newer.names.size === 0 || older.names.size === 0 || [...newer.names].some((name) => older.names.has(name))
  );
}

const parted =
  /\b(?:broke up|broken up|split up|divorced|separated|left (?:my|me)|ex-(?:wife|husband|partner)|widowed)\b/i;
const together =
  /^(?:i'm|i am|we're|my) .*\b(?:married|engaged|dating|together)\b|\bmy (?:wife|husband|girlfriend|boyfriend|partner|fianc[ée]+)\b|\bin a relationship\b|\b(?:live|am) with my (?:wife|husband|girlfriend|boyfriend|partner)\b/i;
