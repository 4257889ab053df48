import { contentWords } from '@/lib/content-words';
import { englishStem } from '@/lib/english-stem';
import { characterPairs, isUnspaced, plainWords, splitScripts } from '@/lib/plain-words';

/** A question as it is compared: what tells it from others. */
export interface QuestionWords {
  /** Stems, numbers as digits; without what only builds a question. */
  telling: ReadonlySet<string>;
  weight: number;
  /** With what builds it: "use" tells one question about Docker from another where there is little else. */
  all: ReadonlySet<string>;
  /** "why", "when" and the like. */
  aspects: ReadonlySet<string>;
  /** Words before and after a "to": from Porto to Lisbon is not from Lisbon to Porto. */
  directions: ReadonlySet<string>;
}

export function questionWords(text: string): QuestionWords {
  const plain = phrases.reduce((read, [said, meant]) => read.replace(said, meant), text.slice(0, longest));
  const words = plainWords(plain).flatMap(splitScripts).flatMap(parts);
  const telling = new Set(words.filter((word) => !scaffold.has(word)).map(meaning));
  return {
    telling,
    weight: weightOf(telling),
    all: contentWords(plain),
    aspects: aspectsIn(text.slice(0, longest)),
    directions: directionsIn(words),
  };
}

function aspectsIn(text: string): Set<string> {
  return new Set(aspects.filter(([, said]) => said.test(text)).map(([aspect]) => aspect));
}

const aspects: readonly (readonly [string, RegExp])[] = [
  ['why', /\b(?:why|how come|warum|wieso|pourquoi|por qu[eé])\b/i],
  ['when', /\b(?:when (?:is|are|was|were|do|does|did|will|should|can)|wann|quand)\b/i],
  ['where', /\b(?:where|wo|où|dónde|onde)\b/i],
  ['who', /\b(?:who|wer|quién|quem)\b/i],
  ['how long', /\bhow (?:long|often)\b|\bwie lange?\b/i],
  ['compare', /\b(?:difference|differ|vs|versus|compare[ds]?|comparison|unterschied)\b/i],
];

/** Whether a word stands for one thing alone: a number, a version, a code. */
export function isSpecific(word: string): boolean {
  return /\p{N}/u.test(word);
}

/** What stands for one thing alone counts twice. */
export function weightOf(words: Iterable<string>): number {
  let weight = 0;
  for (const word of words) weight += isSpecific(word) ? 2 : 1;
  return weight;
}

const longest = 2_000;

/** Other words for the same, where one of them is more than one word; and what asks for a text to be written. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/['’]s\b/gu, ''],
  [/^\W*(?:please |can you |could you )*(?:write|draft|compose|create|generate)(?: me)? (?=an? )/i, ''],
  [/\bsort of\b/gi, ''],
  [/\b(?:vs|versus|between)\b/gi, ''],
  [/\b(?:turn|switch)(ing|ed)? off\b/gi, 'disable'],
  [/\b(?:turn|switch)(ing|ed)? on\b/gi, 'enable'],
  [/\b(?:get|getting|got) rid of\b/gi, 'remove'],
  [/\b(?:get|getting|take|taking)\b(?: \S+){1,3} (?:out|off)\b(?! of)/gi, 'remove'],
  [/\bset(?:ting)? up\b/gi, 'setup'],
  [/\bwithout losing\b/gi, 'keep'],
  [/\bhow many (?:minutes|hours|days|weeks|months|years)\b/gi, 'how long'],
  [/\bhow expensive\b|\bwhat does (.{1,40}) cost\b|\bprice of\b/gi, '$1 cost'],
  [/\bas fast as possible\b/gi, 'fast'],
  [/\b(?:c\+\+)/gi, 'cpp'],
  [/\b(?:c#)/gi, 'csharp'],
];

/** What builds a question and does not tell what it is about. "Not", "without" and the like turn it round and stay. */
const scaffold = new Set(
  `a about actually again against all also although always am an and another any anybody anyone anything are as ask asking at away
  back be because been being best better between both briefly but by came can cannot cant come could couldnt currently
  detail detailed did didnt difference different do does doesnt doing done dont each easiest easily easy either else err error
  etc ever every everything exactly example exception explain explanation feel few find fix fixed fixing for from gave get
  gets getting give given gives giving go goes going gonna good got great guide had happen happens happening has have havent
  having he hello help hers hey hi him his how i id ie if ill im in instead into is isnt issue it its ive just keep keeps
  kind know let lets like little look looking lot lots made make makes making many may maybe me mean means meaning mine more
  most much must my myself need needed needs now of off ok on one ones only or other others our ours out over own people please possible
  possibly problem proper properly quick quickly really recommend recommended relate related right said same say says see
  seem seems sense she should show shown simple simplest simply so solution solve some somebody someone something still
  step steps such suggest suggestion suggestions sure take takes tell term terms than thank thanks that thats the their
  theirs them then there these they thing things think this those throw throws to today too trick try trying tutorial
  understand up us use used using usually versus very vs want wanted wants was wasnt way ways we went were what whats
  whatever when whenever where whether which while who whom whose why will with work worked working works would wont
  wrong yes you your yours
  bitte das dem den der des die dir du ein eine einem einen einer er es fur gehen geht gibt haben hat ich ihr im in ist
  kann kannst konnen machen man mein meine mich mir mit oder sich sie sind so und uns unter von war warum was wegen wenn
  wer wie wir wird wo zu zum zur
  al como con cual cuando de del donde el en es esta este la las lo los me mi mis para pero por porque puedo que se si su
  tengo un una y yo
  au aux avec ce ces cette comment dans des du elle en est et il je le les ma mes mon ne nous ou par pas peux peut plus pour
  pourquoi quand quel quelle qui quoi sa ses son sont sur une vous
  com da das do dos ele eu faco fazer isso mais meu minha na nao nas no nos o os para pode pelo posso quando se sem ser seu
  sua tem um uma voce`.split(/\s+/u),
);

const sameMeaning: Record<string, string> = {};
for (const group of `dict dictionary;js javascript;ts typescript;py python;postgres postgresql psql;k8s kubernetes;repo repository
  app application;regexp regex;photo picture image;trip travel vacation holiday journey;job position role;remove delete
  repair mend;purchase buy;cheap inexpensive affordable;begin start;quick fast speed;doctor physician;kid child children
  larger bigger greater above;smaller below under;shrink compress;dough batter;substitute replacement alternative
  2 two;3 three;4 four;5 five;6 six;7 seven;8 eight;9 nine;10 ten;11 eleven;12 twelve;1 first;2 second;3 third`
  .split(/[;\n]/u)
  .map((line) => line.trim().split(/\s+/u))) {
  for (const word of group) sameMeaning[englishStem(word)] = englishStem(group[0] ?? word);
}

function meaning(word: string): string {
  const stem = englishStem(word);
  return sameMeaning[stem] ?? stem;
}

function parts(word: string): string[] {
  if (!isUnspaced(word)) return [word];
  const characters = Array.from(word);
  return characters.length > 1 ? characterPairs(characters) : characters;
}

function directionsIn(words: readonly string[]): Set<string> {
  const directions = new Set<string>();
  words.forEach((word, place) => {
    const before = words[place - 1];
    const after = words[place + 1];
    if ((word === 'to' || word === 'into') && before && after)
      directions.add(`${meaning(before)} ${meaning(after)}`);
  });
  return directions;
}
