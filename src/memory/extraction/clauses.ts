import { timeFirst } from '@/memory/extraction/core';
import type { Sentence } from '@/memory/extraction/sentences';

/** One statement as a rule reads it. */
export interface Clause {
  /** Begins with its subject, ends without punctuation and particles; empty where nothing is stated. */
  text: string;
  /** Where its written words stand; a subject taken over from the clause before is not among them. */
  start: number;
  end: number;
}

interface Part {
  text: string;
  start: number;
  /** The conjunction before it, lower-case, or `,` where there is none. */
  link: string;
}

const link =
  'and|but|so|because|cause|cuz|since|as|plus|also|yet|or|nor|though|although|given that|et|mais|car|und|aber|denn|y|e|ed|pero|mas|ma|porque|perché|weil';
const speaker =
  "I|i'm|im|i am|i've|i have|i'd|i'll|i was|we|we're|we've|my|our|je|j'\\p{L}+|mon|ma|mes|ich|mein|meine|yo|mi|me|soy|tengo|vivo|trabajo|eu|meu|minha|sou|moro|tenho|trabalho|io|sono|ho|lavoro|abito|mio|mia|il mio|la mia";
const others = "he|she|they|it|it's|you|you're|your|that's|there|this|these|those|his|her|their|the";
const asking =
  "what|what's|which|where|who|how|when|why|whose|can|could|would|should|is|are|am|do|does|did|will|may|any|qué|que|quoi|quel|quelle|was|wie|wo|kannst|peux|puedes|pode|puoi|cosa|come";
const demanding =
  "please|help|give|recommend|suggest|plan|tell|show|write|find|make|list|explain|create|design|call|call me|don't|never|always|avoid|keep|let|need|looking|bitte";
const verbs =
  "live|lived|work|worked|moved|love|like|hate|prefer|enjoy|dislike|have|had|can't|cannot|don't|dont|never|only|always|usually|mostly|avoid|drive|own|use|speak|study|studied|teach|play|eat|drink|follow|take|collect|grew up|was born|was diagnosed|want|plan|am|suffer|wake|run|need";
const germanVerbs = 'wohne|lebe|arbeite|bin|habe|mag|liebe|hasse|esse|trinke';
const states =
  'training|learning|studying|working|living|planning|saving|trying|preparing|building|vegan|vegetarian|pescatarian|diabetic|allergic|lactose|married|based|pregnant|retired|divorced|single|from';
const end = "(?![\\p{L}\\p{N}'])";

const hardBreak = String.raw`[;()…]+|\s[–—-]{1,2}\s|—|[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f]+|[!?.]+\s`;
const boundary = new RegExp(
  `(?:${hardBreak})\\s*(?:(?<a>${link})\\s+)?` +
    `|[,:]\\s*(?:(?<b>${link})\\s+)?(?=(?:${speaker}|${others}|${asking}|${demanding}|(?<=,\\s*(?:and|but)\\s+)(?:${verbs}))${end})` +
    `|\\s+(?<c>and|but|or|so|because|cause|cuz|plus|though|although|et|mais|car|und|aber|denn|y|e|ed|pero|mas|ma|porque|perché|weil)\\s+(?=(?:also |then )?(?:${speaker}|he|she|they|it|you|what|how|where|can|could|should|${verbs}|${states}|(?<=\\sund\\s+)(?:${germanVerbs}))${end})` +
    `|\\s+(?<d>since|as)\\s+(?=(?:i'm|im|i am|i have|i've|i can't|i don't|i live|i work|i only|my|we're|we have)${end})`,
  'giu',
);

const standingOrder =
  /^\W*(?:please |and |so )*(?:from now on|going forward|in (?:the )?future|for (?:all )?future|in general|whenever|every time|each time|any time|when(?:ever)? (?:you (?:answer|reply|write|respond|explain|give|suggest|recommend|code|help|talk|use|generate|summari[sz]e|translate)|i ask|answering|writing|responding|replying))(?![\p{L}])/iu;
const question = new RegExp(
  `^(?:(?:and|but|so|or|also|then|hi|hey|hello|please)[, ]+)*(?:${asking})${end}(?! i say)`,
  'iu',
);
const reported =
  /\b(?:said|says|say|saying|told|tells|asked|asks|claims?|thinks?|thought|whether|wrote|believes|believed|heard|wish(?:es)?|maybe|perhaps|might|dit que|dice que|disse|sagt)\b/iu;
const because = /^(?:because|cause|cuz|since|as|given that|weil|car|porque|perché|denn)$/i;
const onward = /^(?:and|or|nor|plus|et|und|y|e|ed)$/i;

const leadIn =
  /^(?:[\s\-*•·,.:!?"')\]#]|\d{1,2}[.)]\s|(?:hi|hello|hey|good (?:morning|evening|afternoon)|thanks|thank you|ok|okay|yes|no(?=,)|yeah|well|so|and|but|also|plus|oh|sure|right|anyway|actually|btw|by the way|fyi|ps|p\.s\.|please|note|note that|please note that|keep in mind(?: that)?|bear in mind(?: that)?|remember(?: that)?|please remember(?: that)?|don't forget(?: that)?|just so you know|you should know(?: that)?|for (?:context|reference|the record|info|your information)|some context|context|background|as (?:you know|i said|mentioned)|the thing is|to be (?:honest|clear)|honestly|personally|in fact|given that|considering(?: that)?|because|since|although|though|unfortunately|sadly|luckily|if (?:it|that) (?:helps|matters)|as for me|bonjour|salut|hallo|hola|olá|oi|ciao|übrigens|au fait|por cierto|a propósito)(?![\p{L}\p{N}'])\s*[,:!.–—-]*\s*)+/iu;
const tail =
  /(?:[\s.!?…,;:)\]"–—-]|\p{Extended_Pictographic}|\ufe0f|(?<=\s)(?:too|as well|btw|by the way|though|tho|lol|haha|thanks|thank you|please|fyi|if (?:that|it) (?:helps|matters)|so|and|but))+$/iu;

/**
 * The clauses of a sentence. One that states nothing of its own (a question, reported speech and what hangs on them)
 * has no text.
 */
export function clausesOf(sentence: Sentence): Clause[] {
  const asks = /\?[\s\p{P}\p{S}]*$/u.test(sentence.text);
  if (standingOrder.test(sentence.text)) return asks ? [] : [trimmed(whole(sentence))];
  const parts = partsOf(sentence);
  const clauses: Clause[] = [];
  let subject = '';
  let tainted = false;
  let asked = false;
  for (const [index, part] of parts.entries()) {
    const trailing: boolean = asks && index === parts.length - 1 && !asked && !because.test(part.link);
    const isQuestion: boolean = trailing || question.test(part.text);
    asked ||= isQuestion;
    tainted = isQuestion || reported.test(part.text) || (tainted && onward.test(part.link));
    const clause = trimmed(part);
    const text = tainted ? '' : withSubject(clause.text, part.link, subject);
    subject = subjectOf(text);
    if (tainted || text !== '') clauses.push({ ...clause, text });
  }
  return clauses;
}

function whole(sentence: Sentence): Part {
  return { text: sentence.text, start: sentence.start, link: '' };
}

function partsOf(sentence: Sentence): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let before = '';
  for (const match of sentence.text.matchAll(boundary)) {
    if (isTime(sentence.text.slice(from, match.index))) continue;
    parts.push({ text: sentence.text.slice(from, match.index), start: sentence.start + from, link: before });
    const { a, b, c, d } = match.groups ?? {};
    before = (a ?? b ?? c ?? d ?? ',').toLowerCase();
    from = match.index + match[0].length;
  }
  parts.push({ text: sentence.text.slice(from), start: sentence.start + from, link: before });
  return parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** A time before the subject is no clause of its own. */
function isTime(text: string): boolean {
  return timeFirst.exec(text.trim())?.[0].length === text.trim().length;
}

function trimmed(part: Part): Clause {
  const from = leadIn.exec(part.text)?.[0].length ?? 0;
  const said = part.text.slice(from).replace(tail, '');
  const text = subordinate.test(part.text.slice(0, from)) && secondSubject.test(said) ? '' : said;
  return { text, start: part.start + from, end: part.start + from + said.length };
}

/** Words without what leads into a statement and trails behind it: conjunctions, greetings, particles. */
export function bareWords(text: string): string {
  return text.slice(leadIn.exec(text)?.[0].length ?? 0).replace(tail, '');
}

/** "Since I moved here I have been tired" has no mark where its statement begins, so neither half is read. */
const subordinate = /(?:^|\s)(?:since|because|although|though|given that)\s*$/i;
const secondSubject = /.\s(?:I|I'm|I've|my|we)\s/;

const startsWithVerb = new RegExp(`^(?:also )?(?:${verbs})${end}`, 'iu');
const startsWithGermanVerb = new RegExp(`^(?:${germanVerbs})${end}`, 'iu');
const startsWithState = new RegExp(`^(?:also )?(?:${states})${end}`, 'iu');

/** "I work at the port and live in Rome": the second clause takes the subject of the first. */
function withSubject(text: string, link: string, subject: string): string {
  if (subject === 'Ich' && link === 'und' && startsWithGermanVerb.test(text)) return `Ich ${text}`;
  if (subject === '' || !/^(?:and|but|,)$/.test(link)) return text;
  if (subject === "I'm" && startsWithState.test(text)) return `I'm ${text}`;
  return startsWithVerb.test(text) ? `I ${text}` : text;
}

function subjectOf(text: string): string {
  if (/^ich(?![\p{L}'])/iu.test(text)) return 'Ich';
  if (/^(?:i'?m|i am)(?![\p{L}'])/iu.test(text)) return "I'm";
  return /^i(?:'ve|'d)?(?![\p{L}'])/iu.test(text) ? 'I' : '';
}
