import { describe, expect, test } from 'vitest';
import { namesRelativeTime, withCalendarDates } from '@/memory/extraction/dates';

const at = new Date(2026, 10, 22, 12).getTime();

describe('times counted from the day of saying become dates in the language they are told in', () => {
  test.each([
    ['Letzten Monat bin ich nach Rostock gezogen', 'im Oktober 2026 bin ich nach Rostock gezogen'],
    ['Ich wohne seit letztem Monat in Kiel', 'Ich wohne seit Oktober 2026 in Kiel'],
    ['Vor drei Jahren haben wir geheiratet', '2023 haben wir geheiratet'],
    ['Mon père est mort l’an dernier', 'Mon père est mort en 2025'],
    ['Je pars au Japon le mois prochain', 'Je pars au Japon en décembre 2026'],
    ['Hace tres años me vine de Maracaibo', 'en 2023 me vine de Maracaibo'],
    ['Me jubilo el año que viene', 'Me jubilo en 2027'],
    ['Deixei de comer carne há dois meses', 'Deixei de comer carne em setembro de 2026'],
    ['Due mesi fa ho smesso di fumare', 'a settembre 2026 ho smesso di fumare'],
    ['Ieri ho comprato una bici', 'il 21 novembre 2026 ho comprato una bici'],
  ])('%s', (said, dated) => {
    expect(withCalendarDates(said, at).text).toBe(dated);
  });
});

test.each([
  'Vor vielen Jahren war ich in Rom',
  'Moro em Braga há três anos',
  'Vivo en Lima hace 3 años',
  'Vivo en Lima desde hace dos meses',
  'Hier wohnt meine Oma und ich auch',
  'booked for three weeks today',
])('“%s” names no time that a calendar has', (said) => {
  expect(namesRelativeTime(said)).toBe(false);
});

test('a time ahead is over when its day, month or year is', () => {
  expect(withCalendarDates("I'm going to Japan next month", at).until).toBe(new Date(2027, 0, 1).getTime());
  expect(withCalendarDates('We leave tomorrow', at).until).toBe(new Date(2026, 10, 24).getTime());
});
