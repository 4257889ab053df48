import { statement } from '@/memory/extraction/statement';

const speaker = /^(?:the |this )?(?:user|person|speaker|author)(?:'s|’s)?(?![\p{L}])/iu;
const addressed = /^(?:you|your)(?![\p{L}])/iu;
const firstPerson =
  /^(?:i|i'm|i’m|im|i've|i’ve|i'd|we|we're|my|our|ich|wir|mein\p{L}*|unser\p{L}*|je|j'\p{L}+|j’\p{L}+|nous|mon|ma|mes|yo|mis?|soy|tengo|vivo|eu|meus?|minhas?|sou|io|mi[oa]|sono|ho)(?![\p{L}'’])/iu;

/**
 * The sentence as the user would say it: models tell of "the user" or to "you" what was asked for in the first person.
 * Undefined where that cannot be put right.
 */
export function inOwnVoice(text: string, quote: string): string | undefined {
  if (!speaker.test(text) && !addressed.test(text))
    return speaksOfUser.test(text) ? undefined : statement(text);
  if (firstPerson.test(quote.trim())) return statement(quote);
  const turned = addressed.test(text) ? fromAddressed(text) : fromThirdPerson(text);
  return speaksOfUser.test(turned) ? undefined : statement(turned);
}

const speaksOfUser = /\b(?:the user|user's|users?’s|the speaker|the assistant)\b/i;

function fromAddressed(text: string): string {
  return text
    .replace(/^you(?:'re|’re| are)(?![\p{L}])/iu, "I'm")
    .replace(/^you(?![\p{L}])/iu, 'I')
    .replace(/(?<![\p{L}])your(?![\p{L}])/giu, 'my');
}

function fromThirdPerson(text: string): string {
  const named = speaker.exec(text)?.[0] ?? '';
  const rest = text.slice(named.length).trim();
  if (/['’]s$/u.test(named)) return `My ${rest}`;
  const [verb = '', ...others] = rest.split(' ');
  return ['I', firstPersonOf(verb), ...others]
    .join(' ')
    .replace(/(?<![\p{L}])(?:his|her|their)(?![\p{L}])/giu, 'my');
}

const irregular: Record<string, string> = {
  is: 'am',
  has: 'have',
  does: 'do',
  "doesn't": "don't",
  "isn't": 'am not',
};

/** "lives" and "studies" in the first person; a verb that has no ending of the third person is left as it is. */
function firstPersonOf(verb: string): string {
  const plain = verb.replaceAll('’', "'").toLowerCase();
  const known = irregular[plain];
  if (known) return known;
  if (/[^aeiou]ies$/.test(plain)) return `${plain.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(plain)) return plain.slice(0, -2);
  return /[^su]s$/.test(plain) ? plain.slice(0, -1) : verb;
}
