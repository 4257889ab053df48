import { miniSearchIndex } from '@/lexical/minisearch-index';
import { newId } from '@/lib/new-id';
import { nextTask } from '@/lib/next-task';
import { serial } from '@/lib/serial';
import { jobFor } from '@/memory/extraction/model/job-for';
import { followAct } from '@/memory/indexes';
import type { Act, Extractor, ExtractorRequest, Ports } from '@/memory/ports';
import { reading } from '@/memory/reading';
import { domainIndex } from '@/memory/recall/domain-index';
import type { CapturedTurn, Memory, Turn } from '@/memory/types';
import { openCodec } from '@/store/codec';
import { openTurn } from '@/store/rows';
import { voyIndex } from '@/vectors/voy-index';
import { builtinFromDisk, judgeFromDisk, placerFromDisk } from '../support/builtin-from-disk';
import { captured, freshName, openEngine } from '../support/open-engine';
import { compileVoyFromDisk } from '../vectors/compile-voy-from-disk';

/** What a scripted model notes; the rest is as a sure model would say it. */
interface Note {
  quote: string;
  text: string;
  kind?: string;
  key?: string;
  confidence?: number;
}

export function noting(...notes: Note[]): string {
  return JSON.stringify({
    memories: notes.map((note) => ({ about: 'user', kind: 'fact', key: 'none', confidence: 0.9, ...note })),
  });
}

/** The piece of a turn that a request shows. */
export function shownIn({ prompt }: ExtractorRequest): string {
  return /<turn-\w+>\n([\s\S]*)\n<\/turn-/.exec(prompt)?.[1] ?? '';
}

interface Options {
  name?: string;
  at?: number;
  answerWithinMs?: number;
  mayWork?: Ports['mayWork'];
}

/**
 * The real engine, store and indexes, and the reading loop on them; only the model is scripted. The waits of the loop
 * move the clock and are written down.
 */
export async function openReader(
  write: Extractor['write'],
  {
    name = freshName(),
    at = Date.UTC(2026, 10, 22, 10),
    answerWithinMs = 60_000,
    mayWork = async () => true,
  }: Options = {},
) {
  let now = at;
  const asked: ExtractorRequest[] = [];
  const waits: number[] = [];
  const faults: unknown[] = [];
  const embedder = builtinFromDisk();
  const shared = {
    embedder,
    vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk),
    words: miniSearchIndex(),
    placer: placerFromDisk(),
    judge: judgeFromDisk(),
    now: () => now,
  };
  // The engine itself has no model, so that this loop is the only one.
  const { engine, store, database, close } = await openEngine(name, { ports: shared });
  await engine.start();
  const ports: Ports = {
    ...shared,
    store,
    newId,
    openEmbedding: async () => shared,
    extractor: () => ({
      model: 'scripted-model',
      contextTokens: 4_096,
      ready: true,
      write(request, signal) {
        asked.push(request);
        return write(request, signal);
      },
    }),
    mayWork,
  };
  const inOrder = serial();
  const act = (make: () => Promise<Act | undefined>) =>
    inOrder(async () => {
      const made = await make();
      if (made) await store.commit(made);
      if (made) await followAct(made, { ...ports, domains: domainIndex(ports.placer) });
      return made;
    });
  const wait = async (ms: number) => {
    waits.push(ms);
    now += ms;
    await nextTask();
  };
  const loop = reading(ports, { act, onFault: (error) => faults.push(error), wait, answerWithinMs });

  const turns = async (): Promise<Turn[]> =>
    Promise.all((await database.turns.toArray()).map((row) => openTurn(row, openCodec)));
  const seen = new Set<string>();
  let chats = 0;

  /** Captures a chat, has the rules learn from it, and leaves jobs for what is new. */
  async function hears(...texts: (string | CapturedTurn)[]): Promise<void> {
    await engine.capture(captured(texts, { chat: `chat-${++chats}` }));
    await engine.learn();
    const fresh = (await turns()).filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    await store.commit({ jobs: { added: fresh.flatMap((turn) => jobFor(turn, now) ?? []) } });
  }

  return {
    engine,
    store,
    database,
    close,
    ports,
    loop,
    hears,
    turns,
    asked,
    waits,
    faults,
    now: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    active: () => store.memoriesByStatus('active'),
    texts: async () => (await store.memoriesByStatus('active')).map(({ text }) => text).sort(),
    /** What waits for the user, each with its reason. */
    waiting: async () => (await store.memoriesByStatus('quarantined')).map(withReason).sort(),
    jobs: () => database.jobs.toArray(),
  };
}

function withReason(memory: Memory): string {
  return memory.status === 'quarantined' ? `${memory.reason}: ${memory.text}` : memory.text;
}
