import { nextTask } from '@/lib/next-task';
import { embedPassages, passagesOf, recordsOf, rewrittenIn } from '@/memory/embed';
import { loadVectors, toVectorItems } from '@/memory/indexes';
import { isActive } from '@/memory/is-active';
import type { Act, Embedding, Ports } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import type { Memory, MemoryId } from '@/memory/types';

/** So many sentences are embedded between two saves: what a killed page has to do again. */
const batchSize = 64;

type InOrder = <Value>(job: () => Promise<Value>) => Promise<Value>;

/**
 * Keeps the vectors of every active memory complete, and changes the embedding model while the old one goes on
 * serving. What is done is told by the vectors in the store alone, so that it goes on after any interruption.
 */
export interface Embeddings {
  /** Loads the index of the model that serves; of the built-in one where that model is gone. */
  load(memories: readonly Memory[]): Promise<void>;
  /** Embeds what lacks a vector, then changes the model if another one is wanted; settles when all is done. */
  complete(): Promise<void>;
  /** Has `complete` look again: what is wanted changed. */
  restart(): void;
  /** Keeps an index that is being filled in step with an act, and notes what it left without a vector. */
  follow(act: Act): void;
}

/** `ports` is the engine's own: its `embedder` and `vectors` are exchanged, both in one step, within `inOrder`. */
export function embeddings(ports: Ports, inOrder: InOrder): Embeddings {
  const { store } = ports;
  let next: Embedding | undefined;
  let completing: Promise<void> | undefined;
  let stop = new AbortController();
  let isComplete = false;

  async function load(memories: readonly Memory[]): Promise<void> {
    const { serving } = (await store.settings()).embedding;
    if (serving !== ports.embedder.model) Object.assign(ports, await openOrBuiltin(serving));
    await loadVectors(idsOf(memories), ports, ports);
  }

  /** Without its files the serving model cannot read a query: better to embed anew with what is always there. */
  async function openOrBuiltin(model: string): Promise<Embedding> {
    try {
      return await ports.openEmbedding(model);
    } catch {
      await inOrder(() => keep({ serving: builtinModel }));
      return ports.openEmbedding(builtinModel);
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    await embedMissing(ports, signal);
    const { wanted } = (await store.settings()).embedding;
    if (wanted !== ports.embedder.model) await move(wanted, signal);
    else await store.keepVectorsOf(wanted);
  }

  async function move(wanted: string, signal: AbortSignal): Promise<void> {
    const opened = await ports.openEmbedding(wanted);
    next = opened;
    try {
      await embedMissing(opened, signal);
      const active = await store.memoriesByStatus('active');
      await loadVectors(idsOf(active), opened, ports);
      while (!(await inOrder(() => changeTo(opened, signal)))) await embedMissing(opened, signal);
    } finally {
      if (next === opened) next = undefined;
    }
    await store.keepVectorsOf(wanted);
  }

  /** False when an act came in between and left something without a vector. */
  async function changeTo(opened: Embedding, signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    if ((await store.withoutVector(opened.embedder.model)).length > 0) return false;
    await keep({ serving: opened.embedder.model });
    Object.assign(ports, opened);
    return true;
  }

  async function embedMissing(embedding: Embedding, signal: AbortSignal): Promise<void> {
    for (;;) {
      const missing = await store.withoutVector(embedding.embedder.model);
      if (missing.length === 0) return;
      for (let from = 0; from < missing.length; from += batchSize) {
        signal.throwIfAborted();
        await embedBatch(missing.slice(from, from + batchSize), embedding, signal);
        await nextTask();
      }
    }
  }

  async function embedBatch(ids: readonly MemoryId[], embedding: Embedding, signal: AbortSignal) {
    const { embedder, vectors } = embedding;
    const memories = (await store.memories(ids)).filter(isActive);
    const embedded = await embedPassages(await passagesOf(memories, store), embedder, signal);
    const records = recordsOf(memories, embedded, embedder);
    await inOrder(async () => {
      const now = new Map((await store.memories(ids)).map((memory) => [memory.id, memory]));
      const same = memories.filter(
        ({ id, text }) => now.get(id)?.text === text && now.get(id)?.status === 'active',
      );
      const still = idsOf(same);
      const kept = records.filter(({ memoryId }) => still.has(memoryId));
      await store.saveVectors(kept);
      vectors.add(toVectorItems(kept, embedder));
    });
  }

  async function keep(change: { serving: string }): Promise<void> {
    const settings = await store.settings();
    await store.saveSettings({ ...settings, embedding: { ...settings.embedding, ...change } });
  }

  return {
    load,

    async complete() {
      if (isComplete && !completing) return;
      if (!completing) {
        isComplete = true;
        const mine = run(stop.signal)
          .catch((error) => {
            isComplete = false;
            throw error;
          })
          .finally(() => {
            if (completing === mine) completing = undefined;
          });
        completing = mine;
      }
      await completing;
    },

    restart() {
      stop.abort(new Error('Another embedding model is wanted'));
      stop = new AbortController();
      completing = undefined;
      isComplete = false;
    },

    follow(act) {
      const gone = (act.put ?? []).filter((memory) => !isActive(memory)).map(({ id }) => id);
      next?.vectors.remove([...(act.remove ?? []), ...gone, ...rewrittenIn(act)]);
      if (leavesSomething(act, ports.embedder.model) || next) isComplete = false;
    },
  };
}

/** Whether a memory came, came back or changed its words without a vector of this model. */
function leavesSomething({ entry, vectors = [] }: Act, model: string): boolean {
  const embedded = new Set(
    vectors.filter((record) => record.model === model).map(({ memoryId }) => memoryId),
  );
  return (entry?.changes ?? []).some(
    ({ before, after }) =>
      after?.status === 'active' &&
      (before?.status !== 'active' || before.text !== after.text) &&
      !embedded.has(after.id),
  );
}

function idsOf(memories: readonly Memory[]): Set<MemoryId> {
  return new Set(memories.map(({ id }) => id));
}
