import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainsOf } from '@/memory/domain-words';
import { needsOf } from '@/memory/needs';

describe('the domains a draft needs', () => {
  it.each([
    ['Suggest a restaurant for tonight', ['food', 'home', 'health']],
    ['What should I cook for dinner?', ['food', 'health', 'family']],
    ['Plan a trip to Japan for me', ['travel', 'home', 'health', 'food', 'money']],
    ['Gift ideas for my sister', ['family', 'people', 'hobbies']],
    ['Write an email to my team', ['writing', 'identity', 'work']],
    ['Help me with a cover letter', ['work', 'identity', 'writing', 'study']],
    ['Why does my React component render twice?', ['tools', 'work']],
    ['Can you help me plan my week?', ['schedule', 'work', 'family', 'health']],
    ['Which exercises are good for me?', ['health', 'hobbies']],
    ['Recommend a film for the weekend', ['hobbies']],
    ['Was soll ich heute kochen?', ['food', 'health']],
  ] as const)('%s', (draft, expected) => {
    expect([...needsOf(draft).keys()]).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    '',
    '   ',
    'hello',
    'What is 12 * 7?',
    '(3 + 4) / 2 =',
    '15 plus 3',
    'What is the capital of France?',
    'Who wrote Don Quixote?',
    'How tall is Mount Everest?',
    'Translate to French: I am hungry and I want to travel',
    '```js\nconst dinner = cook(food);\n```',
    'const meal = cook();\nreturn meal;\nif (meal) { eat(meal); }',
  ])('are none for %j, which is complete in itself', (draft) => {
    expect(needsOf(draft)).toEqual(new Map());
  });

  it('put the matter itself first and what only shades the answer last', () => {
    const needs = needsOf('Suggest a restaurant');
    expect([...needs].sort(([, a], [, b]) => b - a)[0]).toEqual(['food', 1]);
    expect(needs.get('health')).toBeGreaterThan(needs.get('family') ?? Number.NaN);
  });

  it('do not follow the subject of an invented story', () => {
    expect(needsOf('Write a story about a doctor in a restaurant').has('food')).toBe(false);
  });

  it('always weigh more than nothing and at most one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (draft) => {
        for (const weight of needsOf(`cook a trip for my wife ${draft}`).values()) {
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the domains of a text', () => {
  it.each([
    ['I love hiking and jazz.', ['hobbies']],
    ['My daughters are vegetarians', ['food', 'family']],
    ['CHERRIES and berries', ['food']],
    ['nothing of the kind', []],
    ['', []],
  ] as const)('%j are %j', (text, expected) => {
    expect(domainsOf(text)).toEqual(expected);
  });
});
