import { contentWords } from '@/lib/content-words';
import { plainWords } from '@/lib/plain-words';

/**
 * Whether a newer sentence takes the place of an older one: it says the same of the same subject with another value
 * ("I drive a Golf", "I drive a Fiat now"), or denies it. Both are of one person and one kind. In doubt it does not:
 * of two values that stay, the newer one is offered first, while one that was replaced is not offered any more.
 */
export function replaces(newer: string, older: string): boolean {
  const now = wordsOf(newer);
  const before = wordsOf(older);
  const shared = before.filter((word) => now.includes(word)).length;
  if (shared === before.length && shared === now.length) return denies.test(newer) !== denies.test(older);
  if (denies.test(newer) && !denies.test(older)) return isDenied(newer, before.length, shared);
  if (isOneMore.test(newer) || isOneOfSeveral.test(newer)) return false;
  if (isOtherAmount(newer, older)) return true;
  if (doneToMany.test(plain(newer)) || now[0] !== before[0] || shared === before.length) return false;
  if (!sharesItsVerb(newer, older)) return false;
  const likeness = shared / new Set([...now, ...before]).size;
  if (likeness >= sameThing.plain && shared >= fewestShared) return true;
  if (isNameOfTheSame(newer, older)) return true;
  return changed.test(newer) && likeness >= sameThing.marked && startsAlike(newer, older);
}

/** The newer sentence itself says that something changed. */
const changed =
  /\b(?:now|nowadays|switched|switch|changed|moved|replaced|upgraded|swapped|new|no longer|not any ?more|anymore|any more|instead|stopped|quit|gave up|sold|since (?:january|february|march|april|may|june|july|august|september|october|november|december|last|this|\d{4}))\b/i;
const markers = contentWords(
  'now nowadays currently switched changed moved replaced upgraded swapped new no longer not never any more anymore instead stopped quit gave up sold since still just recently',
);
const denies = /\b(?:no longer|not|never|stopped|quit|gave up|(?:do|does|is|are|ca)n['’]t|any ?more)\b/i;
const ofOneself = /^(?:i|we|my|our)\b/i;
/** What was so is over, whatever else is said of it. */
const ends = /\b(?:no longer|stopped|quit|gave up|any ?more)\b/i;
const isOneMore = /\b(?:too|also|as well|another|other|second|third)\b/i;

/** Of others more words may differ: it is by their names that two sentences meet. Of oneself one says much alike. */
function isDenied(newer: string, words: number, shared: number): boolean {
  if (!ofOneself.test(newer)) return shared >= Math.max(3, words * 0.6);
  return ends.test(newer) && shared === words && shared > 1;
}

/** How much two sentences must share, of all their words, to speak of the same thing. */
const sameThing = { plain: 0.5, marked: 0.2 };
/** Words shared by chance are fewer. */
const fewestShared = 3;

/** What a sentence is about, in its order; what only tells that something changed is left out. */
function wordsOf(text: string): string[] {
  return [...contentWords(text)].filter((word) => !markers.has(word));
}

/** One has several of them: another one is not the same one with another name. */
const isOneOfSeveral =
  /^(?:my|our) (?:\w+ )?(?:brother|sister|son|daughter|child|kid|twin|uncle|aunt|cousin|nephew|niece|grand\w+|friend|colleague|neighbou?r|flatmate|roommate|dog|cat|pet|horse|rabbit|hamster|parrot|hen)s?\b/i;
/** One likes, has and knows many things at once. */
const doneToMany =
  /^(?:i|we)(?:'ve| have| am|'m| are|'re)?(?: \w+ly| now| just)? (?:a fan|have|has|had|own|got|lik|lov|enjoy|ador|prefer|hat|dislik|avoid|play|speak|know|learn|stud|collect|eat|tak|want|plan|hop|need|read|watch|visit|follow|been|cook|grow|suffer|fear|afraid|allergic|interested)/i;

/** In figures or words, before its unit; "chapter 4" and "number 7" are names. */
const amounts =
  /(?<!\b(?:number|no\.?|chapter|part|level|version) )\b(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten)\b(?=\s*[\p{L}%€$£])/giu;

/** The same words about another amount of the same. */
function isOtherAmount(newer: string, older: string): boolean {
  const [now, before] = [newer, older].map((text) => ({
    words: wordsOf(text.replace(amounts, ' amount ')).join(),
    amounts: (text.match(amounts) ?? []).join(),
  }));
  return now?.words === before?.words && now?.amounts !== before?.amounts;
}

/** "My phone is", "our till system is": what follows is said of the same. */
const saysOf =
  /^(?:my|our)\b.*?\b(?:is|are|was|were|has|have|had|costs?|ends?|starts?|runs?|takes?|lives?|works?|weighs?|opens?|closes?)\b/i;

/** Where a sentence tells of something of one's own, both must tell it of the same: two daughters differ. */
function sharesItsVerb(newer: string, older: string): boolean {
  const [now, before] = [newer, older].map((text) => saysOf.exec(unmarked(text))?.[0]?.toLowerCase());
  return now === before;
}

/** One name or day in the place of another: "my landlord is called", "my phone is a", "my deadline is 3 June". */
const named = /^(?:my|our) .*?\b(?:called|name is|favou?rite .* is|is (?:an? |the |on |with |at |(?=\d)))/i;
const nameLike = /[\p{Lu}\d]/u;

function isNameOfTheSame(newer: string, older: string): boolean {
  const [now, before] = [newer, older].map((text) => {
    const start = named.exec(unmarked(text))?.[0] ?? '';
    return { start: start.toLowerCase().replace(/\ban /, 'a '), value: unmarked(text).slice(start.length) };
  });
  if (!now || !before || now.start === '' || now.start !== before.start) return false;
  return /favou?rite/.test(now.start) || (nameLike.test(now.value) && nameLike.test(before.value));
}

/** "My phone is", "I drive", "Our till system is": the same subject does the same. */
function startsAlike(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => plainWords(unmarked(text)).slice(0, 3));
  return left?.length === 3 && left.join() === right?.join();
}

function unmarked(text: string): string {
  return plain(text).replace(
    / (?:now|nowadays|currently|recently|just|still|new|switched to|changed to|have|'ve)\b/gi,
    '',
  );
}

function plain(text: string): string {
  return text.trim().replaceAll('’', "'");
}
