const people = {
  she: 'wife|girlfriend|mother|mum|mom|mam|nan|nana|gran|granny|grandma|grandmother|daughter|sister|aunt|auntie|niece|stepdaughter|mother-in-law|sister-in-law|daughter-in-law|landlady|goddaughter|granddaughter',
  he: 'husband|boyfriend|father|dad|grandad|granddad|grandpa|grandfather|son|brother|uncle|nephew|lad|stepson|father-in-law|brother-in-law|son-in-law|landlord|godson|grandson',
  either:
    'partner|cousin|boss|manager|flatmate|roommate|housemate|neighbour|neighbor|colleague|friend|mate|kid|child|toddler|baby|teenager|dog|cat|puppy|kitten|horse|rabbit|teacher|carer|tenant|lodger|apprentice|spouse',
  they: 'parents|kids|children|twins|sons|daughters|brothers|sisters|grandparents|grandchildren|grandkids|in-laws|neighbours|neighbors|friends|dogs|cats|hens|flatmates|housemates|colleagues|girls|boys|nephews|nieces',
};
const all = Object.values(people).join('|');
const mention = new RegExp(
  String.raw`(?<![\p{L}])(?:(?<whose>my|our) (?:(?:\p{Ll}[\p{L}-]*|\d+-year-old) ){0,2}?)?(?<who>${all})(?<name>,? \p{Lu}[\p{Ll}'-]+(?![\p{L}]))?(?!['’]s|[\p{L}-])`,
  'giu',
);
const pronoun = /^(?<word>she|he|they)(?<contracted>['’](?:s|re|ve|d|ll))?(?![\p{L}])/iu;
const ofThem: Record<string, string> = {
  she: `${people.she}|${people.either}`,
  he: `${people.he}|${people.either}`,
  they: `${people.they}|${people.either}`,
};

/**
 * A statement that begins with "she", "he" or "they" told of the last one before it who can be meant; undefined where
 * nobody can. Anything else is left as it is.
 */
export function withAntecedent(words: string, before: string): string | undefined {
  const match = pronoun.exec(words);
  if (!match) return words;
  const { word = '', contracted = '' } = match.groups ?? {};
  const fitting = new RegExp(`^(?:${ofThem[word.toLowerCase()]})$`, 'i');
  const last = [...before.matchAll(mention)].findLast(
    ({ groups }) => fitting.test(groups?.who ?? '') && (groups?.whose ?? groups?.name) !== undefined,
  );
  if (!last) return undefined;
  const rest = words.slice(match[0].length);
  const name = /^,? \p{Lu}\p{Ll}/u.test(last.groups?.name ?? '') ? '' : (last.groups?.name ?? '');
  const who = last[0].slice(0, last[0].length - name.length).replace(/,(?= \p{Lu})/u, '');
  return `${who}${verbOf(contracted, rest)}${rest}`;
}

/** "She's mad about" is "is", "she's got" is "has". */
function verbOf(contracted: string, rest: string): string {
  const verb = contracted.slice(1).toLowerCase();
  if (verb === 's')
    return /^ (?:got|been|had|always been|just (?:started|got|moved|had))\b/i.test(rest) ? ' has' : ' is';
  return { re: ' are', ve: ' have', d: ' would', ll: ' will' }[verb] ?? '';
}
