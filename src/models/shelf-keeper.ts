import { logFault } from '@/lib/log-fault';
import { serialByKey } from '@/lib/serial-by-key';
import { unlessAborted } from '@/lib/unless-aborted';
import { findCard } from '@/models/catalogue';
import type { StagedOrder } from '@/models/download-calls';
import { type FetchPorts, fetchModel, isWhole, modelBytes, onDisk } from '@/models/fetch-model';
import { lockedModel } from '@/models/lock';
import { ModelError, problemOf } from '@/models/model-error';
import { inState, type RowDraft, rowDraft } from '@/models/row-draft';
import type { ModelCard, ModelId, ModelRows, ShelvedModel } from '@/models/types';

/** Fetches, keeps and deletes the files of models. How each model is doing stands in its row, never only here. */
export interface ModelShelf {
  /** Goes on with everything that was under way when the browser ended. */
  start(): Promise<void>;
  /** Bytes of all its files; the hub is asked. Throws a `ModelError`. */
  size(card: ModelCard): Promise<number>;
  /** Settles when it is written down that the model shall come; its row tells the rest. */
  download(card: ModelCard): Promise<void>;
  pause(id: ModelId): Promise<void>;
  /** Goes on with a model that was paused or failed. */
  resume(id: ModelId): Promise<void>;
  /** Deletes a model's files and answers how many bytes that freed. */
  remove(id: ModelId): Promise<number>;
  /**
   * Takes the files of a staging folder for the model's. Settles when they are on the shelf, before they are tried.
   * Throws `incomplete` or `corrupt`, with the file's name in the message; then everything is as it was before.
   */
  adopt(card: ModelCard, folder: string): Promise<void>;
  ready(id: ModelId): Promise<ShelvedModel | undefined>;
}

export interface KeeperPorts extends FetchPorts {
  rows: ModelRows;
  /** Loads the model and tries it once; throws a `ModelError` where it cannot run. */
  check(card: ModelCard): Promise<{ dimensions?: number | undefined }>;
  /** Calls back whenever the network is there again. */
  whenOnline(back: () => void): void;
}

interface Work {
  id: ModelId;
  stop: AbortController;
  ended: Promise<void>;
}

const stagedForMs = 24 * 60 * 60_000;

export function shelfKeeper(ports: KeeperPorts): ModelShelf {
  const { rows, files, now } = ports;
  const inTurn = serialByKey();
  const queue: ModelId[] = [];
  let work: Work | undefined;

  /** One model at a time. */
  function enqueue(id: ModelId): void {
    if (work?.id !== id && !queue.includes(id)) queue.push(id);
    startNext();
  }

  function startNext(): void {
    const id = work ? undefined : queue.shift();
    if (id === undefined) return;
    const stop = new AbortController();
    const ended = workOn(id, stop.signal)
      .catch(logFault('while working on a model'))
      .then(() => {
        work = undefined;
        startNext();
      });
    work = { id, stop, ended };
  }

  /** Whatever is done about a model stops, and nothing of it writes to its row any more. */
  async function stopWork(id: ModelId): Promise<void> {
    const waiting = queue.indexOf(id);
    if (waiting >= 0) queue.splice(waiting, 1);
    if (work?.id !== id) return;
    work.stop.abort();
    await work.ended;
  }

  async function workOn(id: ModelId, signal: AbortSignal): Promise<void> {
    const row = await rows.find(id);
    if (row?.state !== 'downloading' && row?.state !== 'checking') return;
    const draft = rowDraft(row, rows, now);
    try {
      await bring(draft, signal);
    } catch (error) {
      if (signal.aborted) return;
      await draft.become({ state: 'failed', problem: problemOf(error) });
    } finally {
      await draft.close();
    }
  }

  async function bring(draft: RowDraft, signal: AbortSignal): Promise<void> {
    const card = expectCard(draft.row);
    const fetches = draft.row.state === 'downloading';
    if (fetches) {
      await fetchModel(card, draft, ports, signal);
      signal.throwIfAborted();
      await draft.become({ state: 'checking' });
    } else if (!isWhole({ ...draft.row, files: await onDisk(draft.row, files) }, card)) {
      throw new ModelError('incomplete', 'A file of the model is not where it was put');
    }
    const { dimensions } = await unlessAborted(signal, ports.check(card));
    if (fetches) await rememberHashes(draft.row);
    signal.throwIfAborted();
    await draft.become({ state: 'ready' }, { dimensions });
  }

  /** Only of files that were seen working: what is remembered is held against every later download. */
  async function rememberHashes({ id, files }: ShelvedModel): Promise<void> {
    for (const { path, sha256 } of files) {
      if (sha256 && !(await rows.knownHash(id, path))) await rows.rememberHash(id, path, sha256);
    }
  }

  async function write(row: ShelvedModel): Promise<void> {
    await rows.save({ ...row, updatedAt: now() });
  }

  async function goOn(row: ShelvedModel): Promise<void> {
    await stopWork(row.id);
    await write(inState(row, { state: 'downloading', bytesPerSecond: 0 }));
    enqueue(row.id);
  }

  function resumeIf(id: ModelId, is: (row: ShelvedModel) => boolean): Promise<void> {
    return inTurn(id, async () => {
      const row = await rows.find(id);
      if (row && is(row)) await goOn(row);
    });
  }

  async function resumeOffline(): Promise<void> {
    for (const { id } of await rows.all()) await resumeIf(id, isOffline);
  }

  /** What the last life of the browser left: work to go on with, promises that the disk no longer keeps, rests. */
  async function takeUp(row: ShelvedModel): Promise<void> {
    if (row.state === 'downloading' || row.state === 'checking') return enqueue(row.id);
    if (isOffline(row)) return goOn(row);
    if (row.state !== 'ready') return;
    const there = await onDisk(row, files);
    if (there.every(({ sha256 }) => sha256)) return;
    await write({ ...inState(row, { state: 'failed', problem: 'notOnDisk' }), files: there });
  }

  async function clearRests(): Promise<void> {
    for (const id of await files.ids()) {
      await inTurn(id, async () => {
        if (!(await rows.find(id))) await files.remove(id);
      });
    }
    await files.removeStagedBefore(now() - stagedForMs);
  }

  return {
    async start() {
      ports.whenOnline(() => {
        resumeOffline().catch(logFault('while going on with a model'));
      });
      for (const { id } of await rows.all()) {
        await inTurn(id, async () => {
          const row = await rows.find(id);
          if (row) await takeUp(row);
        });
      }
      await clearRests().catch(logFault('while clearing away files of models'));
    },

    size: (card) => modelBytes(card, ports),

    download: (card) =>
      inTurn(card.id, async () => {
        const row = (await rows.find(card.id)) ?? newRow(card, now());
        if (row.state === 'ready') return;
        if (row.state === 'downloading' || row.state === 'checking') return enqueue(row.id);
        await goOn({ ...row, card: keptCard(card) });
      }),

    pause: (id) =>
      inTurn(id, async () => {
        if ((await rows.find(id))?.state !== 'downloading') return;
        await stopWork(id);
        const row = await rows.find(id);
        if (row?.state === 'downloading') await write(inState(row, { state: 'paused' }));
        else if (row?.state === 'checking') enqueue(id);
      }),

    resume: (id) => resumeIf(id, ({ state }) => state === 'paused' || state === 'failed'),

    remove: (id) =>
      inTurn(id, async () => {
        await stopWork(id);
        // Should the browser end in between, no row says that files are there which are not.
        const row = await rows.find(id);
        if (row) await write(inState(row, { state: 'paused' }));
        const bytes = await files.remove(id);
        await rows.remove(id);
        return bytes;
      }),

    adopt: (card, folder) =>
      inTurn(card.id, async () => {
        await stopWork(card.id);
        try {
          const order = await inspected(card, folder);
          const whole = await files.digest(order);
          await shelve(card, order, whole);
        } catch (error) {
          const row = await rows.find(card.id);
          if (row?.state === 'downloading' || row?.state === 'checking') enqueue(card.id);
          await files.removeStaged(folder).catch(logFault('while clearing away chosen files'));
          throw error;
        }
      }),

    async ready(id) {
      const row = await rows.find(id);
      return row?.state === 'ready' ? row : undefined;
    },
  };

  async function inspected(card: ModelCard, folder: string): Promise<StagedOrder> {
    const locked = lockedModel(ports.lock, card);
    const staged = await files.inspect(folder, card.files);
    return { folder, files: staged.map((file) => ({ ...file, sha256: locked?.files[file.path]?.sha256 })) };
  }

  /** Without their digests the files do not count as whole, should the browser end while they are moved. */
  async function shelve(card: ModelCard, order: StagedOrder, whole: { sha256: string }[]): Promise<void> {
    const before = (await rows.find(card.id)) ?? newRow(card, now());
    const moving = order.files.map(({ path, bytes }) => ({ path, bytes, have: 0 }));
    const row = { ...inState(before, { state: 'checking' }), card: keptCard(card), files: moving };
    await write(row);
    try {
      await files.shelve(card.id, order);
    } catch (error) {
      await write(inState(row, { state: 'failed', problem: problemOf(error) }));
      throw error;
    }
    const arrived = moving.map((file, place) => ({
      ...file,
      have: file.bytes,
      sha256: whole[place]?.sha256,
    }));
    await write({ ...row, files: arrived });
    enqueue(card.id);
  }
}

function newRow(card: ModelCard, at: number): ShelvedModel {
  const files = card.files.map(({ path }) => ({ path, have: 0 }));
  const { id, task } = card;
  return { id, task, card: keptCard(card), files, state: 'paused', addedAt: at, updatedAt: at };
}

/** The catalogue's own cards are read there, where a new version of the extension may have changed them. */
function keptCard(card: ModelCard): ModelCard | undefined {
  return findCard(card.id) ? undefined : card;
}

function expectCard(row: ShelvedModel): ModelCard {
  const card = row.card ?? findCard(row.id);
  if (!card) throw new ModelError('unusable', 'The model is no longer in the catalogue');
  return card;
}

function isOffline(row: ShelvedModel): boolean {
  return row.state === 'failed' && row.problem === 'offline';
}
