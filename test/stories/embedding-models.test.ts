import { expect, test } from 'vitest';
import type { Embedder, Embedding } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import { voyIndex } from '@/vectors/voy-index';
import { builtinFromDisk } from '../support/builtin-from-disk';
import { captured, draftIn, freshName, type OpenEngine, openEngine } from '../support/open-engine';
import { waitFor } from '../support/wait-for';
import { compileVoyFromDisk } from '../vectors/compile-voy-from-disk';

const allergy = "I'm allergic to peanuts.";
const facts = [
  'My name is Ana.',
  'I live in Porto.',
  allergy,
  'I have a dog called Rex.',
  'I play the cello.',
];

test('another embedding model takes over once it has a vector of every memory', async () => {
  const other = embedderOf('other', 64);
  const told = await openEngine(freshName(), { ports: { openEmbedding: opener(other) } });
  await learnAll(told, facts);
  await told.engine.embedWith('other');
  await told.engine.completeVectors();

  expect((await told.store.settings()).embedding).toEqual({ serving: 'other', wanted: 'other' });
  expect(await told.store.withoutVector('other')).toEqual([]);
  expect((await told.store.vectors('other')).map(({ vector }) => vector.length)).toEqual(facts.map(() => 64));
  expect(await told.store.vectors(builtinModel)).toEqual([]);
  expect(await recalled(told, 'which nuts am I allergic to, peanuts?')).toContain(allergy);
  expect(other.asked).toContain('query');
});

test('the old model answers while the new one reads', async () => {
  const other = embedderOf('other', 64);
  const told = await openEngine(freshName(), { ports: { openEmbedding: opener(other) } });
  await learnAll(told, facts);
  other.hold();
  await told.engine.embedWith('other');
  await waitFor(() => expect(other.asked).toContain('memory'));

  expect(await recalled(told, 'which nuts am I allergic to, peanuts?')).toContain(allergy);
  expect((await told.store.settings()).embedding).toEqual({ serving: builtinModel, wanted: 'other' });
  other.release();
  await told.engine.completeVectors();
  expect((await told.store.settings()).embedding.serving).toBe('other');
});

test('a change of model that is killed three times goes on where it was', async () => {
  const name = freshName();
  const first = await openEngine(name);
  await learnAll(first, hobbies(300));
  await first.engine.embedWith('other');
  first.close();

  let texts = 0;
  for (let life = 0; life < 3; life++) {
    const dying = embedderOf('other', 64);
    dying.failAfter(70);
    const told = await openEngine(name, { ports: { openEmbedding: opener(dying) } });
    await told.engine.start();
    await expect(told.engine.completeVectors()).rejects.toThrow('killed');
    told.close();
    texts += dying.texts;
  }
  const last = embedderOf('other', 64);
  const told = await openEngine(name, { ports: { openEmbedding: opener(last) } });
  await told.engine.start();
  await told.engine.completeVectors();

  expect((await told.store.settings()).embedding.serving).toBe('other');
  expect(await told.store.vectors('other')).toHaveLength(300);
  expect(texts + last.texts, 'no sentence that was saved is embedded again').toBeLessThanOrEqual(
    300 + 3 * 64,
  );
}, 120_000);

test('what is learned, reworded and forgotten during the change is right after it', async () => {
  const other = embedderOf('other', 64);
  const told = await openEngine(freshName(), { ports: { openEmbedding: opener(other) } });
  await learnAll(told, facts);
  const [name, home] = await told.store.memoriesByStatus('active');
  if (!name || !home) throw new Error('Nothing was learned');
  other.hold();
  await told.engine.embedWith('other');
  await waitFor(() => expect(other.asked).toContain('memory'));
  await told.engine.revise(home.id, 'I live in Braga.');
  await told.engine.forget([name.id]);
  await told.engine.add('I collect stamps.');
  other.release();
  await told.engine.completeVectors();

  const active = await told.store.memoriesByStatus('active');
  const vectors = new Map(
    (await told.store.vectors('other')).map(({ memoryId, vector }) => [memoryId, vector]),
  );
  expect([...vectors.keys()].sort()).toEqual(active.map(({ id }) => id).sort());
  for (const { id, text } of active) expect(vectors.get(id)).toEqual(await other.vectorOf(text));
});

test('a model that does not answer holds up neither learning nor recall, and catches up later', async () => {
  const ill = embedderOf(builtinModel, builtinFromDisk().dimensions);
  ill.failAfter(0);
  const told = await openEngine(freshName(), { ports: { embedder: ill } });
  await learnAll(told, facts);
  expect(await recalled(told, 'which nuts am I allergic to, peanuts?')).toContain(allergy);
  expect(await told.engine.search('cello')).toHaveLength(1);
  expect(await told.store.vectors(builtinModel)).toEqual([]);

  ill.failAfter(Infinity);
  await told.engine.completeVectors();
  expect(await told.store.vectors(builtinModel)).toHaveLength(facts.length);
});

test('a model whose files are gone at the start gives way to the built-in one', async () => {
  const name = freshName();
  const first = await openEngine(name, { ports: { openEmbedding: opener(embedderOf('other', 64)) } });
  await learnAll(first, facts);
  await first.engine.embedWith('other');
  await first.engine.completeVectors();
  first.close();

  const told = await openEngine(name);
  await told.engine.start();
  expect(await recalled(told, 'which nuts am I allergic to, peanuts?')).toContain(allergy);
  await waitFor(async () => expect(await told.store.vectors(builtinModel)).toHaveLength(facts.length));
  expect((await told.store.settings()).embedding.serving).toBe(builtinModel);
});

test('what an older built-in model made is made anew by the one of today', async () => {
  const name = freshName();
  const first = await openEngine(name);
  await learnAll(first, facts);
  const settings = await first.store.settings();
  const old = { serving: 'builtin-hash-1', wanted: 'builtin-hash-1' };
  await first.store.saveSettings({ ...settings, embedding: old });
  await first.database.vectors.toCollection().modify({ model: 'builtin-hash-1' });
  first.close();

  const told = await openEngine(name);
  await told.engine.start();
  await told.engine.completeVectors();
  expect(await told.store.vectors(builtinModel)).toHaveLength(facts.length);
  expect(await told.store.vectors('builtin-hash-1')).toEqual([]);
  expect((await told.store.settings()).embedding).toEqual({ serving: builtinModel, wanted: builtinModel });
  expect(await recalled(told, 'which nuts am I allergic to, peanuts?')).toContain(allergy);
});

test('a change of mind in the middle is followed', async () => {
  const slow = embedderOf('slow', 64);
  const quick = embedderOf('quick', 32);
  const told = await openEngine(freshName(), { ports: { openEmbedding: opener(slow, quick) } });
  await learnAll(told, facts);
  slow.hold();
  await told.engine.embedWith('slow');
  await waitFor(() => expect(slow.asked).toContain('memory'));
  await told.engine.embedWith('quick');
  await told.engine.completeVectors();
  slow.release();

  expect((await told.store.settings()).embedding).toEqual({ serving: 'quick', wanted: 'quick' });
  expect(await told.store.vectors('quick')).toHaveLength(facts.length);
  expect(await told.store.vectors(builtinModel)).toEqual([]);
});

async function learnAll({ engine }: OpenEngine, texts: readonly string[]): Promise<void> {
  for (let from = 0; from < texts.length; from += 20)
    await engine.capture(captured(texts.slice(from, from + 20)));
  await engine.learn();
}

function hobbies(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `I enjoy puzzle number ${1000 + index}.`);
}

async function recalled({ engine }: OpenEngine, draft: string): Promise<string[]> {
  return (await engine.recall(draftIn(draft))).memories.map(({ text }) => text);
}

interface Model extends Embedder {
  asked: string[];
  texts: number;
  hold(): void;
  release(): void;
  failAfter(texts: number): void;
  vectorOf(text: string): Promise<Float32Array | undefined>;
}

/** The built-in embedder's vectors, cut short, under another name: a real model of fewer dimensions. */
function embedderOf(model: string, dimensions: number): Model {
  const inner = builtinFromDisk();
  let held: Promise<void> = Promise.resolve();
  let release: (() => void) | undefined;
  let most = Infinity;
  const cut = async (texts: readonly string[]) =>
    (await inner.embed(texts)).map((vector) => unit(vector.slice(0, dimensions)));
  return {
    model,
    dimensions,
    asked: [],
    texts: 0,
    hold() {
      held = new Promise((resolve) => {
        release = resolve;
      });
    },
    release: () => release?.(),
    failAfter(texts) {
      most = texts;
    },
    vectorOf: async (text) => (await cut([text]))[0],
    async embed(texts, { as = 'memory', signal } = {}) {
      this.asked.push(as);
      if (as === 'memory') await held;
      signal?.throwIfAborted();
      if (this.texts + texts.length > most) throw new Error('killed');
      this.texts += texts.length;
      return cut(texts);
    },
  };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function opener(...models: readonly Embedder[]) {
  return async (wanted: string): Promise<Embedding> => {
    const embedder = [...models, builtinFromDisk()].find(({ model }) => model === wanted);
    if (!embedder) throw new Error(`There is no model ${wanted} here`);
    return { embedder, vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk) };
  };
}
