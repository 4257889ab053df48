import { statement } from '@/memory/extraction/statement';

const speaker = /^(?:the |this )?(?:user|person|speaker|author)(?:'s|’s)?(?![\p{L}])/iu;
const addressed = /^(?:you|your)(?![\p{L}])/iu;
const firstPerson =
  /^(?:i|i'm|i’m|im|i've|i’ve|i'd|we|we're|my|our|ich|wir|mein\p{L}*|unser\p{L}*|je|j'\p{L}+|j’\p{L}+|nous|mon|ma|mes|yo|mis?|soy|tengo|vivo|eu|meus?|minhas?|sou|io|mi[oa]|sono|ho)(?![\p{L}'’])/iu;

/**
 * The sentence as the user would say it: models tell of "the user" or to "you" what was asked for in the first person.
 * Undefined where that cannot be put right, or where the turn itself speaks of a user, or to the assistant.
 */
export function inOwnVoice(text: string, quote: string): string | undefined {
  if (!speaker.test(text) && !addressed.test(text))
    return speaksOfUser.test(text) ? undefined : statement(text);
  if (firstPerson.test(quote.trim())) return statement(quote);
  if (/(?<![\p{L}])(?:users?|you|your)(?![\p{L}])/iu.test(quote)) return undefined;
  const turned = addressed.test(text) ? fromAddressed(text) : fromThirdPerson(text);
  return turned === undefined || speaksOfUser.test(turned) ? undefined : statement(turned);
}

const speaksOfUser = /\b(?:the user|user's|users?’s|the speaker|the assistant)\b/i;

function fromAddressed(text: string): string {
  return text
    .replace(/^you(?:'re|’re| are)(?![\p{L}])/iu, "I'm")
    .replace(/^you(?![\p{L}])/iu, 'I')
    .replace(/(?<![\p{L}])your(?![\p{L}])/giu, 'my');
}

function fromThirdPerson(text: string): string | undefined {
  const named = speaker.exec(text)?.[0] ?? '';
  const rest = text.slice(named.length).trim();
  if (/['’]s$/u.test(named)) return `My ${rest}`;
  const [word = '', ...others] = rest.split(' ');
  const verb = firstPersonOf(word.replaceAll('’', "'").toLowerCase());
  if (verb === undefined) return undefined;
  return ['I', verb, ...others].join(' ').replace(/(?<![\p{L}])(?:his|her|their)(?![\p{L}])/giu, 'my');
}

const irregular: Record<string, string> = {
  is: 'am',
  has: 'have',
  does: 'do',
  "doesn't": "don't",
  "isn't": 'am not',
  "hasn't": "haven't",
};
/** The same in the first person as in the third. */
const sameVerb = /^(?:was|wasn't|had|did|didn't|can|can't|cannot|will|won't|never|also|\p{L}+ed)$/u;

/** "lives" and "studies" in the first person; undefined for what is no verb of the third. */
function firstPersonOf(verb: string): string | undefined {
  const known = irregular[verb];
  if (known) return known;
  if (sameVerb.test(verb)) return verb;
  if (/[^aeiou]ies$/.test(verb)) return `${verb.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.slice(0, -2);
  return /[^su]s$/.test(verb) ? verb.slice(0, -1) : undefined;
}
