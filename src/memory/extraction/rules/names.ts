import nlp from 'compromise/two';
import { type Finding, Im, type Rule, rule } from '@/memory/extraction/rules/rule';

const name = "(?<name>[\\p{L}][\\p{L}'.-]*(?: \\p{L}[\\p{L}'.-]*){0,3}?)";
const isName: Finding = {
  kind: 'fact',
  key: 'name',
  importance: 0.8,
  confidence: 0.95,
};

/** What stands after "call me" and "my name is" without being a name. */
const noName =
  /^(?:when|if|at|on|in|by|back|later|tomorrow|today|tonight|again|now|soon|once|as|an?|the|my|your|not|too|so|what|wrong|here|there|it|when|crazy|old-?fashioned|stupid|dumb|paranoid|naive|skeptical|sceptical|biased|picky|up|out|into|to|upon|over|away|off|for|with|about|whatever|anything|something|maybe|spelled|misspelled|hard|in|of|is|always|called)$/iu;

/** Where a name ends that was not given a comma. */
const closed = '(?=$|,| (?:and|but|from|the|my|i|can|with|who|but|so|phone|number|password)(?![\\p{L}]))';

export const names: Rule[] = [
  rule(`my (?:full |first |real |given )?name(?:'s| is) ${name}${closed}`, (match) =>
    named(match, 'My name is'),
  ),
  rule(
    `(?:please )?(?:you can |just )?call me ${name}(?: (?:from now on|instead|please|in future))?$`,
    (match) => named(match, 'Call me'),
  ),
  rule(`I (?:prefer|like|want) to be called ${name}$`, (match) => named(match, 'I prefer to be called')),
  rule(`(?:${Im}) (?:called|named) ${name}$`, (match) => named(match, "I'm called")),
  rule(`(?:people|everyone|everybody|my friends|friends) calls? me ${name}$`, (match) => named(match)),
  rule(`I go by ${name}$`, (match) => named(match)),
  rule(`I'm (?<name>\\p{L}+)$`, (match) => {
    const first = match.groups?.name ?? '';
    return startsUpperCase(first) && isFirstName(first) ? { ...isName, confidence: 0.7 } : undefined;
  }),
  rule(`my pronouns are `, { ...isName, key: 'pronouns', importance: 0.7 }),
];

/** The name alone, whatever else the clause goes on to say. */
function named(match: RegExpExecArray, opening?: string): Finding | undefined {
  const name = match.groups?.name ?? '';
  if (noName.test(name.split(' ')[0] ?? '')) return undefined;
  return opening === undefined ? isName : { ...isName, text: `${opening} ${name}` };
}

function startsUpperCase(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

/** Only a lexicon of names tells "I'm Anna" from "I'm Batman" or "I'm Busy". */
function isFirstName(word: string): boolean {
  return nlp(word).has('#FirstName');
}
