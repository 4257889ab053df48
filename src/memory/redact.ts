/** A shape of secret; `isReal` settles what a shape alone cannot. */
interface SecretShape {
  shape: RegExp;
  isReal?: (match: string) => boolean;
  /** The shape may take in digits that follow the secret: the longest part before a space that is real is one. */
  mayTrail?: true;
}

/**
 * No shape has a repetition inside a repetition, and every repetition is bounded or ends at a character it cannot
 * take, so that each runs in time linear in the text.
 */
const shapes: SecretShape[] = [
  // PEM blocks; one whose end was cut off hides everything after its beginning.
  {
    shape:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
  },
  // Keys that carry their maker's prefix.
  { shape: /\b(?:sk|pk|rk)[-_](?:[a-z0-9]{2,12}[-_]){0,3}[A-Za-z0-9_-]{16,300}/g, isReal: hasDigit },
  {
    shape:
      /\b(?:ghp|gho|ghu|ghs|ghr|glpat|github_pat|hf|npm|dop_v1|shpat|xox[abeprs]|ya29|SG)[-_.][A-Za-z0-9._-]{16,300}/g,
  },
  { shape: /\b(?:AKIA|ASIA|AIza|AGPA|AROA|ANPA)[A-Za-z0-9_-]{12,60}/g },
  { shape: /(?<![\w-])eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}\.?[A-Za-z0-9_-]{0,4000}/g },
  { shape: /\b(?:Bearer|Basic) [A-Za-z0-9._~+/=-]{16,2000}/g, isReal: hasDigit },
  // A user name and password inside an address.
  { shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:[^\s/@]{1,200}@\S{0,300}/gi },
  // Phrases are several words long.
  {
    shape:
      /(?<![\p{L}\p{N}])(?:pass ?phrase|seed phrase|recovery phrase|mnemonic)(?: is|:| =|=)\s{0,3}["'`]?[^\n"'`.]{3,400}/giu,
  },
  // "my password is …", "API key: …" in the languages extraction reads.
  {
    shape:
      /(?<![\p{L}\p{N}])(?:pass ?(?:word|phrase|code)|passwort|kennwort|mot de passe|contraseña|senha|api[ _-]?key|access[ _-]?(?:key|token)|secret(?:[ _-]?key)?|auth[ _-]?token|pin(?: code| number)?|cvv|cvc|seed phrase|recovery phrase)(?:(?: (?:for|to|of|on|at|für|pour|para) (?:the |my |a )?[^\s:=]{1,40})?(?: is| ist| est| es| è| é|:| =|=)){1,2}\s{0,3}["'`]?(?!(?:not|too|very|so|wrong|incorrect|required|missing|weak|strong|safe|invalid|expired|always|the|an?|my|that|this|stored|being|asking|never|in|no|nicht|falsch)(?![\p{L}\p{N}]))(?:(?<=["'`])[^"'`\n]{3,200}|[^\s"'`]{3,200})/giu,
  },
  {
    shape: /(?<![\p{L}\p{N}.-])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}]|[.-]\d)/gu,
    isReal: isCardNumber,
    mayTrail: true,
  },
  {
    shape: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
    isReal: isIban,
    mayTrail: true,
  },
  { shape: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/gi, isReal: isIban },
];

export const removed = '[secret removed]';

/** Whether a text holds a key, password, private key, card number or bank account number. */
export function holdsSecret(text: string): boolean {
  return redactSecrets(text) !== text;
}

/** The text with `[secret removed]` in the place of each secret. */
export function redactSecrets(text: string): string {
  return shapes.reduce(
    (rest, shape) => rest.replace(shape.shape, (match: string) => without(match, shape)),
    text,
  );
}

function without(match: string, { isReal, mayTrail }: SecretShape): string {
  if (!isReal || isReal(match)) return removed;
  for (let end = match.length - 1; mayTrail && end > 0; end--) {
    if (match[end] === ' ' && isReal(match.slice(0, end))) return removed + match.slice(end);
  }
  return match;
}

function hasDigit(match: string): boolean {
  return /\d/.test(match);
}

/** 13 to 19 digits that pass the Luhn check (ISO/IEC 7812-1). */
function isCardNumber(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  if (digits.length < 13) return false;
  if (/^(\d)\1*$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Remainder 1 of the rearranged number by 97 (ISO 13616). */
function isIban(match: string): boolean {
  const iban = match.replaceAll(' ', '').toUpperCase();
  if (iban.length < 15 || iban.length > 34) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
