import { describe, expect, it } from 'vitest';
import { contactsIn } from '@/memory/contacts';

const found: [text: string, ...contacts: [sort: string, words: string][]][] = [
  ['Write to ana.maria+news@mail.example.pt, please.', ['email', 'ana.maria+news@mail.example.pt']],
  ['Call me on +351 912 345 678.', ['phone', '+351 912 345 678']],
  ['My number is (212) 555-0142', ['phone', '(212) 555-0142']],
  ['or 212-555-0142 after six', ['phone', '212-555-0142']],
  ['ruf mich an: 030 1234567', ['phone', '030 1234567']],
  ['mon portable est 06 12 34 56 78', ['phone', '06 12 34 56 78']],
  ['mi móvil es 612345678', ['phone', '612345678']],
  ['I live at 12 Rose Street in Leeds', ['address', '12 Rose Street']],
  ['we meet at 221B Baker St.', ['address', '221B Baker St']],
  ['Ich wohne in der Lindenstraße 14a', ['address', 'Lindenstraße 14a']],
  ['moro na Rua das Flores, 27', ['address', 'Rua das Flores, 27']],
  ['vivo en la Calle Mayor 5', ['address', 'Calle Mayor 5']],
  ["j'habite 12 rue de la Paix", ['address', '12 rue de la Paix']],
  ['abito in Via Garibaldi 3', ['address', 'Via Garibaldi 3']],
  ['send it to PO Box 1234', ['address', 'PO Box 1234']],
  ['my postcode is SW1A 1AA', ['address', 'SW1A 1AA']],
  ['Ana, ana@example.org, 12 Rose Street', ['email', 'ana@example.org'], ['address', '12 Rose Street']],
];

const none = [
  'I live in Lisbon.',
  'The meeting is on 2026-11-22 at 12:30.',
  'In 1990-2000 it grew from 100 000 to 1 234 567 890 people.',
  'The server answers at 192.168.1.100 on port 8080.',
  'Route 66 and Highway 1 are long drives.',
  'I need 12 roses for the street party.',
  'It costs 1,200.50 euros, tax 19 %.',
  'Open https://example.org/files/1/0302/3968/6755/a.jpg',
  'Decorate a class with @dataclass and @property',
  'npm i @scope/package@1.2.3',
  'ISBN 978-3-16-148410-0',
  'My best time was 00:41:23.50 over 10 000 m.',
];

describe('contacts', () => {
  it.each(found)('are told in "%s"', (text, ...contacts) => {
    const told = contactsIn(text).map(({ sort, start, end }) => [sort, text.slice(start, end)]);
    expect(told).toEqual(contacts);
  });

  it.each(none)('are not seen in "%s"', (text) => {
    expect(contactsIn(text)).toEqual([]);
  });

  it('are looked for in time that grows with the text and not faster', () => {
    for (const bait of [
      'a@',
      'A b ',
      '12 Rose ',
      '0 ',
      '+1 ',
      'Rua ',
      'live at ',
      'phone is ',
      '(12) ',
      'aaaa',
    ]) {
      expect(contactsIn(bait.repeat(Math.ceil(100_000 / bait.length)))).toBeDefined();
    }
  }, 5_000);
});
