import { wordlist } from '@scure/bip39/wordlists/english.js';
import fc from 'fast-check';
import {
  isCpf,
  isFrenchId,
  isGermanTaxId,
  isIban,
  isItalianId,
  isSpanishId,
  passesLuhn,
  passesVerhoeff,
} from '@/memory/redaction/checksums';

/** A sentence as somebody may write it, and what of it must not be kept. */
export interface MadeSecret {
  maker: string;
  said: string;
  secret: string;
}

const small = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const letters = small.toUpperCase();
const base62 = small + letters + digits;

function of(characters: string, length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...characters), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
}

function between(characters: string, fewest: number, most: number): fc.Arbitrary<string> {
  return fc.integer({ min: fewest, max: most }).chain((length) => of(characters, length));
}

/** A key as a machine draws it; one in a million has no figure in it and is drawn again. */
function drawn(characters: string, length: number): fc.Arbitrary<string> {
  return of(characters, length).filter((key) => /\d/.test(key) && /[a-z]/i.test(key));
}

/** A number whose last figures are found by trying: the checks themselves are tested with known numbers. */
function checked(
  body: fc.Arbitrary<string>,
  endings: readonly string[],
  isReal: (number: string) => boolean,
): fc.Arbitrary<string> {
  return body
    .map((begun) => endings.map((ending) => begun + ending).find(isReal) ?? '')
    .filter((number) => number !== '');
}

function counting(figures: number): string[] {
  return Array.from({ length: 10 ** figures }, (_, number) => String(number).padStart(figures, '0'));
}

function grouped(number: fc.Arbitrary<string>, sizes: readonly number[]): fc.Arbitrary<string> {
  return fc.tuple(number, fc.constantFrom(' ', '-', '')).map(([whole, sign]) => {
    let from = 0;
    return sizes
      .map((size) => {
        from += size;
        return whole.slice(from - size, from);
      })
      .join(sign);
  });
}

const password = fc
  .tuple(of(small, 4), of(letters, 2), of(digits, 3), fc.constantFrom('!', '#', '$', '-', '_', '?', ''))
  .map((parts) => parts.join(''));
const words = (count: number) =>
  fc.array(fc.constantFrom(...wordlist), { minLength: count, maxLength: count }).map((all) => all.join(' '));
const codes = fc
  .array(
    drawn(small + digits, 4).chain((one) => drawn(small + digits, 4).map((other) => `${one}-${other}`)),
    { minLength: 4, maxLength: 10 },
  )
  .map((all) => all.join(' '));
const base32 = `${letters}234567`;

type Say = (secret: string) => string;
const maker = (secret: fc.Arbitrary<string>, ...sayings: Say[]) =>
  fc.tuple(secret, fc.constantFrom(...sayings)).map(([secret, say]) => ({ said: say(secret), secret }));
const plain: Say[] = [
  (secret) => `Why does ${secret} not work?`,
  (secret) => `Here it is:\n${secret}\nand now?`,
  (secret) => `(${secret})`,
];

/** Every kind of secret there is a shape for, as sentences. */
const makers: Record<string, fc.Arbitrary<{ said: string; secret: string }>> = {
  codeHost: maker(
    drawn(base62, 36).map((key) => `ghp_${key}`),
    ...plain,
  ),
  fineGrained: maker(
    drawn(base62, 60).map((key) => `github_pat_${key}`),
    ...plain,
  ),
  otherHost: maker(
    drawn(base62, 20).map((key) => `glpat-${key}`),
    ...plain,
  ),
  packages: maker(
    drawn(base62, 36).map((key) => `npm_${key}`),
    ...plain,
  ),
  model: maker(
    drawn(base62, 48).map((key) => `sk-proj-${key}`),
    ...plain,
  ),
  otherModel: maker(
    drawn(base62, 90).map((key) => `sk-ant-api03-${key}`),
    ...plain,
  ),
  payment: maker(
    drawn(base62, 24).map((key) => `sk_live_${key}`),
    ...plain,
  ),
  hook: maker(
    drawn(base62, 32).map((key) => `whsec_${key}`),
    ...plain,
  ),
  chat: maker(
    fc.tuple(of(digits, 12), of(digits, 12), drawn(base62, 24)).map((parts) => `xoxb-${parts.join('-')}`),
    ...plain,
  ),
  search: maker(
    drawn(base62, 35).map((key) => `AIza${key}`),
    ...plain,
  ),
  cloud: maker(
    fc.tuple(of(letters + digits, 16), drawn(`${base62}/+`, 40)).map(([id, key]) => `AKIA${id} ${key}`),
    ...plain,
  ),
  cloudSetting: maker(
    drawn(`${base62}/+`, 40),
    (key) => `AWS_SECRET_ACCESS_KEY=${key}`,
    (key) => `aws_secret_access_key = ${key}`,
  ),
  storage: maker(
    drawn(`${base62}/+`, 86),
    (key) =>
      `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${key}==;EndpointSuffix=core.example`,
  ),
  bot: maker(
    fc.tuple(fc.integer({ min: 1e8, max: 9e9 }), of(base62, 35)).map((parts) => parts.join(':')),
    ...plain,
  ),
  webToken: maker(
    fc
      .tuple(drawn(base62, 30), drawn(base62, 60), drawn(base62, 43))
      .map(([one, two, three]) => `eyJ${one}.eyJ${two}.${three}`),
    ...plain,
  ),
  header: maker(drawn(base62, 32), (key) => `curl -H "Authorization: Bearer ${key}" https://api.example.org`),
  keyFile: maker(
    drawn(base62, 64),
    (key) => `-----BEGIN OPENSSH PRIVATE KEY-----\n${key}\n-----END OPENSSH PRIVATE KEY-----`,
    (key) =>
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n${key}\n-----END RSA PRIVATE KEY-----`,
  ),
  age: maker(
    of(letters + digits, 58).map((key) => `AGE-SECRET-KEY-1${key}`),
    ...plain,
  ),
  seed: maker(
    words(12),
    (phrase) => `My wallet: ${phrase}. Is it safe?`,
    (phrase) => phrase,
  ),
  longSeed: maker(words(24), (phrase) => `restore from\n${phrase}\nplease`),
  passphrase: maker(words(5), (phrase) => `The passphrase is "${phrase}".`),
  generator: maker(
    of(base32, 32),
    (seed) => `My 2FA secret: ${seed}`,
    (seed) => `otpauth://totp/Shop:me@example.org?secret=${seed}&issuer=Shop`,
  ),
  recovery: maker(
    codes,
    (all) => `My recovery codes are: ${all}`,
    (all) => `Backup codes:\n${all.replaceAll(' ', '\n')}`,
  ),
  once: maker(of(digits, 6), (code) => `Your verification code is ${code}.`),
  password: maker(
    password,
    (secret) => `My password is ${secret}.`,
    (secret) => `the password for the router is ${secret}`,
    (secret) => `Mein Passwort lautet ${secret}`,
    (secret) => `Mon mot de passe est ${secret}`,
    (secret) => `Mi contraseña es ${secret}`,
    (secret) => `A minha senha é ${secret}`,
    (secret) => `password: "${secret}"`,
    (secret) => `DB_PASSWORD=${secret}`,
    (secret) => `I log in as admin with password ${secret} there`,
    (secret) => `${secret} is my password`,
    (secret) => `{"user": "me", "password": "${secret}"}`,
  ),
  network: maker(
    password,
    (secret) => `Our wifi password is ${secret}`,
    (secret) => `WIFI:T:WPA;S:Home;P:${secret};;`,
  ),
  pin: maker(
    of(digits, 4),
    (pin) => `The PIN is ${pin}, I think.`,
    (pin) => `Meine Geheimzahl ist ${pin}`,
  ),
  setting: maker(
    drawn(base62, 24),
    (key) => `API_KEY=${key}`,
    (key) => `STRIPE_SECRET="${key}"`,
    (key) => `{"client_secret": "${key}"}`,
    (key) => `const authToken = '${key}';`,
    (key) => `api key: ${key}`,
    (key) => `Here is the token for staging, ${key}, use it.`,
  ),
  address: maker(
    fc.tuple(between(small, 4, 8), password).map(([user, secret]) => `${user}:${secret}`),
    (pair) => `postgres://${pair}@db.example.org/app`,
    (pair) => `Clone https://${pair}@git.example.org/shop.git first.`,
  ),
  query: maker(drawn(base62, 24), (key) => `https://example.org/report?page=2&access_token=${key}#top`),
  connection: maker(password, (secret) => `Server=db.example.org;User ID=sa;Password=${secret};Encrypt=true`),
  card: maker(
    grouped(
      checked(
        fc
          .tuple(fc.constantFrom('4', '51', '55', '2221', '6011'), of(digits, 15))
          .map(([range, rest]) => (range + rest).slice(0, 15)),
        counting(1),
        passesLuhn,
      ),
      [4, 4, 4, 4],
    ),
    (card) => `My card is ${card}, valid until 12/29.`,
    (card) => `pay with ${card} now`,
  ),
  shortCard: maker(
    grouped(
      checked(
        fc.tuple(fc.constantFrom('34', '37'), of(digits, 12)).map((parts) => parts.join('')),
        counting(1),
        passesLuhn,
      ),
      [4, 6, 5],
    ),
    ...plain,
  ),
  iban: maker(
    fc
      .tuple(fc.constantFrom('DE', 'PT', 'GB', 'FR'), of(digits, 18))
      .map(
        ([country, account]) =>
          counting(2)
            .map((check) => country + check + account)
            .find(isIban) ?? '',
      )
      .filter((iban) => iban !== ''),
    (iban) => `Send it to ${iban}.`,
    (iban) => `IBAN: ${iban.replace(/(.{4})/g, '$1 ').trim()}`,
  ),
  account: maker(
    of(digits, 10).map((rest) => `1${rest}`),
    (account) => `Routing number 021000021, account number ${account}.`,
    (account) => `Meine Kontonummer ist ${account}`,
  ),
  american: maker(
    fc
      .tuple(
        fc.integer({ min: 1, max: 665 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 9999 }),
      )
      .map(([area, group, serial]) => `${pad(area, 3)}-${pad(group, 2)}-${pad(serial, 4)}`),
    (id) => `My SSN is ${id}.`,
    (id) => `the form wants ${id} there`,
    (id) => `social security number: ${id.replaceAll('-', '')}`,
  ),
  british: maker(
    fc
      .tuple(fc.constantFrom('AB', 'CE', 'JK', 'PM'), of(digits, 6), fc.constantFrom(...'ABCD'))
      .map((parts) => parts.join('')),
    ...plain,
  ),
  german: maker(
    checked(of(digits, 10), counting(1), isGermanTaxId),
    (id) => `Meine Steuer-ID: ${id}`,
    ...plain,
  ),
  spanish: maker(checked(of(digits, 8), [...letters], isSpanishId), ...plain),
  foreigner: maker(
    checked(
      of(digits, 7).map((id) => `Y${id}`),
      [...letters],
      isSpanishId,
    ),
    ...plain,
  ),
  french: maker(
    checked(
      fc
        .tuple(fc.constantFrom('1', '2'), of(digits, 2), fc.constantFrom('01', '07', '12'), of(digits, 8))
        .map((parts) => parts.join('')),
      counting(2),
      isFrenchId,
    ),
    ...plain,
  ),
  italian: maker(
    checked(
      fc
        .tuple(
          of(letters, 6),
          of(digits, 2),
          fc.constantFrom(...'ABCDEHLMPRST'),
          of(digits, 2),
          of(letters, 1),
          of(digits, 3),
        )
        .map((parts) => parts.join('')),
      [...letters],
      isItalianId,
    ),
    ...plain,
  ),
  brazilian: maker(
    checked(of(digits, 9), counting(2), isCpf).map((id) => id.replace(/(...)(...)(...)(..)/, '$1.$2.$3-$4')),
    ...plain,
  ),
  indian: maker(
    checked(
      of(digits, 10).map((id) => `7${id}`),
      counting(1),
      passesVerhoeff,
    ).map((id) => id.replace(/(....)(....)(....)/, '$1 $2 $3')),
    ...plain,
  ),
  indianTax: maker(
    fc
      .tuple(of(letters, 3), of(letters, 1), of(digits, 4), of(letters, 1))
      .map(([one, two, number, last]) => `${one}P${two}${number}${last}`),
    ...plain,
  ),
  canadian: maker(checked(of(digits, 8), counting(1), passesLuhn), (id) => `My SIN is ${id}.`),
  portuguese: maker(
    of(digits, 8).map((id) => `2${id}`),
    (id) => `O meu NIF é ${id}.`,
  ),
  dutch: maker(
    of(digits, 8).map((id) => `1${id}`),
    (id) => `Mijn BSN is ${id}`,
  ),
  passport: maker(
    fc.tuple(of(letters, 1), of(digits, 8)).map((parts) => parts.join('')),
    (id) => `My passport number is ${id} and it expires soon.`,
    (id) => `Meine Reisepassnummer: ${id}`.replace('passnummer', 'pass Nummer'),
    (id) => `my driver's license is ${id}`,
  ),
};

/** So many secrets, of all makers in turn, always the same ones. */
export function madeSecrets(count: number, seed = 20_261_122): MadeSecret[] {
  const names = Object.keys(makers);
  const each = Math.ceil(count / names.length);
  return names
    .flatMap((name) =>
      fc
        .sample(makers[name] ?? fc.constant({ said: '', secret: '' }), { numRuns: each, seed })
        .map((made) => ({ maker: name, ...made })),
    )
    .slice(0, count);
}

function pad(number: number, figures: number): string {
  return String(number).padStart(figures, '0');
}
