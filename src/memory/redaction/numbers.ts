import {
  isCpf,
  isEan,
  isFrenchId,
  isGermanTaxId,
  isIban,
  isItalianId,
  isSpanishId,
  passesLuhn,
  passesVerhoeff,
} from '@/memory/redaction/checksums';
import { allIf, longestGroupsThat, type SecretShape } from '@/memory/redaction/shape';

const bare = (number: string) => number.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Cards, accounts and the numbers that states give to people: by their check figures, or by the words beside them. */
export const numbers: SecretShape[] = [
  // After the account numbers, whose groups may look like a card.
  {
    shape: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
    extent: longestGroupsThat((found) => isIban(bare(found))),
  },
  { shape: /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/gi, extent: allIf((found) => isIban(found.toUpperCase())) },
  {
    shape:
      /(?<![\p{L}\p{N}.+-])[1-478][ .]?\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .]?\d{2}(?![\p{L}\p{N}])/gu,
    extent: allIf((found) => isFrenchId(bare(found))),
  },
  {
    shape:
      /(?<!(?:order|tracking|invoice|reference|ref|booking|ticket|case|parcel|shipment|isbn|imei|serial|bestellung|bestellnummer|sendungsnummer|commande|pedido|ordine)[ :#.]{1,3}(?:(?:number|no|nr|id|code|nummer)[ :#.]{1,3})?(?:is )?)(?<![\p{L}\p{N}.+]|\d-)\d(?:[ \u00a0\u2009\u202f\u2010-\u2015-]?\d){11,18}(?![\p{L}\p{N}]|[.-]\d)/giu,
    extent: longestGroupsThat((found) => isCard(bare(found))),
  },

  {
    shape: /(?<![\p{L}\p{N}.+-])\d{4}([._/*])\d{4}\1\d{4}\1\d{4}(?![\p{L}\p{N}]|[._/*]\d)/gu,
    extent: allIf((found) => isCard(bare(found))),
  },
  {
    shape: /\b[A-Z]{2}\d{2}[-\u00a0](?:[A-Z0-9]{4}[-\u00a0]){2,7}[A-Z0-9]{1,4}(?![A-Za-z0-9])/g,
    extent: allIf((found) => isIban(bare(found))),
  },

  // The United States'.
  { shape: /(?<![\p{L}\p{N}.-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\p{L}\p{N}]|-\d)/gu },
  // The United Kingdom's.
  {
    shape:
      /(?<![A-Za-z0-9])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/g,
  },
  // Germany's.
  {
    shape: /(?<![\p{L}\p{N}.+-])(?:\d{11}|\d{2} \d{3} \d{3} \d{3})(?![\p{L}\p{N}]|[.-]\d)/gu,
    extent: allIf((found) => isGermanTaxId(bare(found))),
  },
  // Spain's.
  {
    shape: /(?<![A-Za-z0-9])(?:\d{8}|[XYZ]-?\d{7})-?[A-Z](?![A-Za-z0-9])/gi,
    extent: allIf((found) => isSpanishId(bare(found))),
  },
  // Switzerland's.
  {
    shape: /(?<![\p{L}\p{N}.+-])756[ .]?\d{4}[ .]?\d{4}[ .]?\d{2}(?![\p{L}\p{N}]|[.-]\d)/gu,
    extent: allIf((found) => isEan(bare(found))),
  },
  // Italy's.
  {
    shape:
      /(?<![A-Z0-9])[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![A-Z0-9])/gi,
    extent: allIf((found) => isItalianId(found.toUpperCase())),
  },
  // Brazil's.
  {
    shape: /(?<![\p{L}\p{N}.+-])\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?![\p{L}\p{N}]|[.-]\d)/gu,
    extent: allIf((found) => isCpf(bare(found))),
  },
  // India's.
  {
    shape: /(?<![\p{L}\p{N}.+-])(?<!\d )[2-9]\d{3}([ -])\d{4}\1\d{4}(?![\p{L}\p{N}]|[ .-]\d)/gu,
    extent: allIf((found) => passesVerhoeff(bare(found))),
  },
  { shape: /(?<![A-Za-z0-9])[A-Z]{3}P[A-Z]\d{4}[A-Z](?![A-Za-z0-9])/g },
];

/** By the ranges that card makers were given (ISO/IEC 7812), each with its lengths, and the check figure. */
function isCard(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits) || !passesLuhn(digits)) return false;
  return ranges.some(({ begins, lengths }) => begins.test(digits) && lengths.includes(digits.length));
}

const ranges: { begins: RegExp; lengths: number[] }[] = [
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^5[1-5]/, lengths: [16] },
  { begins: /^2(?:2[2-9]|[3-6]\d|7[01]|720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^3(?:0[0-5]|095|[689])/, lengths: [14, 16, 19] },
  { begins: /^35/, lengths: [16] },
  { begins: /^(?:2131|1800)/, lengths: [15] },
  { begins: /^(?:6011|64[4-9]|65|62|60|81|82)/, lengths: [16, 17, 18, 19] },
  { begins: /^(?:50[1-9]|5[6-8]|6304|6390|67)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { begins: /^220[0-4]/, lengths: [16, 17, 18, 19] },
  { begins: /^9792/, lengths: [16] },
];
