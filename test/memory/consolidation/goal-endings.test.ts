import { describe, expect, test } from 'vitest';
import { endingsIn, endsGoal } from '@/memory/consolidation/goal-endings';

describe('a goal is', () => {
  test.each([
    ['reached', 'I finally ran the Berlin marathon in May.', "I'm training for a marathon."],
    ['reached', 'I passed my driving test yesterday.', 'My goal is to pass the driving test.'],
    ['reached', 'I quit smoking in January.', 'I want to quit smoking.'],
    ['reached', "I've lost 10 kilos since March.", 'I want to lose 10 kilos.'],
    ['reached', 'I submitted my thesis on Friday', "I'm working on my PhD thesis."],
    ['reached', 'I moved to Spain in June.', "I'm planning to move to Spain."],
    ['dropped', 'I gave up on learning Korean.', 'I want to learn Korean.'],
    ['dropped', 'We decided not to move to Spain after all.', "I'm planning to move to Spain."],
    ['dropped', 'I no longer want to learn Korean.', 'I want to learn Korean.'],
  ])('%s: “%s” after “%s”', (outcome, statement, goal) => {
    expect(endsGoal(statement, goal)).toBe(outcome);
  });
});

describe('a goal stays open', () => {
  test.each([
    ['I finished a chapter about marathon history.', "I'm training for a marathon."],
    ["If I finished the marathon I'd cry.", "I'm training for a marathon."],
    ["I haven't finished the marathon yet.", "I'm training for a marathon."],
    ['I ran a marathon, years ago.', "I'm training for a marathon."],
    ['I ran into my Korean neighbour.', 'I want to learn Korean.'],
    ['I dropped my phone in Spain.', "I'm planning to move to Spain."],
    ['I stopped by the bakery.', 'I want to open a bakery.'],
    ['My sister passed her driving test.', 'My goal is to pass the driving test.'],
  ])('“%s” does not end “%s”', (statement, goal) => {
    expect(endsGoal(statement, goal)).toBeUndefined();
  });
});

test('of a turn only the sentences that tell of an end are looked at', () => {
  expect(endingsIn('Hello! I passed the bar exam, what should I cook? My cat is old.')).toEqual([
    'I passed the bar exam, what should I cook?',
  ]);
});
