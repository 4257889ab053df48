import { expect, it } from 'vitest';
import type { Feedback, Recall, UseReport } from '@/memory/recall/types';
import { tellFeedback } from '@/page/feedback';

const lines = ['- I live in Lisbon (fact)', '- I eat no meat (fact)'];
const block = ['[Throughline notes about me]', ...lines, '[End]'].join('\n');
const recall: Recall = {
  injection: 'ask',
  memories: [
    { id: 'home', kind: 'fact', text: 'I live in Lisbon', at: 0, reasons: [] },
    { id: 'diet', kind: 'fact', text: 'I eat no meat', at: 0, reasons: [] },
  ],
  block,
  tokens: 40,
  at: 7,
};

function openTeller() {
  const used: UseReport[] = [];
  const told: Pick<Feedback, 'sort' | 'memories' | 'draft'>[] = [];
  const teller = tellFeedback({
    engine: {
      report: async (use) => used.push(use),
      feedback: async ({ sort, memories, draft }) => told.push({ sort, memories, draft }),
    },
    conversation: () => ({ site: 'fake', provisionalKey: 'key' }),
    place: () => ({ url: 'https://fake.example/', title: '' }),
  });
  return { teller, used, told };
}

it('a block that left as it was added was used, whole', () => {
  const { teller, used, told } = openTeller();
  teller.left({ text: `Where to eat?\n\n${block}`, recall, declined: [] });
  expect(used).toMatchObject([{ used: ['home', 'diet'], at: 7 }]);
  expect(told).toEqual([]);
});

it('a line that the user deleted before sending was edited out, and only the others were used', () => {
  const { teller, used, told } = openTeller();
  const text = `Where to eat?\n\n${block}`.replace(`${lines[1]}\n`, '');
  teller.left({ text, recall, declined: [] });
  expect(used).toMatchObject([{ used: ['home'] }]);
  expect(told).toEqual([{ sort: 'edited-out', memories: ['diet'], draft: 'Where to eat?' }]);
});

it('a prompt that the site took at the second Enter is judged once', () => {
  const { teller, told } = openTeller();
  const text = `Where to eat?\n\n${block}`.replace(`${lines[1]}\n`, '');
  teller.left({ text, recall, declined: [] });
  teller.left({ text, recall, declined: [] });
  expect(told).toHaveLength(1);
});

it('what was unticked was dismissed for the prompt that left without it', () => {
  const { teller, used, told } = openTeller();
  teller.left({ text: 'Where to eat?', recall: undefined, declined: ['diet'] });
  expect(used).toEqual([]);
  expect(told).toEqual([{ sort: 'dismissed', memories: ['diet'], draft: 'Where to eat?' }]);
});
