import { beside, end, key, network, oneOf, password, phrase, start } from '@/memory/redaction/labels';
import { isMixed, looksRandom } from '@/memory/redaction/randomness';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

const inQuotes = '(?<=["\'`“«„])[^"\'`”»“\\n]{3,200}';
const aWord = '[^\\s"\'`”»]{3,200}';

const isMine =
  '(?:is|as|ist|als|est|comme|es|como|é|è|come) (?:my|the|our|your|mein|das|mon|le|mi|la|minha|a|la mia|de)';

const notPublic = '(?<!(?:public|primary|foreign|cache|sort|partition|öffentlicher) )';
const keyWord =
  'keys?|tokens?|secrets?|credentials?|passwords?|schlüssel|passwort|clé|jeton|clave|chave|chiave';
const inToken = '[A-Za-z0-9+/=_-]';

/** Passwords, phrases and keys that only the words beside them give away. */
export const told: SecretShape[] = [
  // Phrases are several words long.
  {
    shape: beside(phrase, '[^\\n"\'`.]{3,400}'),
    extent: allIf((found, label) => !isSaidOfIt(found, label)),
  },
  {
    shape: beside(`${password}|${network}`, `(?:${inQuotes}|${aWord})`),
    extent: (found, label) => (isSaidOfIt(found, label) || isCode(found, label) ? 0 : withoutStop(found)),
  },
  {
    shape: beside(key, `(?:${inQuotes}|${aWord})`),
    extent: (found, label) =>
      isKeyLike(found) && !isSaidOfIt(found, label) && !isCode(found, label) ? withoutStop(found) : 0,
  },
  // "Username admin, password hunter2abc"
  {
    shape: new RegExp(
      `(?<label>${start}(?:${password}|pw)(?:[ /|]| [-–—]>? | \\| )["'\`]?)[^\\s"'\`]{6,100}`,
      'giu',
    ),
    extent: (found) => (isMixed(found) && !isAlgorithm.test(found) ? withoutStop(found) : 0),
  },
  { shape: /(?<label><[\w:.-]{0,40}(?:password|secret|token|api_?key)[\w:.-]{0,10}>)[^<\s]{3,300}/gi },
  {
    shape: new RegExp(
      `(?<label>${start}(?:pw|pass|login|creds|credentials) ?[:=] ?["'\`]?)[^\\s"'\`]{5,100}`,
      'giu',
    ),
    extent: (found, label) => (isMixed(found) && !isCode(found, label) ? withoutStop(found) : 0),
  },
  // "hunter2abc is my password"
  {
    shape: new RegExp(
      `(?<![^\\s"'\`])[^\\s"'\`]{5,100}(?=["'\`]? (?:${isMine}) (?:[\\p{L}-]{1,20} )?(?:${password}|${network}|pin|api key|token)${end})`,
      'giu',
    ),
    extent: allIf((found) => isMixed(found) || /^\d{4,8}$/.test(found)),
  },
  // A long drawn token not far behind such a word.
  {
    shape: new RegExp(
      `(?<label>${start}${notPublic}(?:(?:api|access|secret|private|auth)[ _-]?)?(?:${keyWord})${end}[^\\n]{0,48}?(?<!${inToken}))${inToken}{16,300}(?!${inToken})`,
      'giu',
    ),
    extent: allIf((token, label) => isDrawn(token) && !nameOfVersion.test(label) && !isUuid.test(token)),
  },
];

/** A name of many short parts is written, however its parts look; a product's key has equal ones. */
function isDrawn(token: string): boolean {
  const parts = token.split(/[-_+/=]/).filter((part) => part !== '');
  const isProducts = parts.length > 2 && new Set(parts.map(({ length }) => length)).size === 1;
  const isLong = parts.some(({ length }) => length >= 12);
  return (isLong || isProducts) && looksRandom(token);
}

const nameOfVersion = /commit|hash|sha|digest|checksum|md5|revision|blob|uuid|order|tracking|invoice/i;
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isAlgorithm = /^(?:sha|md|base|oauth|utf|bcrypt|argon|pbkdf|aes|rsa|h26|win|mp|v\d|1password)/i;

/** What is said of a password rather than it: "is not accepted", "is too short". In quotes it is the password. */
function isSaidOfIt(found: string, label: string): boolean {
  return !/["'`“«„]$/.test(label) && saidOfIt.test(found);
}

const commonWords = oneOf(
  'string|str|text|char|varchar|number|int|any|bool|boolean|null|undefined|none|true|false|hidden',
  'required|optional|not|too|very|so|really|quite|wrong|incorrect|missing|weak|strong|safe|unsafe',
  'secure|insecure|invalid|valid|expired|expiring|always|the|an?|my|your|his|her|their|our|one',
  'something|anything|that|this|what|where|how|why|when|if|stored|saved|kept|written|hashed|encrypted',
  'shared|leaked|stolen|compromised|lost|gone|empty|blank|visible|different|same|still|also|only|just',
  'already|now|being|asking|used|needed|set|generated|accepted|rejected|correct|right|good|bad|fine',
  'easy|hard|long|short|case|unknown|known|never|in|at|on|to|for|from|with|by|and|or|no|it|longer',
  'more|important|nicht|falsch|zu|sehr|abgelaufen|richtig|vergessen|trop|pas|incorrecta?|incorreta?',
  'sbagliata|scaduta|demasiado|muy|muito|troppo|obligatoire|obligatorio|mindestens|höchstens|minimum',
  'maximum|mínimo|min|max|almeno',
);
const saidOfIt = new RegExp(`^(?:${commonWords})${end}`, 'iu');

/** Behind a sign may stand what code puts there: a call, a variable, a pattern. */
function isCode(found: string, label: string): boolean {
  return /[:=]\s*["'`]?$/.test(label) && /^(?:\$[{(A-Z]|[<{%[(/]|[A-Za-z_$][\w$.]*[([])/.test(found);
}

/** A sentence's stop, or a bracket that closes, is not of the secret. */
function withoutStop(found: string): number {
  return found.replace(/[.,;:)\]”»]{1,3}$/, '').length;
}

function isKeyLike(found: string): boolean {
  return isMixed(found) || /^\d{6,}/.test(found) || (found.length >= 12 && looksRandom(found));
}
