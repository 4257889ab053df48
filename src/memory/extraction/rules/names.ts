import nlp from 'compromise/two';
import { type Finding, Im, type Rule, rule } from '@/memory/extraction/rules/rule';

const name = "(?<name>[\\p{L}][\\p{L}'.-]*(?: \\p{L}[\\p{L}'.-]*){0,3}?)";
const isName: Finding = { kind: 'fact', key: 'name', domains: ['identity'], importance: 0.8, confidence: 0.95 };

/** What stands after "call me" and "my name is" without being a name. */
const noName =
  /^(?:when|if|at|on|in|by|back|later|tomorrow|today|tonight|again|now|soon|once|as|an?|the|my|your|not|too|so|it|when|crazy|old-?fashioned|stupid|dumb|paranoid|naive|skeptical|sceptical|biased|picky|up|out|into|to|upon|over|away|off|for|with|about|whatever|anything|something|maybe|spelled|misspelled|hard|in|of|is|always|called)$/iu;

export const names: Rule[] = [
  rule(`my (?:full |first |real |given |last )?name(?:'s| is) ${name}`, named),
  rule(`(?:please )?(?:you can |just )?call me ${name}(?: (?:from now on|instead|please|in future))?$`, (match) => {
    const found = named(match);
    return found && { ...found, text: `Call me ${match.groups?.name}` };
  }),
  rule(`(?:${Im}) (?:called|named) ${name}$`, named),
  rule(`(?:people|everyone|everybody|my friends|friends) calls? me ${name}$`, named),
  rule(`(?:I go by) ${name}$`, named),
  rule(`I(?:'m| am) (?<name>\\p{L}+)$`, (match) => {
    const first = match.groups?.name ?? '';
    return startsUpperCase(first) && isFirstName(first) ? { ...isName, confidence: 0.7 } : undefined;
  }),
  rule(`my pronouns are `, { ...isName, key: 'pronouns', importance: 0.7 }),
];

function named(match: RegExpExecArray): Finding | undefined {
  const first = match.groups?.name?.split(' ')[0] ?? '';
  return noName.test(first) ? undefined : isName;
}

function startsUpperCase(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

/** Only a lexicon of names tells "I'm Anna" from "I'm Batman" or "I'm Busy". */
function isFirstName(word: string): boolean {
  return nlp(word).has('#FirstName');
}
