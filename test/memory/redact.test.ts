import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsSecret, redactSecrets } from '@/memory/redact';

/** Put together here so that no scanner takes this file for a leak. */
const secrets: [what: string, text: string][] = [
  ['a key with its maker\u2019s prefix', `sk-proj-${'a1B2c3D4'.repeat(4)}`],
  ['a payment key', `sk_live_${'9aZ8yX7w'.repeat(3)}`],
  ['a code host token', `ghp_${'A1b2C3d4E5'.repeat(4)}`],
  ['a fine-grained token', `github_pat_${'A1b2C3d4E5'.repeat(3)}`],
  ['a cloud access key', `AKIA${'Q7Z3'.repeat(4)}`],
  ['a chat token', `xoxb-${'123456789012-'.repeat(2)}abcdef`],
  ['a JSON web token', `eyJ${'hbGciOiJI'.repeat(2)}.eyJ${'zdWIiOiIx'.repeat(2)}.${'c2lnbmF0'.repeat(3)}`],
  [
    'a private key',
    `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIB'.repeat(6)}\n-----END RSA PRIVATE KEY-----`,
  ],
  ['a private key cut short', `-----BEGIN PRIVATE KEY-----\n${'MIIEpAIB'.repeat(6)}`],
  ['a card number', '4111 1111 1111 1111'],
  ['a card number with hyphens', '5500-0055-5555-5559'],
  ['an IBAN', 'GB82 WEST 1234 5698 7654 32'],
  ['a compact IBAN', 'DE89370400440532013000'],
  ['credentials in an address', 'postgres://admin:s3cr3t@db.example.org/app'],
];

const statements: [text: string, left: string][] = [
  ['my password is hunter2abc ok', 'my [secret removed] ok'],
  ['The password for the router is Sommer2024!', 'The [secret removed]'],
  ['API_KEY=abcd1234efgh', '[secret removed]'],
  ['mein Passwort ist Katze123', 'mein [secret removed]'],
  ['pin: 4821', '[secret removed]'],
];

const harmless = [
  'How do I reset my password?',
  'My password is not accepted.',
  'The password is too short, what now?',
  'I forgot the API key.',
  'Order 1234567890123456 has not arrived.',
  'Call me on +351 912 345 678.',
  'It happened on 2026-11-22 at 12:30.',
  'I ski-toured all winter in Zermatt.',
  'A basic understanding of tokens.',
  'pi is 3.14159265358979323846',
  'I am allergic to shellfish.',
  'The public key is -----BEGIN PUBLIC KEY-----',
];

describe('secrets', () => {
  it.each(secrets)('%s is taken out and the rest is left', (_, secret) => {
    expect(holdsSecret(secret)).toBe(true);
    expect(redactSecrets(`before ${secret} after`)).toMatch(/^before \[secret removed\](?: after)?$/);
  });

  it.each(statements)('in "%s" are taken out', (text, left) => {
    expect(redactSecrets(text)).toBe(left);
  });

  it.each(harmless)('are not seen in "%s"', (text) => {
    expect(holdsSecret(text)).toBe(false);
    expect(redactSecrets(text)).toBe(text);
  });

  it('are gone from any text that had them, and a second pass finds no more', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...secrets), fc.string(), (before, [, secret], after) => {
        const redacted = redactSecrets(`${before}\n${secret}\n${after}`);
        expect(redacted).not.toContain(secret);
        expect(redactSecrets(redacted)).toBe(redacted);
      }),
    );
  });

  it('are looked for in time that grows with the text and not faster', () => {
    for (const bait of [
      'sk-',
      'eyJaaaaaaaa.',
      '1 ',
      'DE89 ',
      'password is ',
      '-----BEGIN PRIVATE KEY-----',
      'a://b:',
      'A1',
    ]) {
      const text = bait.repeat(Math.ceil(200_000 / bait.length));
      expect(typeof holdsSecret(text)).toBe('boolean');
    }
  }, 5_000);
});

it.each([
  ['a card with its expiry and code', 'pay with 4111 1111 1111 1111 12/27 123', '4111'],
  ['a card followed by more digits', '4111111111111111 123', '4111111111111111'],
  ['an account number with its bank behind it', 'to BE68 5390 0754 7034 BIC KREDBEBB', '5390'],
  ['a phrase of many words', 'my seed phrase is abandon ability able about above absent', 'ability'],
  ['a password of several words', 'password: "correct horse battery"', 'horse'],
  [
    'a private key with headers',
    '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIabc\n-----END RSA PRIVATE KEY-----',
    'MIIabc',
  ],
])('%s goes as a whole', (_, text, secret) => {
  expect(redactSecrets(text)).not.toContain(secret);
});

it('a megabyte of half a token takes no time to speak of', () => {
  expect(redactSecrets('eyJ-'.repeat(250_000))).toHaveLength(1_000_000);
});
