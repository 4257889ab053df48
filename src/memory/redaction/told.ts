import { isMixed, looksRandom } from '@/memory/redaction/randomness';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

/*
 * Secrets that only the words beside them give away, in the languages extraction reads. A label is one or two words,
 * what it is for, and "is" or a sign; none of the texts below may begin within a word.
 */

const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const password =
  "pass ?(?:word|code)|passwd|pwd|passwort|kennwort|mot de passe|mdp|contraseña|contrasena|senha|palavra-passe|parola d[’']ordine";
const network =
  '(?:wi-?fi|wlan|wpa2?|network|netzwerk)[ -]?(?:key|code|schlüssel|clé)|clé wi-?fi|clave (?:del |de la |de )?wi-?fi|chiave wi-?fi|clave';
const key =
  "api[ _-]?(?:key|token|secret)|(?:access|secret|private|auth|client|encryption|master|signing|licen[cs]e|product|deploy)[ _-]?(?:key|token|secret)|(?:secret|token|geheimschlüssel|api-schlüssel|clé api|clave api|clave privada|chave (?:de )?api|chiave api|zugangstoken|jeton d[’']accès)";
const pin =
  'pin(?: code| number)?|geheimzahl|code secret|cvv2?|cvc2?|card security code|sicherheitscode|kartenprüfnummer';
const once =
  '(?:verification|security|one[- ]time|login|sign-in|2fa|two-factor|authentication|confirmation sms) (?:pass)?codes?|otp(?: code)?|einmal(?:code|passwort)|bestätigungscode|(?:sms-)?tan|code de vérification|código de verificación|código de verificação|codice di verifica';
const purpose =
  '(?: (?:for|to|of|on|at|für|vom|zum|pour|de|du|para|per|di|del|do|da) (?:the |my |our |a |das |den |die |mein |meinen |la |le |el |il |mi |mon |o |meu )?[^\\s:=]{1,40}(?: [^\\s:=]{1,20})?)?';
const is =
  "(?:[’']s| is| was| are| ist| war| lautet| heißt| est| es| era| é| è|:| =|=| \\()(?: now|:| still)?";
const opening = '\\s{0,3}["\'`“«„]?';

function beside(label: string, value: string): RegExp {
  return new RegExp(`(?<label>${start}(?:${label})${purpose}${is}${opening})${value}`, 'giu');
}

const inQuotes = '(?<=["\'`“«„])[^"\'`”»“\\n]{3,200}';
const aWord = '[^\\s"\'`”»]{3,200}';

export const told: SecretShape[] = [
  // Phrases are several words long.
  {
    shape: beside(
      'pass ?phrase|passphrase|(?:seed|recovery|backup|mnemonic|wallet|secret) phrase|mnemonic|wiederherstellungsphrase|phrase de récupération|frase semilla|frase de recuperación|frase-semente|frase di recupero',
      '[^\\n"\'`.]{3,400}',
    ),
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
  { shape: beside(pin, '\\d[\\d ]{1,10}\\d') },
  { shape: beside(once, '[A-Z]{0,3}[- ]?\\d(?:[- ]?\\d){3,9}') },
  // "Username admin, password hunter2abc"
  {
    shape: new RegExp(`(?<label>${start}(?:${password}|pw)[ /]["'\`]?)[^\\s"'\`]{6,100}`, 'giu'),
    extent: (found) => (isMixed(found) && !isAlgorithm.test(found) ? withoutStop(found) : 0),
  },
  // "hunter2abc is my password"
  {
    shape: new RegExp(
      `(?<![^\\s"'\`])[^\\s"'\`]{5,100}(?=["'\`]? (?:is|as|ist|als|est|comme|es|como|é|è|come) (?:my|the|our|your|mein|das|mon|le|mi|la|minha|a|la mia|de) (?:[\\p{L}-]{1,20} )?(?:${password}|${network}|pin|api key|token)${end})`,
      'giu',
    ),
    extent: allIf((found) => isMixed(found) || /^\d{4,8}$/.test(found)),
  },
  // A code generator's seed, and the codes for a lost one.
  {
    shape: new RegExp(
      `(?<label>${start}(?:t?otp|2fa|mfa|authenticator|two-factor|zwei-faktor)${end}[^\\n]{0,40}?(?<![A-Za-z0-9]))(?:[A-Z2-7]{16,64}={0,6}(?![a-z0-9])|[A-Za-z2-7]{4}(?:[ -][A-Za-z2-7]{4}){3,15}(?![A-Za-z0-9]))`,
      'gu',
    ),
    extent: allIf((seed) => /\d/.test(seed) || seed === seed.toUpperCase()),
  },
  {
    shape: new RegExp(
      `(?<label>${start}(?:(?:recovery|backup|rescue|emergency|scratch)[ -]codes?|wiederherstellungscodes?|codes? de (?:récupération|secours|recuperación|respaldo|recuperação)|códigos? de (?:recuperación|respaldo|recuperação)|codici? di (?:recupero|backup))${purpose}${is}?\\s{0,3})[A-Z0-9][A-Z0-9\\s,;.•*()-]{5,600}`,
      'giu',
    ),
    extent: codesIn,
  },
  // A long drawn token not far behind such a word.
  {
    shape: new RegExp(
      `(?<label>${start}(?<!(?:public|primary|foreign|cache|sort|partition|öffentlicher) )(?:(?:api|access|secret|private|auth)[ _-]?)?(?:keys?|tokens?|secrets?|credentials?|passwords?|schlüssel|passwort|clé|jeton|clave|chave|chiave)${end}[^\\n]{0,48}?(?<![A-Za-z0-9+/=_-]))[A-Za-z0-9+/=_-]{16,300}(?![A-Za-z0-9+/=_-])`,
      'giu',
    ),
    extent: allIf((token, label) => isDrawn(token) && !nameOfVersion.test(label) && !isUuid.test(token)),
  },
];

function isDrawn(token: string): boolean {
  return token.length >= 20
    ? looksRandom(token)
    : /\d/.test(token) && looksRandom(token) && token.length >= 16;
}

const nameOfVersion = /commit|hash|sha|digest|checksum|md5|revision|blob|uuid|order|tracking|invoice/i;
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isAlgorithm = /^(?:sha|md|base|oauth|utf|bcrypt|argon|pbkdf|aes|rsa|h26|win|mp|v\d|1password)/i;

/** What is said of a password rather than it: "is not accepted", "is too short". In quotes it is the password. */
function isSaidOfIt(found: string, label: string): boolean {
  return !/["'`“«„]$/.test(label) && saidOfIt.test(found);
}

const saidOfIt = new RegExp(
  `^(?:string|str|text|char|varchar|number|int|any|bool|boolean|null|undefined|none|true|false|hidden|required|optional|not|too|very|so|really|quite|wrong|incorrect|required|missing|weak|strong|safe|unsafe|secure|insecure|invalid|valid|expired|expiring|always|the|an?|my|your|his|her|their|our|one|something|anything|that|this|what|where|how|why|when|if|stored|saved|kept|written|hashed|encrypted|shared|leaked|stolen|compromised|lost|gone|empty|blank|hidden|visible|different|same|still|also|only|just|already|now|being|asking|used|needed|set|generated|accepted|rejected|correct|right|good|bad|fine|easy|hard|long|short|case|unknown|known|never|in|at|on|to|for|from|with|by|and|or|no|it|longer|more|important|optional|nicht|falsch|zu|sehr|abgelaufen|richtig|vergessen|trop|pas|incorrecta?|incorreta?|sbagliata|scaduta|demasiado|muy|muito|troppo|obligatoire|obligatorio)${end}`,
  'iu',
);

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

/** As far as one code follows another. */
function codesIn(found: string): number {
  let length = 0;
  for (const { 0: word, index } of found.matchAll(/[^\s,;]+/g)) {
    const isCode = /^[A-Za-z0-9-]{4,24}$/.test(word.replace(/[.)]$/, '')) && /\d/.test(word);
    const isMark = /^(?:\d{1,2}[.)]?|[•*-])$/.test(word);
    if (!isCode && !isMark) break;
    if (isCode) length = index + word.replace(/[.)]$/, '').length;
  }
  return length;
}
