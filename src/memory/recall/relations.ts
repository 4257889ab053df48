import { plainName } from '@/memory/recall/plain-name';

/** Words for the people of a life, each under the one that stands for all. */
const words: Record<string, string> = {
  wife: 'wife',
  husband: 'husband',
  partner: 'partner spouse',
  girlfriend: 'girlfriend',
  boyfriend: 'boyfriend',
  fiancé: 'fiancé fiancée fiance fiancee',
  mother: 'mother mum mom mummy mommy mama mam',
  father: 'father dad daddy papa',
  parents: 'parents',
  daughter: 'daughter',
  son: 'son',
  sister: 'sister',
  brother: 'brother',
  grandmother: 'grandmother grandma gran granny nan nana',
  grandfather: 'grandfather grandpa granddad grandad',
  aunt: 'aunt auntie',
  uncle: 'uncle',
  niece: 'niece',
  nephew: 'nephew',
  cousin: 'cousin',
  boss: 'boss manager supervisor',
  landlord: 'landlord landlady',
  flatmate: 'flatmate roommate housemate',
  neighbour: 'neighbour neighbor',
  dog: 'dog puppy',
  cat: 'cat kitten',
};

const relationOf = new Map(
  Object.entries(words).flatMap(([relation, all]) => all.split(' ').map((word) => [word, relation] as const)),
);
const all = [...relationOf.keys()].sort((one, other) => other.length - one.length).join('|');
const mentioned = new RegExp(
  `(?<![\\p{L}])(?:my|our|the|his|her|with) (?:\\p{L}+ ){0,2}?(${all})(?![\\p{L}])`,
  'giu',
);
const named = new RegExp(
  `(?<![\\p{L}])(?:my|our) (?:\\p{L}+ ){0,2}?(${all})(?:(?:'s name)? is)?(?: called| named)?,? (?=(\\p{Lu}[\\p{L}\\p{M}'’-]+))`,
  'giu',
);

/** Who a text speaks of by what they are to its writer: "my mum" is the mother. */
export function relationsIn(text: string): Set<string> {
  return new Set([...text.slice(0, longest).matchAll(mentioned)].flatMap(([, word]) => relation(word)));
}

/** "My husband Paolo has …" tells what the husband is called. */
export function namedRelation(text: string): { relation: string; name: string } | undefined {
  for (const [, word, name] of text.slice(0, longest).matchAll(named)) {
    const [known] = relation(word);
    if (known && name && /^\p{Lu}/u.test(name)) return { relation: known, name: plainName(name) };
  }
  return undefined;
}

function relation(word = ''): string[] {
  const known = relationOf.get(word.toLowerCase());
  return known === undefined ? [] : [known];
}

const longest = 4_000;
