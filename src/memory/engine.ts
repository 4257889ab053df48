import { cosine } from '@/lib/cosine';
import { groupBy } from '@/lib/group-by';
import { once } from '@/lib/once';
import { serial } from '@/lib/serial';
import {
  archiveAct,
  forgetAct,
  pinAct,
  purgeAct,
  restoreAct,
  reviseAct,
  type StoreItem,
  storeAct,
  undoAct,
} from '@/memory/acts';
import { assistant } from '@/memory/assist/assistant';
import { refuseSecrets, refuseUnkept, storable } from '@/memory/by-hand';
import { capture, isOn } from '@/memory/capture';
import type { CommandDone, Prospect } from '@/memory/commands/command';
import { type CommandRequest, commands } from '@/memory/commands/commands';
import { embeddings } from '@/memory/embeddings';
import { RefusedError } from '@/memory/errors';
import { rateAct } from '@/memory/feedback';
import { followAct, loadWords, takeUpAround } from '@/memory/indexes';
import { learnFrom } from '@/memory/learn';
import type { Act, Ports } from '@/memory/ports';
import { reading } from '@/memory/reading';
import { blockFor } from '@/memory/recall/block-for';
import { domainIndex } from '@/memory/recall/domain-index';
import { queryOf } from '@/memory/recall/query';
import { type Ranked, rankedFor } from '@/memory/recall/ranked';
import { recall } from '@/memory/recall/recall';
import type {
  Block,
  BlockRequest,
  Feedback,
  Recall,
  RecallRequest,
  Solved,
  UseReport,
} from '@/memory/recall/types';
import { redactSecrets, removed } from '@/memory/redact';
import { guardedStore } from '@/memory/redaction/guarded-store';
import { retain } from '@/memory/retention';
import { search } from '@/memory/search';
import { type Settings, type SettingsChanges, withChanges } from '@/memory/settings';
import { settleAct } from '@/memory/settle';
import { solvedQuestions } from '@/memory/solved/solved';
import { type ReadingTrial, tryReading } from '@/memory/try-reading';
import type {
  AuditId,
  CapturedTurns,
  CaptureReceipt,
  Keep,
  Memory,
  MemoryId,
  MemoryKind,
  TurnId,
} from '@/memory/types';
import { useAct } from '@/memory/use';

/**
 * The memory engine: the only writer of the database and of the indexes. Acts run one after the other; recall and
 * search only read and never wait for them.
 */
export interface MemoryEngine {
  /** Loads the indexes and goes on with what was left to learn. Capture waits for nothing, recall for the words. */
  start(): Promise<void>;
  capture(captured: CapturedTurns): Promise<CaptureReceipt>;
  recall(request: RecallRequest): Promise<Recall>;
  /** What was answered when the question of a draft was asked before; looks at all conversations. */
  solved(request: RecallRequest): Promise<Solved | undefined>;
  /** The block of some of the memories that a recall answered. */
  blockFor(request: BlockRequest): Promise<Block>;
  report(report: UseReport): Promise<void>;
  /** Undefined where Throughline is switched off. */
  feedback(feedback: Feedback): Promise<AuditId | undefined>;
  /** What a draft asks of the memory itself would do; nothing is changed. Undefined where it asks nothing. */
  command(request: CommandRequest): Promise<Prospect | undefined>;
  /** Forgets at once what a draft's command means, if that is just these memories. */
  forgetNow(request: CommandRequest & { ids: readonly MemoryId[] }): Promise<CommandDone>;
  /** What the last command among a conversation's turns did, once it is carried out; told once. */
  commandDone(conversation: CommandRequest['conversation']): Promise<CommandDone | undefined>;
  /** Takes back what a command of this conversation did, and nothing else. */
  takeBack(conversation: CommandRequest['conversation'], entry: AuditId): Promise<void>;
  search(text: string): Promise<MemoryId[]>;
  /** Whatever a text brings to mind, best first, whether recall would offer it or not. */
  rank(draft: string, turns?: RecallRequest['turns']): Promise<Ranked[]>;
  add(text: string, kind?: MemoryKind): Promise<Memory>;
  /** Items are consolidated with what is known in the order in which they were said. */
  store(items: readonly StoreItem[]): Promise<Memory[]>;
  revise(id: MemoryId, text: string): Promise<Memory>;
  archive(ids: readonly MemoryId[]): Promise<AuditId>;
  restore(ids: readonly MemoryId[]): Promise<AuditId>;
  /** Settles the conflict that this memory is in. */
  settle(id: MemoryId, keep: Keep): Promise<AuditId>;
  /** A pinned memory never fades, and counts for more in a recall. */
  pin(ids: readonly MemoryId[], pinned: boolean): Promise<AuditId>;
  forget(ids: readonly MemoryId[]): Promise<AuditId>;
  undo(entry?: AuditId): Promise<AuditId | undefined>;
  changeSettings(changes: SettingsChanges): Promise<Settings>;
  /** Changes the embedding model: settles when the wish is kept; the old one serves until all vectors are there. */
  embedWith(model: string): Promise<void>;
  /** Settles when every active memory has a vector of the model that is wanted, and that one serves. */
  completeVectors(): Promise<void>;
  /** Reads with the language model what waits for it, while nobody types; settles when nothing is left for now. */
  read(): Promise<void>;
  /** Gives parked readings another three attempts. */
  retryReading(turns: readonly TurnId[]): Promise<void>;
  /** What the language model reads in a text; nothing is stored. */
  tryReading(text: string): Promise<ReadingTrial>;
  /** The cosine of two sentences, by the embedding model that serves. */
  compare(one: string, other: string): Promise<{ model: string; similarity: number }>;
  /** Learns from every pending turn; settles when none is left. */
  learn(): Promise<void>;
  /**
   * Removes for good what was forgotten long enough ago, takes up learning where it failed, and once a day archives
   * what has faded. To be called often.
   */
  tidy(): Promise<void>;
}

/** So many items are stored in one step: other acts come in between. */
const storeBatch = 50;

/** A turn that cannot be learned from so many times, with a while in between, is given up: others wait behind it. */
const mostAttempts = 3;

/** A model that has to be loaded first may take a minute for a first answer. */
const trialMs = 180_000;

/** `onFault` hears of a turn that could not be learned from: the error, never the words. */
export function memoryEngine(given: Ports, onFault: (error: unknown) => void): MemoryEngine {
  /** Its own: the embedding in it is exchanged when the user changes the model. */
  const ports = { ...given, store: guardedStore(given.store), domains: domainIndex(given.placer) };
  const { store } = ports;
  const inOrder = serial();
  let learning: Promise<void> | undefined;
  const failures = new Map<TurnId, number>();
  const vectors = embeddings(ports, inOrder);
  const solved = solvedQuestions(ports);
  const loadedWords = once(() => loadWords(ports));
  const loaded = once(() => loadedWords().then(vectors.load));

  const act = (make: () => Promise<Act | undefined>): Promise<Act | undefined> =>
    loaded().then(() =>
      inOrder(async () => {
        const made = await make();
        if (!made) return undefined;
        await store.commit(made);
        await followAct(made, ports);
        vectors.follow(made);
        return made;
      }),
    );

  const learn = () => {
    learning ??= learnPending().finally(() => {
      learning = undefined;
    });
    return learning;
  };

  async function learnPending(): Promise<void> {
    while (await learnNext());
    read().catch(onFault);
  }

  const commanded = commands(ports, act);
  const helper = assistant(ports);
  const readingLoop = reading(ports, { act, onFault });
  const read = () => readingLoop.run();

  async function learnNext(): Promise<boolean> {
    const made = await act(async () => {
      const pending = await store.nextPending();
      if (!pending) return undefined;
      try {
        const learnt = await learnFrom(pending, ports);
        commanded.note(pending, learnt);
        return learnt;
      } catch (error) {
        const failed = (failures.get(pending.turn.id) ?? 0) + 1;
        failures.set(pending.turn.id, failed);
        if (failed < mostAttempts) throw error;
        onFault(error);
        return { learned: { turnIds: [pending.turn.id], at: ports.now() } };
      }
    });
    return made !== undefined;
  }

  const changeSettings = (changes: SettingsChanges | ((settings: Settings) => SettingsChanges)) => {
    // Who reads, or whether anybody may, could be another from now on.
    readingLoop.pause();
    return inOrder(async () => {
      const settings = await store.settings();
      const changed = withChanges(settings, typeof changes === 'function' ? changes(settings) : changes);
      refuseSecrets(changed);
      await store.saveSettings(changed);
      return changed;
    });
  };

  return {
    async start() {
      await readingLoop.takeUp();
      await loaded();
      learn().catch(onFault);
      vectors.complete().catch(onFault);
      solved.load().catch(onFault);
    },
    learn,
    read,

    async retryReading(turnIds) {
      await store.retryJobs(turnIds, ports.now());
      read().catch(onFault);
    },

    tryReading: (text) => tryReading(text, ports, AbortSignal.timeout(trialMs)),

    async capture(captured) {
      const receipt = await capture(captured, store, ports.now());
      if ('stored' in receipt && receipt.stored > 0) {
        learn().catch(onFault);
        solved.follow(captured.conversation).catch(onFault);
      }
      return receipt;
    },

    recall(request) {
      readingLoop.pause();
      return solved.beside(
        loadedWords().then(() => recall(request, ports, helper)),
        request,
      );
    },
    solved: (request) => solved.load().then(() => solved.find(request)),
    blockFor: (request) => blockFor(request, ports),
    command: (request) => loaded().then(() => commanded.prospect(request)),
    forgetNow: (request) => commanded.forgetNow(request),
    async commandDone(conversation) {
      await learn();
      return commanded.done(conversation);
    },
    takeBack: (conversation, entry) => commanded.takeBack(conversation, entry),
    search: (text) => loaded().then(() => search(text, ports)),
    rank: (draft, turns = []) =>
      loaded().then(() =>
        rankedFor(queryOf(draft, { now: ports.now(), ...ports.domains, turns }), '', ports),
      ),

    async report({ conversation, url, title, used, at }) {
      if (!isOn(await store.settings(), conversation.site)) return;
      const told = Object.fromEntries(used.map((id) => [id, at]));
      await store.tell({ ...conversation, url, title }, told, ports.now());
      await act(() => useAct(used, ports));
    },

    async feedback(feedback) {
      if (!isOn(await store.settings(), feedback.conversation.site)) return undefined;
      // A single word of it would tell no secret by its look any more.
      const draft = redactSecrets(feedback.draft).replaceAll(removed, ' ');
      return entryId(await act(() => rateAct({ ...feedback, draft }, ports)));
    },

    async add(text, kind) {
      await refuseUnkept(text, ports);
      return activeIn(await act(() => storeAct([{ text, kind }], ports)));
    },

    async store(items) {
      const may = await storable(items, ports);
      const inTime = may.sort((one, other) => (one.at ?? Infinity) - (other.at ?? Infinity));
      const stored: Memory[] = [];
      for (const [, batch] of groupBy(inTime, ({ space }) => space)) {
        for (let from = 0; from < batch.length; from += storeBatch) {
          const made = await act(() => storeAct(batch.slice(from, from + storeBatch), ports));
          stored.push(...(made?.put ?? []).filter(({ status }) => status === 'active'));
        }
      }
      return stored;
    },

    async revise(id, text) {
      await refuseUnkept(text, ports);
      return activeIn(await act(() => reviseAct(id, text, ports)));
    },

    archive: (ids) => act(() => archiveAct(ids, ports)).then(entryId),
    restore: (ids) => act(() => restoreAct(ids, ports)).then(entryId),
    pin: (ids, pinned) => act(() => pinAct(ids, pinned, ports)).then(entryId),
    settle: (id, keep) => act(() => settleAct(id, keep, ports)).then(entryId),
    forget: (ids) => act(() => forgetAct(ids, ports)).then(entryId),
    undo: (entry) => act(() => undoAct(entry, ports)).then((made) => made?.undoes),

    changeSettings,

    async embedWith(model) {
      await changeSettings(({ embedding }) => ({ embedding: { ...embedding, wanted: model } }));
      vectors.restart();
      loaded()
        .then(() => vectors.complete())
        .catch(onFault);
    },

    async completeVectors() {
      await loaded();
      await vectors.complete();
    },

    async compare(one, other) {
      await loaded();
      const { embedder } = ports;
      const [left, right] = await embedder.embed([one, other]);
      return { model: embedder.model, similarity: cosine(left, right) };
    },

    async tidy() {
      const purged = await act(() => purgeAct(ports));
      if (purged) {
        await inOrder(() => takeUpAround(ports));
        solved.reload().catch(onFault);
      }
      await learn();
      vectors.complete().catch(onFault);
      await retain(ports, act);
    },
  };
}

function activeIn(made: Act | undefined): Memory {
  const memory = made?.put?.find(({ status }) => status === 'active') ?? made?.put?.[0];
  if (!memory) throw new RefusedError('Nothing was changed.');
  return memory;
}

function entryId(made: Act | undefined): AuditId {
  if (!made?.entry) throw new RefusedError('Nothing was changed.');
  return made.entry.id;
}
