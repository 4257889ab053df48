import { createHash } from 'node:crypto';
import type { StagedFile } from '@/models/download-calls';
import { ModelError, type ModelProblem } from '@/models/model-error';
import type { ModelFiles } from '@/models/model-files';
import type { ModelRows, ShelvedModel } from '@/models/types';
import { sha256Of } from '../support/mirror';

/** Files of a hub and of a disk in memory, with what goes wrong on the hub. */
export interface MemoryFiles extends ModelFiles {
  /** On the hub, by path. */
  readonly hub: Map<string, string>;
  /** On the disk, by `<id> <path>`. */
  readonly disk: Map<string, string>;
  /** Chosen by the user, by `<folder>/<path>`. */
  readonly staged: Map<string, string>;
  /** What each file fails with, as long as it stands here. */
  readonly problems: Map<string, ModelProblem>;
  /** Downloads of these hang until they are aborted or released. */
  readonly hanging: Set<string>;
  /** What hangs goes on. */
  release(): void;
  /** Orders in the order in which they came. */
  readonly orders: Parameters<ModelFiles['download']>[0][];
  /** What was asked of the hub before a download. */
  measured: number;
}

export function memoryFiles(hub: Record<string, string> = {}): MemoryFiles {
  let goOn: (() => void)[] = [];
  const memory: MemoryFiles = {
    hub: new Map(Object.entries(hub)),
    disk: new Map(),
    staged: new Map(),
    problems: new Map(),
    hanging: new Set(),
    release() {
      memory.hanging.clear();
      for (const resume of goOn) resume();
      goOn = [];
    },
    orders: [],
    measured: 0,

    async measure({ files }) {
      memory.measured++;
      return files.flatMap(({ path, optional }) => {
        const content = memory.hub.get(path);
        if (content === undefined && !optional) throw new ModelError('notFound');
        return content === undefined ? [] : { path, bytes: content.length };
      });
    },
    async download(order, { signal, onProgress }) {
      memory.orders.push(order);
      const { id, path, optional, expected } = order;
      const content = memory.hub.get(path);
      onProgress({ have: 1, bytes: content?.length });
      if (memory.hanging.has(path)) await held(signal, (resume) => goOn.push(resume));
      const problem = memory.problems.get(path);
      if (problem) throw new ModelError(problem);
      if (content === undefined && optional) return undefined;
      if (content === undefined) throw new ModelError('notFound');
      if (expected.sha256 && expected.sha256 !== sha256Of(content)) throw new ModelError('corrupt');
      memory.disk.set(`${id} ${path}`, content);
      return { bytes: content.length, sha256: sha256Of(content) };
    },
    async inspect(folder, files) {
      const found: StagedFile[] = [];
      for (const { path, optional } of files) {
        const content = memory.staged.get(`${folder}/${path}`);
        if (content !== undefined) found.push({ path, from: path, bytes: content.length });
        else if (!optional) throw new ModelError('incomplete', `${path} is missing`);
      }
      return found;
    },
    async digest({ folder, files }) {
      return files.map(({ from, bytes, sha256 }) => {
        const digest = sha256Of(memory.staged.get(`${folder}/${from}`) ?? '');
        if (sha256 && sha256 !== digest) throw new ModelError('corrupt', `${from} is not what it should be`);
        return { bytes, sha256: digest };
      });
    },
    async shelve(id, { folder, files }) {
      for (const { path, from } of files) {
        memory.disk.set(`${id} ${path}`, memory.staged.get(`${folder}/${from}`) ?? '');
      }
    },
    async remove(id) {
      const keys = [...memory.disk.keys()].filter((key) => key.startsWith(`${id} `));
      const bytes = keys.reduce((sum, key) => sum + (memory.disk.get(key)?.length ?? 0), 0);
      for (const key of keys) memory.disk.delete(key);
      return bytes;
    },
    lengthOf: async (id, path) => memory.disk.get(`${id} ${path}`)?.length,
    text: async (id, path) => memory.disk.get(`${id} ${path}`) ?? '',
    ids: async () => [...new Set([...memory.disk.keys()].map((key) => key.split(' ')[0] ?? ''))],
    async removeStaged(folder) {
      for (const key of [...memory.staged.keys()]) {
        if (key.startsWith(`${folder}/`)) memory.staged.delete(key);
      }
    },
    async removeStagedBefore(time) {
      for (const key of [...memory.staged.keys()]) {
        if (Number.parseInt(key, 10) < time) memory.staged.delete(key);
      }
    },
  };
  return memory;
}

export interface MemoryRows extends ModelRows {
  /** Each state that a row was ever saved in, once where it stayed. */
  readonly states: string[];
}

export function memoryRows(): MemoryRows {
  const rows = new Map<string, ShelvedModel>();
  const hashes = new Map<string, string>();
  const states: string[] = [];
  return {
    states,
    all: async () => structuredClone([...rows.values()]),
    find: async (id) => structuredClone(rows.get(id)),
    async save(model) {
      const told = model.state === 'failed' ? `failed: ${model.problem}` : model.state;
      if (states.at(-1) !== told) states.push(told);
      rows.set(model.id, structuredClone(model));
    },
    async remove(id) {
      rows.delete(id);
    },
    knownHash: async (id, path) => hashes.get(`${id} ${path}`),
    async rememberHash(id, path, sha256) {
      hashes.set(`${id} ${path}`, sha256);
    },
  };
}

export function md5(content: string): string {
  return createHash('md5').update(content).digest('hex');
}

function held(signal: AbortSignal, onHold: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    onHold(resolve);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
