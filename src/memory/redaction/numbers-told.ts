import { passesLuhn } from '@/memory/redaction/checksums';
import { allIf, type SecretShape } from '@/memory/redaction/shape';

const id = '[A-Z0-9][A-Z0-9./-]{1,24}(?: \\d[A-Z0-9-]{1,8}){0,6}';

/** What states, insurers and tax offices number people by. */
const person = [
  'national insurance|nhs|itin|social insurance|health insurance|medicare|tax id|taxpayer|national id|identity card|id card',
  'nino|aadhaa?r|pan card|pesel|personnummer|burgerservicenummer|sofinummer|bsn|dni|nif|contribuinte|cpf|cnpj',
  'steuer-?id|steueridentifikationsnummer|steuernummer|idnr|sozialversicherungsnummer|rentenversicherungsnummer',
  "personalausweis|ausweis|numéro de sécurité sociale|sécurité sociale|carte d[’']identité|codice fiscale",
  "carta d[’']identità|documento de identidad|documento de identidade|cartão de cidadão",
].join('|');

const licence = [
  "passport|reisepass|passnummer|passeport|pasaporte|passaporte|passaporto|driver[’']?s? licen[cs]e",
  'driving licen[cs]e|führerschein|permis de conduire|carnet de conducir|permiso de conducir|licencia de conducir',
  'carta de condução|carteira de motorista|cnh|patente(?: di guida)?',
].join('|');

const account = [
  'routing|aba|rtn|account|acct|sort code|iban|card|kontonummer|konto|kreditkarte|kartennummer',
  'numéro de compte|compte bancaire|carte bancaire|número de cuenta|cuenta bancaria|tarjeta',
  'número da conta|conta bancária|cartão|numero di conto|conto corrente|carta di credito',
].join('|');

/** Numbers of accounts and of persons that only the words beside them give away. */
export const numbersTold: SecretShape[] = [
  { shape: beside('ssn|social security', '\\d{3}[- ]?\\d{2}[- ]?\\d{4}') },
  { shape: beside(person, id), extent: allIf((found) => digitsOf(found).length >= 5) },
  // Short names that are words of some language when they are written small.
  {
    shape: beside('SIN|NIE|RG|DL|AHV|AVS|PAN', id, 'gu'),
    extent: allIf((found) => digitsOf(found).length >= 6),
  },
  {
    shape: beside('sin', '\\d{3}[ -]?\\d{3}[ -]?\\d{3}'),
    extent: allIf((found) => passesLuhn(digitsOf(found))),
  },
  { shape: beside(licence, id), extent: allIf((found) => digitsOf(found).length >= 5) },
  {
    shape: beside(account, '\\d[\\d -]{4,30}\\d'),
    extent: allIf((found, label) => digitsOf(found).length >= 6 && isOfMoney.test(label)),
  },
];

/** A label, the words that lead from it to its number, and the number. */
function beside(label: string, value: string, flags = 'giu'): RegExp {
  const lead =
    "(?:[ :#=(’'-]{1,3}(?:number|num|no|No|nr|Nr|nº|n°|id|card|code|is|was|are|ist|lautet|est|es|é|è|de|nummer|numéro|número|numero|s)(?![\\p{L}\\p{N}])[.:]?){0,4}[ :#=(]{0,3}";
  return new RegExp(
    `(?<label>(?<![\\p{L}\\p{N}])(?:${label})${lead})(?<![\\p{L}\\p{N}])${value}(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** Many things have an account and its number; what is said of one without the word "number" is seldom it. */
const isOfMoney =
  /rout|aba|rtn|konto|compte|cuenta|conta|conto|sort|iban|card|karte|carte|tarjeta|cartão|carta|(?:account|acct)[^a-z]{0,3}(?:n|#|id|:)/i;

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
