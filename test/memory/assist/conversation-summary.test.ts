import { expect, test } from 'vitest';
import { conversationSummary } from '@/memory/assist/conversation-summary';
import { askNobody, askSaying } from './asked';

const conversation = {
  title: 'Trip to Porto',
  turns: [
    {
      role: 'user' as const,
      text: "Hi! I'm travelling with two kids. Where should we stay in Porto?\n```\nnoise?\n```",
    },
    { role: 'assistant' as const, text: 'Foz or Ribeira. Shall I compare them?' },
    { role: 'user' as const, text: 'How much is Foz?' },
    { role: 'assistant' as const, text: 'About 140 euros.' },
    { role: 'user' as const, text: "Let's go with Foz then, for the beach. Thanks." },
  ],
};
const plain = "Trip to Porto. Where should we stay in Porto? Let's go with Foz then, for the beach.";

test('a conversation is told by its title, its first question and its last decision', async () => {
  expect(await conversationSummary(conversation, askNobody)).toBe(plain);
  expect(await conversationSummary({ title: '', turns: [] }, askNobody)).toBe('');
  expect(
    await conversationSummary({ title: 'Hi', turns: [{ role: 'user', text: 'y '.repeat(500) }] }, askNobody),
  ).toMatch(/^Hi\. y y .{140,170}…$/);
});

test('a model tells it in its own words', async () => {
  const told = 'Asked where to stay in Porto with two kids and settled on Foz for the beach.';
  expect(await conversationSummary(conversation, askSaying(JSON.stringify({ text: told })))).toBe(told);
});

test.each([
  'Asked where to stay in Porto and settled on Hotel Infante.',
  'Settled on Foz for 240 euros.',
  'Zorblax recommends Foz.',
  'Foz. '.repeat(200),
])('a model that brings in names, numbers or much else is not heard: %s', async (told) => {
  expect(await conversationSummary(conversation, askSaying(JSON.stringify({ text: told })))).toBe(plain);
});

test('a long conversation is shown by its ends', async () => {
  const turns = Array.from({ length: 40 }, (_, index) => ({
    role: 'user' as const,
    text: `turn ${index} ${'x'.repeat(3000)}`,
  }));
  const ask = askSaying(undefined);
  await conversationSummary({ title: 'Long', turns }, ask);
  const shown = JSON.parse(ask.asked[0]?.prompt ?? '').turns as { text: string }[];
  expect(shown).toHaveLength(12);
  expect(shown.at(0)?.text).toContain('turn 0');
  expect(shown.at(-1)?.text).toContain('turn 39');
  expect(shown.every(({ text }) => text.endsWith('…'))).toBe(true);
});
