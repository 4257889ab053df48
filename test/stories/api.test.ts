import { expect, test } from 'vitest';
import { memoryApi } from '@/memory/api';
import { captured, openEngine } from '../support/open-engine';

async function open() {
  const opened = await openEngine();
  return { ...opened, api: memoryApi(opened.engine, opened.store, () => Date.UTC(2026, 10, 22, 10)) };
}

test('what a program stores comes back as context within its budget', async () => {
  const { api } = await open();
  await api.store([
    { text: "I'm allergic to shellfish.", importance: 0.95 },
    { text: 'I collect vintage typewriters.', kind: 'preference' },
    { text: 'Answer me in short sentences.', kind: 'procedure' },
  ]);
  const { memories, block, tokens } = await api.getContext({ draft: 'any dinner ideas?', maxTokens: 120 });
  expect(memories.map(({ text }) => text)).toEqual([
    'Answer me in short sentences.',
    "I'm allergic to shellfish.",
  ]);
  expect(tokens).toBeLessThanOrEqual(120);
  expect(block).toContain('shellfish');
  expect((await api.getContext({ draft: 'any dinner ideas?', maxTokens: 10 })).block).toBe('');
});

test('an older value that is stored later is still the older value', async () => {
  const { api } = await open();
  const day = (month: number) => Date.UTC(2026, month, 1);
  await api.store([
    { text: 'My rent is 790 euros a month.', at: day(6) },
    { text: 'My rent is 640 euros a month.', at: day(1) },
  ]);
  const { facts } = await api.profile();
  expect(facts.map(({ text }) => text)).toEqual(['My rent is 790 euros a month.']);
});

test('what was observed is learned, found, told by the profile, and forgotten for good', async () => {
  const { api, engine } = await open();
  expect(await api.observe(captured(['I live in Porto and I prefer tea to coffee.']))).toEqual({ stored: 1 });
  await engine.learn();
  const { facts, preferences } = await api.profile();
  expect([...facts, ...preferences].map(({ text }) => text).join(' ')).toMatch(/Porto.*tea/s);
  const [found] = await api.search('Porto');
  expect(found).toBe(facts[0]?.id);
  await api.forget(facts.map(({ id }) => id));
  expect((await api.profile()).facts).toEqual([]);
  expect(await api.search('Porto')).not.toContain(found);
});
