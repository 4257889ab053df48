import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsSecret, redactSecrets, removed } from '@/memory/redact';

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
  ['a seed phrase', 'legal winner thank year wave sausage worth useful legal winner thank yellow'],
  ['an age key', `AGE-SECRET-KEY-1${'QPZRY9X8'.repeat(7)}`],
  ['a bot\u2019s token', `123456789:${'AAb1-Cd2_'.repeat(4).slice(0, 35)}`],
  [
    'a hook of a chat',
    `https://hooks.slack.com/services/T${'0A1B2C3D'}/B${'4E5F6A7B'}/${'x1Y2z3W4'.repeat(3)}`,
  ],
  ['a hashed password', `$2b$12$${'R9h1cIPz0gi.URNN'.repeat(3)}`],
  ['a code generator\u2019s address', `otpauth://totp/Example:me?secret=${'JBSWY3DP'.repeat(2)}`],
];

const statements: [text: string, left: string][] = [
  ['my password is hunter2abc ok', 'my password is [secret removed] ok'],
  ['The password for the router is Sommer2024!', 'The password for the router is [secret removed]'],
  ['mein Passwort ist Katze123', 'mein Passwort ist [secret removed]'],
  ['Mon mot de passe est soleil99.', 'Mon mot de passe est [secret removed].'],
  ['La contraseña del wifi es verano-azul-7', 'La contraseña del wifi es [secret removed]'],
  ['A minha senha é praia2019', 'A minha senha é [secret removed]'],
  ['hunter2abc is my password', '[secret removed] is my password'],
  ['user admin, password hunter2abc', 'user admin, password [secret removed]'],
  ['pin: 4821', 'pin: [secret removed]'],
  ['My verification code is 482913.', 'My verification code is [secret removed].'],
  ['my wifi key is kingfisher-blue-22', 'my wifi key is [secret removed]'],
  ['backup codes: 1234-5678 2345-6789\nWhat now?', 'backup codes: [secret removed]\nWhat now?'],
  ['my totp secret is JBSWY3DPEHPK3PXP', 'my totp secret is [secret removed]'],

  ['cvv 123 exp 12/27', 'cvv [secret removed] exp 12/27'],
  ['The door code is 4821#', 'The door code is [secret removed]#'],
  ['482913 is your verification code', '[secret removed] is your verification code'],
  ['**Password:** hunter2abc', '**Password:** [secret removed]'],
  ['| password | hunter2abc |', '| password | [secret removed] |'],
  ['<db-password>hunter2</db-password>', '<db-password>[secret removed]</db-password>'],
  ['The password is "correct horse battery staple"', 'The password is "[secret removed]"'],
  ['Windows key: VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'Windows key: [secret removed]'],
  ['PHPSESSID=298zf09hf012fh2', 'PHPSESSID=[secret removed]'],
  ['my card is 4111.1111.1111.1111', 'my card is [secret removed]'],
  ['IBAN DE89-3704-0044-0532-0130-00', 'IBAN [secret removed]'],
  ['my NHS number is 943 476 5919', 'my NHS number is [secret removed]'],

  ['API_KEY=abcd1234efgh', 'API_KEY=[secret removed]'],
  ['{"client_secret": "a8s7df6a8sd7f6a8"}', '{"client_secret": "[secret removed]"}'],
  ["const dbPassword = 'winter-9';", "const dbPassword = '[secret removed]';"],
  ['curl -u admin:pa55word https://example.org', 'curl -u admin:[secret removed] https://example.org'],
  ['deploy --token 9f8e7d6c5b4a3f2e now', 'deploy --token [secret removed] now'],
  [
    'see https://example.org/a?token=9f8e7d6c&page=2',
    'see https://example.org/a?token=[secret removed]&page=2',
  ],
  ['Server=db;User ID=sa;Password=P4ss-word;', 'Server=db;User ID=sa;Password=[secret removed];'],
  [
    'here is the token for staging, Zk3vQ9xT7bLm2PqR8wYc, use it',
    'here is the token for staging, [secret removed], use it',
  ],

  ['my SSN is 123 45 6789', 'my SSN is [secret removed]'],
  ['I bank with routing number 021000021.', 'I bank with routing number [secret removed].'],
  ['Account number: 12345678', 'Account number: [secret removed]'],
  ['my passport number is X1234567 and it expires', 'my passport number is [secret removed] and it expires'],
  ['meine Steuer-ID ist 36 574 261 809', 'meine Steuer-ID ist [secret removed]'],
  ['o meu NIF é 123456789', 'o meu NIF é [secret removed]'],
  ['mijn BSN is 111222333', 'mijn BSN is [secret removed]'],
  ['my SIN is 046 454 286', 'my SIN is [secret removed]'],
];

/** Real by their check figures, made up otherwise. */
const numbers: [what: string, right: string, wrong: string][] = [
  ['Germany’s tax number', '36574261809', '36574261808'],
  ['Spain’s DNI', '12345678Z', '12345678A'],
  ['Spain’s NIE', 'X1234567L', 'X1234567A'],
  ['France’s NIR', '1 85 05 78 006 084 91', '1 85 05 78 006 084 36'],
  ['Italy’s codice fiscale', 'RSSMRA85T10A562S', 'RSSMRA85T10A562T'],
  ['Brazil’s CPF', '390.533.447-05', '390.533.447-06'],
  ['India’s Aadhaar', '2341 2341 2346', '2341 2341 2345'],
  ['the United Kingdom’s NINO', 'AB 12 34 56 C', 'BG 12 34 56 C'],
  ['the United States’ SSN', '460-89-9847', '000-89-9847'],
  ['Switzerland’s AHV', '756.9217.0769.85', '756.9217.0769.86'],
  ['an IBAN', 'PT50000201231234567890154', 'PT51000201231234567890154'],
  ['a card', '4539 1488 0343 6467', '4539 1488 0343 6468'],
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
  'My order 4539148803436467 is late.',
  'ISBN 978-3-16-148410-0, or 9783161484100 without hyphens',
  'commit 9fceb02d0ae598e95dc970b74767f19372d61af8 broke the token test',
  'The primary key is 550e8400-e29b-41d4-a716-446655440000.',
  'The context is 1000000 tokens and max_tokens=4096.',
  'const token = await getToken(user.id)',
  'apiKey: process.env.OPENAI_KEY',
  'password: string;',
  'sk-learn-pipeline-example-v2-final',
  'The key to a good roux is patience.',
  'La clave es la paciencia.',
  'Vuelo sin 2 escalas, 123456 pasajeros.',
  'Er hat nie 100000 Euro verdient.',
  'The secret ingredient is cinnamon.',
  'My password manager is 1Password.',
  'The code is 404 and the error code is 500123.',
  'The password is at least 8 characters long.',
  'The API key is in the vault.',
  'How do tokens work in GPT-4o-mini-2024-07-18?',
  'Use the key event_timestamp_2024_11_22 in the join.',
  'I read the key points at https://www.example.org/blog/2024/11/22/a-long-slug-1234.',
  'Connect the LED to pin 13.',
  'My account is 3 years old with 120000 followers.',
  'Use sha256 for the password hash, not md5.',
  'It took 1700000000000 milliseconds, or 31415926535 of them.',
  'Version 12.4.1 of 2026-11-22T10:00:00Z',
  'The public key is -----BEGIN PUBLIC KEY-----',
];

describe('secrets', () => {
  it.each(secrets)('%s is taken out and the rest is left', (_, secret) => {
    expect(holdsSecret(secret)).toBe(true);
    expect(redactSecrets(`mine: ${secret} after`)).toMatch(/^mine: \[secret removed\](?: after)?$/);
  });

  it.each(statements)('in "%s" are taken out', (text, left) => {
    expect(redactSecrets(text)).toBe(left);
  });

  it.each(numbers)('%s is known by its check figures', (_, right, wrong) => {
    expect(redactSecrets(`It says ${right} there.`)).toBe(`It says ${removed} there.`);
    expect(redactSecrets(`It says ${wrong} there.`)).toBe(`It says ${wrong} there.`);
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
      'passport ',
      'key ',
      'token=',
      'backup codes 1234 ',
      'legal winner ',
      'A b ',
      'abc.',
      '4111 ',
    ]) {
      const text = bait.repeat(Math.ceil(200_000 / bait.length));
      expect(typeof holdsSecret(text)).toBe('boolean');
    }
  }, 5_000);
});

it.each([
  ['a card with its expiry and code', 'pay with 4111 1111 1111 1111 12/27 123', '4111'],
  ['a card behind its number in a list', '1 4111 1111 1111 1111', '4111'],
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
