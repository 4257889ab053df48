import { expect, test } from 'vitest';
import { stripBlock } from '@/memory/injection/strip-block';
import type { Extractor, ExtractorRequest } from '@/memory/ports';
import { draftIn, freshName, openEngine } from '../support/open-engine';

const memories = ["I'm allergic to shellfish.", 'I live in Lisbon.', 'I play the cello.'];
const draft = 'Suggest a restaurant for Friday dinner';

test('the language model takes out of a recall what does not help, but never an allergy', async () => {
  const { engine } = await knowing(memories, answering({ keep: '{"keep":[]}' }));
  const { memories: recalled } = await engine.recall(draftIn(draft));
  expect(recalled.map(({ text }) => text)).toEqual(["I'm allergic to shellfish."]);
});

test('the language model finds what the draft has no word for', async () => {
  const odd = 'Fill Saturday afternoon for me';
  const alone = await knowing(memories, undefined);
  expect((await alone.engine.recall(draftIn(odd))).memories.map(({ text }) => text)).not.toContain(
    'I play the cello.',
  );
  const helped = await knowing(memories, answering({ queries: '{"queries":["play the cello"]}' }));
  expect((await helped.engine.recall(draftIn(odd))).memories.map(({ text }) => text)).toContain(
    'I play the cello.',
  );
});

test('as a paragraph the block reads on, is worded by the model only in the memories’ own words, and is stripped whole', async () => {
  const prose = "I'm allergic to shellfish and live in Lisbon.";
  const { engine } = await knowing(memories, answering({ prose }));
  await engine.changeSettings({ blockFormat: 'paragraph' });
  const { block } = await engine.recall(draftIn(draft));
  expect(block.split('\n')[1]).toBe(prose);
  expect(stripBlock(`${draft}\n\n${block}`)).toBe(draft);

  const lying = await knowing(
    memories,
    answering({ prose: 'I am allergic to shellfish and live in Madrid.' }),
  );
  await lying.engine.changeSettings({ blockFormat: 'paragraph' });
  const { block: plain } = await lying.engine.recall(draftIn(draft));
  expect(plain.split('\n')[1]).toBe("For context: I'm allergic to shellfish and live in Lisbon.");
});

test.each([
  ['is slow', { slow: true }],
  ['fails', { fails: true }],
  ['writes rubbish', { keep: 'once upon a time', queries: '][', prose: '' }],
])('a language model that %s changes nothing about a recall', async (_, manner) => {
  const alone = await knowing(memories, undefined);
  const helped = await knowing(memories, answering(manner));
  const texts = async ({ engine }: typeof alone) =>
    (await engine.recall(draftIn(draft))).memories.map(({ text }) => text);
  expect(await texts(helped)).toEqual(await texts(alone));
});

test('a language model that the user does not want help from is not asked', async () => {
  const extractor = answering({ keep: '{"keep":[]}' });
  const { engine } = await knowing(memories, extractor);
  await engine.changeSettings({ assist: false });
  await engine.recall(draftIn(draft));
  expect(extractor.asked).toEqual([]);
});

async function knowing(texts: readonly string[], extractor: Extractor | undefined) {
  const opened = await openEngine(freshName(), { ports: { extractor: () => extractor } });
  for (const text of texts) await opened.engine.add(text);
  return opened;
}

interface Manner {
  keep?: string;
  queries?: string;
  prose?: string;
  slow?: boolean;
  fails?: boolean;
}

/** A language model with prepared answers: which of them, the schema of the question tells. */
function answering({ keep = 'no', queries = 'no', prose = 'no', slow, fails }: Manner) {
  const asked: ExtractorRequest[] = [];
  const extractor: Extractor & { asked: ExtractorRequest[] } = {
    asked,
    model: 'prepared',
    contextTokens: 4_096,
    ready: true,
    write(request, signal) {
      asked.push(request);
      if (fails) return Promise.reject(new Error('out of order'));
      if (slow) return untilAborted(signal);
      const properties = Object.keys((request.schema?.properties ?? {}) as object);
      return Promise.resolve(
        properties.includes('keep') ? keep : properties.includes('queries') ? queries : prose,
      );
    },
  };
  return extractor;
}

function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
