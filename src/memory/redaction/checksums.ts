/* Whether the last characters of a number follow from those before them. Each takes the number without separators. */

/** ISO/IEC 7812-1: cards, Canada's SIN. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Switzerland's AHV, and every article: weights 1 and 3 in turn. */
export function isEan(digits: string): boolean {
  const sum = [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** ISO 13616: remainder 1 of the rearranged number by 97. */
export function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Germany's tax number: ISO 7064 mod 11,10; of the first ten digits one comes twice or thrice, and only one. */
export function isGermanTaxId(digits: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  if (digits.startsWith('0') || repeated.length !== 1 || Math.max(...repeated) > 3) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return Number(digits[10]) === (11 - product) % 10;
}

/** Spain's DNI, and the NIE, whose first letter stands for a figure: the remainder by 23 names the last letter. */
export function isSpanishId(id: string): boolean {
  const number = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === id.at(-1);
}

/** France's NIR: the last two figures make the rest a multiple of 97; Corsica's letters count as 19 and 18. */
export function isFrenchId(id: string): boolean {
  const number = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(number) % 97n) === Number(id.slice(13));
}

/** Italy's codice fiscale: characters at odd places count by a table of their own. */
export function isItalianId(id: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  let sum = 0;
  for (const [place, character] of [...id.slice(0, 15)].entries()) {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - a;
    sum += place % 2 === 0 ? (odd[value] ?? 0) : value;
  }
  return String.fromCharCode(a + (sum % 26)) === id[15];
}

/** Brazil's CPF: two figures at the end, each from all those before it. */
export function isCpf(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  const figure = (count: number) => {
    let sum = 0;
    for (let place = 0; place < count; place++) sum += Number(digits[place]) * (count + 1 - place);
    return ((sum * 10) % 11) % 10;
  };
  return figure(9) === Number(digits[9]) && figure(10) === Number(digits[10]);
}

/** India's Aadhaar: Verhoeff's figure over the symmetries of a pentagon. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]);
    for (let turn = 0; turn < place % 8; turn++) digit = verhoeffTurn[digit] ?? 0;
    check = inPentagon(check, digit);
  }
  return check === 0;
}

const a = 'A'.charCodeAt(0);
const verhoeffTurn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Figures below five turn the pentagon, the others also flip it. */
function inPentagon(one: number, other: number): number {
  const turned = one < 5 ? one + other : one - other;
  const flipped = one < 5 !== other < 5;
  return (((turned % 5) + 5) % 5) + (flipped ? 5 : 0);
}
