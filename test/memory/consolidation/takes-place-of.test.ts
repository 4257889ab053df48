import { describe, expect, test } from 'vitest';
import { takesPlaceOf } from '@/memory/consolidation/takes-place-of';

describe('a newer sentence takes the place of an older one', () => {
  test.each([
    ['another place', 'My brother moved to Tromsø for his PhD.', 'My brother lives in Oslo.'],
    ['another place', 'Our office has moved to The Hague.', 'Our office is in Rotterdam.'],
    ['another day', 'My flight leaves on 5 June.', 'My flight leaves on 3 June.'],
    ['another time', 'My stand-up is at 10 now.', 'My stand-up is at 9:30.'],
    ['another amount', 'My rent went up to 840 euros.', 'My rent is 780 euros.'],
    ['another age', 'My daughter Ida turned seven in May.', 'My daughter Ida is six years old.'],
    ['another person', 'My new manager is Pavel.', 'My manager is Ingrid.'],
    ['another person', 'Project Alder is led by Mr Haas.', 'Project Alder is led by Mrs Weber.'],
    ['another tool', 'I switched from Emacs to Helix.', 'I use Emacs for everything.'],
    ['another tool', 'I replaced my Volvo with a tram pass.', 'I drive a Volvo to work.'],
    ['it is over', 'I sold the van and cycle everywhere.', 'I drive a diesel van.'],
    ['it is over', "I don't play the cello any more.", 'I play the cello.'],
    ['it is over', 'I used to work at the Blue Door café.', 'I work at the Blue Door café.'],
    ['it is over', 'I graduated from Uppsala in June.', 'I study physics at Uppsala.'],
    ['she is gone', 'Rex died in February.', 'I have a dog called Rex.'],
    ['they parted', 'Tobias and I got divorced last spring.', "I'm married to Tobias."],
    ['the opposite', 'I actually enjoy flying now.', 'I hate flying.'],
    ['the opposite', "I can't stand spicy food any more.", 'I love spicy food.'],
    ['the opposite', 'I eat meat again.', "I'm vegetarian."],
    ['it happened', 'I went to Norway in July.', "I've never been to Norway."],
    ['a mistake', 'I was actually born in Lund, not Malmö.', 'I was born in Malmö.'],
    ['a mistake', "The test showed that I'm not allergic to cats.", "I'm allergic to cats."],
    [
      'another part',
      'Tilda Arnesen illustrated the harbour guide together with Pia Falk.',
      'Tilda Arnesen illustrated the harbour guide together with Moritz Renner.',
    ],
    [
      'denied',
      'Moritz Renner has never taught at the art school in Kassel; he only gives private lessons.',
      'Moritz Renner has taught drawing at the art school in Kassel for years.',
    ],
  ])('%s: “%s” after “%s”', (_, newer, older) => {
    expect(takesPlaceOf(newer, older)).toBe(true);
  });
});

describe('two sentences stand beside each other', () => {
  test.each([
    ['My sister lives in Bergen.', 'My brother lives in Oslo.'],
    ['My mentor is Pavel.', 'My manager is Ingrid.'],
    ['Our warehouse is in Breda.', 'Our office is in Rotterdam.'],
    ['Project Birch is led by Mrs Weber.', 'Project Alder is led by Mrs Weber.'],
    ['Mara works in Zurich.', 'Mara lives in Basel.'],
    ['I learn to weld on Fridays.', 'I learn Japanese on Mondays.'],
    ['I have a cat called Mimi.', 'I have a dog called Rex.'],
    ["I'm allergic to cats.", "I'm allergic to penicillin."],
    ['I go swimming on Wednesdays before work.', 'I go climbing on Wednesdays.'],
    ["I'm on a waiting list for a flat.", "I'm on a gluten-free diet."],
    ['My car is red.', 'My car is a Skoda Fabia.'],
    ['I used to live in Rome.', 'I live in Berlin.'],
    ['I live in Berlin.', 'I used to live in Rome.'],
    ['I know the owner of the Blue Door café.', 'I used to work at the Blue Door café.'],
    ['My brother quit smoking.', 'I smoke.'],
    ['I own a cabin near Villach.', 'I own a flat in Graz.'],
    [
      'I ran the Vienna marathon in April 2021 in under four hours.',
      'I ran the Berlin marathon in September 2018 in under four hours.',
    ],
    ['Pia Falk is fluent in Danish and Polish.', 'Moritz Renner is fluent in Danish and Polish.'],
    [
      'Tilda Arnesen keeps a small greenhouse full of orchids.',
      'Tilda Arnesen illustrated the harbour guide together with Moritz Renner.',
    ],
  ])('“%s” and “%s”', (newer, older) => {
    expect(takesPlaceOf(newer, older)).toBe(false);
  });
});
