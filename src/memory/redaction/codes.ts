import { beside, end, is, once, pin, purpose, recovery, start } from '@/memory/redaction/labels';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

const whose = 'your|my|the|dein|ihr|mein|votre|ton|tu|su|o seu|il tuo';
const which = 'verification|security|access|login|door|alarm|gate|unlock|entry|one-time|new';
const code = 'pin|code|otp|código|codice|passcode';

/** Letters and figures of base 32, as a code generator's seed is written. */
const inOne = '[A-Z2-7]{16,64}={0,6}(?![a-z0-9])';
const inFours = '[A-Za-z2-7]{4}(?:[ -][A-Za-z2-7]{4}){3,15}(?![A-Za-z0-9])';

/** Short codes that open something, known by the words beside them. */
export const codes: SecretShape[] = [
  { shape: beside(pin, '\\d[\\d ]{1,10}\\d') },
  { shape: new RegExp(`(?<label>${start}(?:${pin})[ :#]{1,2})\\d{3,8}${end}`, 'giu') },
  { shape: beside(once, '[A-Z]{0,3}[- ]?\\d(?:[- ]?\\d){3,9}') },
  {
    shape: new RegExp(
      `${start}\\d{4,8}(?= (?:is|ist|est|es|é|è) (?:${whose}) (?:bank )?(?:(?:${which}) )?(?:${code})${end})`,
      'giu',
    ),
  },
  // A code generator's seed, and the codes for a lost one.
  {
    shape: new RegExp(
      `(?<label>${start}(?:t?otp|2fa|mfa|authenticator|two-factor|zwei-faktor)${end}[^\\n]{0,40}?(?<![A-Za-z0-9]))(?:${inOne}|${inFours})`,
      'gu',
    ),
    extent: allIf((seed) => /\d/.test(seed) || seed === seed.toUpperCase()),
  },
  {
    shape: new RegExp(
      `(?<label>${start}(?:${recovery})${purpose}${is}?\\s{0,3})[A-Z0-9][A-Z0-9\\s,;.•*()-]{5,600}`,
      'giu',
    ),
    extent: codesIn,
  },
];

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
