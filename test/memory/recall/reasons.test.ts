import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '@/lib/content-words';
import { domains } from '@/memory/domains';
import { queryOf } from '@/memory/recall/query';
import { contributions, rank } from '@/memory/recall/rank';
import { reasonsFor, signalsBehind } from '@/memory/recall/reasons';
import type { Signals } from '@/memory/recall/signals';
import { memoryKinds } from '@/memory/types';
import { memoryWith } from './memory-with';

const nothing = Object.fromEntries(
  Object.keys(contributions({} as Signals)).map((name) => [name, 0]),
) as unknown as Signals;
const now = new Date(2026, 10, 22).getTime();
const query = (draft: string) => queryOf(draft, { now });
const domain = undefined;

const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const anySignals = fc.record(
  Object.fromEntries(Object.keys(nothing).map((name) => [name, share])),
) as unknown as fc.Arbitrary<Signals>;
const anyMemory = fc
  .record({
    kind: fc.constantFrom(...memoryKinds),
    text: fc.constantFrom(
      'My sister Anna grows roses.',
      'I eat no meat.',
      'Answer in euros.',
      '我住在里斯本',
    ),
    importance: fc.double({ min: 0, max: 1, noNaN: true }),
    pinned: fc.boolean(),
  })
  .map(memoryWith);
const anyDomain = fc.option(fc.constantFrom(...domains), { nil: undefined });
const anyDraft = fc.constantFrom(
  'What would Anna like for her garden?',
  'Suggest a restaurant for dinner',
  'What did I plan in March?',
  '里斯本哪里好吃',
  '',
);

describe('the reasons for a memory', () => {
  it('each add to its score, at most three, the strongest first', () => {
    fc.assert(
      fc.property(anyMemory, anyDomain, anySignals, anyDraft, (memory, domain, signals, draft) => {
        const added = contributions(signals);
        const weights = reasonsFor({ memory, domain, signals }, query(draft)).map(({ because }) =>
          signalsBehind[because].reduce((sum, name) => sum + added[name], 0),
        );
        expect(weights.length).toBeLessThanOrEqual(3);
        expect(weights.filter((weight) => weight <= 0)).toEqual([]);
        expect(weights).toEqual([...weights].sort((one, other) => other - one));
      }),
    );
  });

  it('are made of what the score is made of', () => {
    fc.assert(
      fc.property(anySignals, (signals) => {
        const sum = Object.values(contributions(signals)).reduce((all, one) => all + one, 0);
        expect(sum).toBeCloseTo(rank(signals), 9);
      }),
    );
  });

  it('are none where nothing speaks for it', () => {
    expect(
      reasonsFor({ memory: memoryWith({ pinned: true }), domain, signals: nothing }, query('Hi')),
    ).toEqual([]);
  });

  it('name the words that stand in the draft too, as the memory spells them, the longest three', () => {
    const draft = query('How do I plant a garden fence with tomatoes and growing peas behind it?');
    const [reason] = reasonsFor({ memory: memoryWith(), domain, signals: { ...nothing, words: 1 } }, draft);
    expect(reason).toEqual({ because: 'words', detail: 'tomatoes behind garden' });
  });

  it('only ever name words of both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, draft) => {
        const memory = memoryWith({ text });
        const reasons = reasonsFor({ memory, domain, signals: { ...nothing, words: 1 } }, query(draft));
        for (const reason of reasons) {
          if (reason.because !== 'words') continue;
          const asked = contentWords(
            query(draft)
              .looks.map((look) => look.text)
              .join('\n'),
          );
          for (const word of reason.detail.split(' ')) {
            expect([...contentWords(word)].some((stem) => asked.has(stem))).toBe(true);
            expect(text).toContain(word);
          }
        }
      }),
    );
  });

  it('name the domain that the draft needs', () => {
    const ranked = { memory: memoryWith(), domain: 'hobby', signals: { ...nothing, need: 0.4 } } as const;
    expect(reasonsFor(ranked, query('A gift?'))).toEqual([{ because: 'need', detail: 'hobby' }]);
  });

  it('name whom it is about', () => {
    const memory = memoryWith({ text: "My sister Anna's favourite colour is green." });
    const reasons = reasonsFor(
      { memory, domain, signals: { ...nothing, subject: 1 } },
      query('A gift for Anna'),
    );
    expect(reasons).toEqual([{ because: 'about', detail: 'Anna' }]);
  });

  it('name the days that the draft asks for, the last one too', () => {
    const period = { from: new Date(2026, 2, 1).getTime(), to: new Date(2026, 3, 1).getTime() };
    const ranked = { memory: memoryWith(), domain, signals: { ...nothing, time: 1 } };
    const reasons = reasonsFor(ranked, { ...query('What did I plan?'), period });
    expect(reasons).toEqual([{ because: 'time', detail: '2026-03-01/2026-03-31' }]);
  });

  it('say of an episode that shares no word that it was said among words like these', () => {
    const memory = memoryWith({ kind: 'episode', text: 'Sure, at eight.' });
    const reasons = reasonsFor(
      { memory, domain, signals: { ...nothing, words: 1 } },
      query('When is dinner?'),
    );
    expect(reasons).toEqual([{ because: 'around' }]);
  });

  it('leave out what hardly counts beside the first', () => {
    const signals = { ...nothing, words: 1, recency: 1, site: 1 };
    const reasons = reasonsFor({ memory: memoryWith(), domain, signals }, query('My garden'));
    expect(reasons.map(({ because }) => because)).toEqual(['words']);
  });
});
