import { describe, expect, test } from 'vitest';
import { queryOf } from '@/memory/recall/query';

const now = Date.UTC(2026, 10, 22, 10);
const longer = [
  'I have to plan the week and there are several things that I cannot make up my mind about at all.',
  'Which of the two tents should I take along to the lake, the light one or the large one?',
  'What can I cook for six people on a single camping stove without much washing up?',
];

describe('what a draft is looked up by', () => {
  test('is the draft alone where it is short', () => {
    expect(queryOf('  Any dinner ideas?\n', { now }).looks).toEqual([
      { text: 'Any dinner ideas?', share: 1 },
    ]);
  });

  test('is also each sentence of a longer one', () => {
    const [whole, ...sentences] = queryOf(longer.join(' '), { now }).looks;
    expect(whole).toEqual({ text: longer.join(' '), share: 1 });
    expect(sentences.map(({ text }) => text)).toEqual(longer);
    for (const { share } of sentences) expect(share).toBeLessThan(1);
  });

  test('is also the draft with the conversation before it, and what a model would ask', () => {
    const turns = [{ text: 'And for the second day?' }, { text: 'I am going to Oslo by train.' }];
    const { looks, words } = queryOf('Which coat?', { now, turns, aside: ['clothes for winter'] });
    expect(looks.map(({ text }) => text)).toEqual([
      'Which coat?',
      'Which coat?\nAnd for the second day?\nI am going to Oslo by train.',
      'clothes for winter',
    ]);
    expect([...words]).toEqual(['coat']);
  });

  test('is not the code that was pasted into it, unless there is nothing else', () => {
    const code = '```\nconst answer = 42;\n```';
    expect(queryOf(`Why does this fail?\n${code}`, { now }).looks[0]?.text).toBe('Why does this fail?');
    expect(queryOf(code, { now }).looks[0]?.text).toBe(code);
  });

  test('is people by what they are to the user and by the names that a memory tells', () => {
    const namesOf = (relations: ReadonlySet<string>) => (relations.has('sister') ? ['ana'] : []);
    const { names } = queryOf('A present for my sister and for Paolo', { now, namesOf });
    expect([...names].sort()).toEqual(['ana', 'paolo', 'sister']);
  });

  test('is a span of time where the draft names one', () => {
    expect(queryOf('What happened last week?', { now }).period).toBeDefined();
    expect(queryOf('What is a week?', { now }).period).toBeUndefined();
  });

  test('holds for a draft of a million characters', () => {
    const { looks } = queryOf('Tell me more about it. '.repeat(50_000), { now });
    for (const { text } of looks) expect(text.length).toBeLessThanOrEqual(2_000);
  });
});

describe('a draft that asks what was', () => {
  test.each([
    'What did we decide about the roof?',
    'Which paint did I choose for the hall?',
    'When did I last see the dentist?',
    'Where did we stay in Porto?',
    'Who did I ask for the quote?',
    'How did we fix the printer?',
    'Did I mention my knee to you?',
    'Have we talked about the lease?',
    'Remind me what the plan was.',
    'Remember when we planned the garden?',
    'The same as last time, please.',
    'We settled on a name, which one was it?',
    'I told you about my boss.',
    'You suggested a book about bread.',
    'Which one was it again?',
  ])('%s', (draft) => {
    expect(queryOf(draft, { now }).asksPast).toBe(true);
  });
});

describe('a draft that does not', () => {
  test.each([
    'Plan a week of dinners.',
    'What is the capital of Chad?',
    'How do I boil an egg?',
    'Which laptop should I buy?',
    'Write a poem about rain.',
    'When does summer start?',
    'Translate this into French.',
    'Who wrote Middlemarch?',
    'How can I sleep better?',
    'Where can we eat tonight?',
    'Why is the sky blue?',
    'Draft a mail to my landlord.',
    'What would you suggest for a picnic?',
    'Remember to answer in French.',
    'I decide tomorrow, help me think.',
    'Have you got a recipe for lentils?',
    'Did you know that bees dance?',
    'What have you got for a rainy day?',
    'Have we any chance of snow?',
  ])('%s', (draft) => {
    expect(queryOf(draft, { now }).asksPast).toBe(false);
  });
});
