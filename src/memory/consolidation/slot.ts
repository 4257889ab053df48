import { contentWords } from '@/lib/content-words';
import { ofText } from '@/memory/consolidation/of-text';

/** Who or what a sentence is about, in lower case: "i", "my sister ana", "the client meeting", "mara". */
export const subjectOf = ofText((text: string): string | undefined => {
  const said = text.replace(opening, '');
  if (self.test(said)) return 'i';
  const named = possessed.exec(said)?.[1] ?? proper.exec(said)?.[1];
  return named
    ?.toLowerCase()
    .replace(/^our /, 'my ')
    .replace(/^(my|the) (?:new|current|old|former) /, '$1 ');
});

/** What has one value at a time: where somebody lives, how old they are, who leads a project. */
export interface Slot {
  subject: string;
  attribute: string;
  /** Stems. */
  value: ReadonlySet<string>;
}

export const slotOf = ofText((text: string): Slot | undefined => {
  const subject = subjectOf(text);
  if (subject === undefined) return undefined;
  const said = text
    .replace(opening, '')
    .replace(self, '')
    .replace(possessed, '')
    .replace(proper, '')
    .replace(adverbs, '')
    .trim();
  for (const [attribute, shape] of attributes) {
    const match = shape.exec(said);
    if (!match || (attribute === 'place' && subject === 'i') || (attribute === 'post' && subject !== 'i'))
      continue;
    const { value = '', unit } = match.groups ?? {};
    const words = contentWords(value);
    const which =
      attribute === 'home' || attribute === 'place' ? sortOf(value) : `${attribute} ${unit ?? ''}`.trim();
    if (words.size > 0) return { subject, attribute: which, value: words };
  }
  return undefined;
});

/** Where another value is only another one, unless something is said to have changed. */
export function isOneOfMany({ subject, attribute }: Slot): boolean {
  return oneOfMany.test(subject) || attribute === 'post' || (attribute === 'is' && subject === 'i');
}

/** Another value of the same attribute; one that is only more exact is no other. */
export function isOtherValue(now: Slot, before: Slot): boolean {
  const shared = [...now.value].filter((word) => before.value.has(word)).length;
  return shared < Math.min(now.value.size, before.value.size);
}

const opening =
  /^(?:(?:(?:sorry|actually|no|well|oh|and|but|so|since|also|now|nowadays)\b|(?:from|since|as of|starting) [^,]{3,24}?(?=,? i\b)),? )+/i;
const self = /^(?:i|we)\b/i;
/** Up to its verb. */
const possessed =
  /^((?:my|our|the) (?:[\p{L}\p{N}'-]+ ){0,4}?[\p{L}\p{N}-]+)(?='s name\b| (?:is|are|was|were|has|have|had|will|can|lives?|works?|goes|moved|went|rose|fell|runs?|uses?|costs?|ends?|starts?|leaves|plays?|stud\w+|speaks?|likes?|loves?|hates?|needs?|takes? place|keeps?|leads?|got|turned|wants?|owns?|drives?|teach\w*|sells?|stores?|writes|sings?|plans?|closed|quit|gave|sponsors|deploys|left|weighs?|opens?|closes?|lies|sits|stands|wears?)\b)/iu;
const proper = /^(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*)(?= \p{Ll})/u;
/** One has several of them; only a name tells which. */
const oneOfMany =
  /^my (?:\w+ )?(?:brother|sister|son|daughter|child|kid|twin|uncle|aunt|cousin|nephew|niece|grand(?:son|daughter|child)|friend|colleague|neighbou?r|flatmate|roommate|dog|cat|pet|horse|rabbit|hamster|parrot|hen)s?$/i;
const adverbs =
  / (?:now|currently|still|also|just|recently|actually|really|mostly|both|already|nowadays|since then)\b/gi;

/** What is on, at or in something is so at a time, on a day or in a place. */
function sortOf(value: string): string {
  if (
    /^(?:\d{1,2}[:.]\d\d|\d{1,2}(?: ?[ap]m| o'clock)?(?![\d ]|\p{L})|half |noon|midnight|quarter )/iu.test(
      value,
    )
  )
    return 'time';
  return /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d{4}|spring|summer|autumn|winter)\b/i.test(
    value,
  )
    ? 'day'
    : 'place';
}

const be = "(?:am|are|is|was|were|'m|'re|'s)";
const numbers = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const attributes: readonly (readonly [string, RegExp])[] = [
  [
    'home',
    new RegExp(
      `^ ?(?:${be} |have |has |'ve )?(?:liv(?:e|es|ed|ing)|based|resid(?:e|es|ing)|moved|moving|relocated)(?: back| over| out| alone)? (?:to|in|into|near|outside|at)(?! with) (?<value>.+)`,
      'i',
    ),
  ],
  [
    'age',
    new RegExp(
      `^ ?(?:${be}|turned|'ve turned) (?<value>\\d+|${numbers})(?: years old)?(?=[.!,]?$| in\\b| last\\b| this\\b| on\\b)`,
      'i',
    ),
  ],
  [
    'amount',
    new RegExp(
      `^ ?(?:${be}|went (?:up|down) to|rose to|fell to|costs?|weighs?|earns?|takes?|runs?) (?:about |around |up to |only )?(?<value>\\d[\\d.,]*) ?(?<unit>%|€|\\$|£|\\p{L}+)(?! old)`,
      'iu',
    ),
  ],
  ['work', /^ ?(?:am |are |is |'m )?work(?:s|ed|ing)? (?<unit>as|for|at) (?<value>.+)/i],
  [
    'is',
    new RegExp(
      `^ ?${be} (?<value>(?:(?:Mr|Mrs|Ms|Dr|Professor)\\.? )?\\p{Lu}[\\p{L}'-]*(?: \\p{Lu}[\\p{L}'-]*)?)(?=[.!,]|$| (?:now|since|from|these|at the moment)\\b)`,
      'u',
    ),
  ],
  [
    'post',
    new RegExp(
      `^ ?${be} (?:now )?(?:an? |the )?(?!(?:\\S+ )*?(?:regular|member|customer|guest|patient|volunteer|home|good|fan|bit|lot)\\b)(?<value>\\S+(?: \\S+){0,4}? (?:at|for|with) .+)`,
      'i',
    ),
  ],
  ['born', new RegExp(`^ ?${be} born (?<unit>in|on) (?<value>.+)`, 'i')],
  ['married', new RegExp(`^ ?${be} (?:married|engaged) to (?<value>.+)`, 'i')],
  ['name', /^(?:'s name is| name is| (?:is|are) (?:called|named)) (?<value>.+)/i],
  ['by', new RegExp(`^ ?${be} (?<unit>\\w+(?:ed|en|un|led|ght|made)) by (?<value>.+)`, 'i')],
  [
    'school',
    /^ ?(?:go|goes|went) to (?<value>(?:\S+ ){0,4}(?:school|university|college|kindergarten|nursery|academy)\b.*)/i,
  ],
  [
    'place',
    new RegExp(
      `^ ?(?:${be}(?: due)?|has moved|moved|was moved|takes place|starts|ends|leaves|was pushed|was postponed)(?: (?:on|at|in|to|next to|near))? (?<value>(?:the )?[\\p{Lu}\\d].*|the .+|half .+|noon.*|mid-.+)`,
      'u',
    ),
  ],
];
