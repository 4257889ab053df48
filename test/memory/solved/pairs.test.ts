import { expect, test } from 'vitest';
import { captured, draftIn, openEngine, turn } from '../../support/open-engine';
import pairs from './pairs.json';

type Pair = readonly [asked: string, draft: string];
const same = pairs.same as unknown as Pair[];
const near = pairs.near as unknown as Pair[];

test('the same question is found in other words, and a near-miss is not', async () => {
  const { engine, faults } = await openEngine();
  const asked = [...new Set([...same, ...near].map(([question]) => question))];
  for (const [place, question] of asked.entries()) {
    const answer = turn(`This is answer number ${place}.`, { role: 'assistant', origin: 'unknown' });
    await engine.capture(captured([turn(question), answer], { chat: `chat-${place}` }));
  }
  const answerTo = (question: string) => `This is answer number ${asked.indexOf(question)}.`;
  const gistFor = async (draft: string) => (await engine.solved(draftIn(draft, { chat: 'new' })))?.gist;

  const missed: string[] = [];
  for (const [question, draft] of same) {
    if ((await gistFor(draft)) !== answerTo(question)) missed.push(draft);
  }
  const mistaken: string[] = [];
  for (const [, draft] of near) if (await gistFor(draft)) mistaken.push(draft);

  expect(same).toHaveLength(30);
  expect(near).toHaveLength(30);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(6);
  expect(mistaken.length, mistaken.join('\n')).toBeLessThanOrEqual(1);
  expect(faults).toEqual([]);
});
