import { logFault } from '@/lib/log-fault';
import { serial } from '@/lib/serial';
import type { ModelRows, ShelfState, ShelvedFile, ShelvedModel } from '@/models/types';

const progressEveryMs = 400;

/** A row while somebody works on it: news of its state are written at once, progress at most every so often. */
export interface RowDraft {
  readonly row: ShelvedModel;
  become(state: ShelfState, more?: { dimensions?: number | undefined }): Promise<void>;
  setFiles(files: ShelvedFile[]): Promise<void>;
  progress(file: ShelvedFile, bytesPerSecond: number): void;
  /** Everything is written; nothing is written after that. */
  close(): Promise<void>;
}

export function rowDraft(model: ShelvedModel, rows: ModelRows, now: () => number): RowDraft {
  let row = model;
  const inTurn = serial();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    row = { ...row, updatedAt: now() };
    const saved = row;
    return inTurn(() => rows.save(saved));
  }

  return {
    get row() {
      return row;
    },
    become(state, more = {}) {
      row = { ...inState(row, state), ...more };
      return save();
    },
    setFiles(files) {
      row = { ...row, files };
      return save();
    },
    progress(file, bytesPerSecond) {
      row = { ...row, files: row.files.map((one) => (one.path === file.path ? file : one)) };
      if (row.state === 'downloading') row = { ...row, bytesPerSecond };
      timer ??= setTimeout(
        () => save().catch(logFault('while noting how far a model has come')),
        progressEveryMs,
      );
    },
    async close() {
      if (timer !== undefined) await save();
      await inTurn(async () => undefined);
    },
  };
}

/** The row in another state, without what belonged to the one it was in. */
export function inState(model: ShelvedModel, state: ShelfState): ShelvedModel {
  const { id, task, card, files, dimensions, addedAt, updatedAt } = model;
  return { id, task, card, files, dimensions, addedAt, updatedAt, ...state };
}
