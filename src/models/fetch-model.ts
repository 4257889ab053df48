import { movingRate } from '@/lib/moving-rate';
import type { Expected } from '@/models/digest';
import { hubUrl } from '@/models/hub';
import { type Lock, lockedModel } from '@/models/lock';
import type { MeasuredFile } from '@/models/measure';
import { ModelError } from '@/models/model-error';
import type { ModelFiles } from '@/models/model-files';
import { expectRoom } from '@/models/room';
import type { RowDraft } from '@/models/row-draft';
import { type Shard, shardsIn } from '@/models/shards';
import type { ModelCard, ModelRows, ShelvedFile, ShelvedModel } from '@/models/types';

export interface FetchPorts {
  rows: Pick<ModelRows, 'knownHash'>;
  files: ModelFiles;
  lock: Lock;
  host(): Promise<string>;
  estimate(): Promise<StorageEstimate>;
  now(): number;
}

const speedOverMs = 5_000;
/** Attempts. */
const hasty = 2;

/** Brings every file of a model that is not on the shelf yet, one after the other. Throws a `ModelError`. */
export async function fetchModel(
  card: ModelCard,
  draft: RowDraft,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<void> {
  await draft.setFiles(await onDisk(draft.row, ports.files));
  const fetching = fetchingOf(card, draft, ports, signal);
  await fetching.followManifest();
  if (isWhole(draft.row, card)) return;
  if (isLocal(card)) throw new ModelError('incomplete', 'A model from the user’s own files lacks one');
  if (!isMeasured(draft.row, card) || lockedModel(ports.lock, card)) {
    await draft.setFiles(planned(card, draft.row, await measured(card, ports, signal)));
  }
  expectRoom(missingBytes(draft.row), await ports.estimate());

  for (;;) {
    signal.throwIfAborted();
    await fetching.followManifest();
    const next = draft.row.files.find(({ sha256 }) => !sha256);
    if (!next) return;
    await fetching.fetchOne(next);
  }
}

export function isWhole({ files }: ShelvedModel, card: ModelCard): boolean {
  return hasAllOf(card, files) && files.every(({ sha256 }) => sha256);
}

/** The files of a row as the disk has them: one that was whole and is gone must come anew. */
export async function onDisk(row: ShelvedModel, files: ModelFiles): Promise<ShelvedFile[]> {
  return Promise.all(
    row.files.map(async (file) => {
      const isThere = file.sha256 && (await files.lengthOf(row.id, file.path)) === file.bytes;
      return isThere ? file : { path: file.path, bytes: file.bytes, have: file.sha256 ? 0 : file.have };
    }),
  );
}

/** All that a model takes, in bytes; the hub is asked unless the lock knows. Somebody waits for this. */
export async function modelBytes(card: ModelCard, ports: FetchPorts): Promise<number> {
  const { signal } = new AbortController();
  const files = await measured(card, ports, signal, hasty);
  const known = files.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
  return files.some(({ bytes }) => bytes === undefined) ? Math.max(known, card.aboutBytes) : known;
}

function fetchingOf(card: ModelCard, draft: RowDraft, ports: FetchPorts, signal: AbortSignal) {
  const { files, now } = ports;
  const locked = lockedModel(ports.lock, card);
  const speed = movingRate(speedOverMs);
  let shards: Map<string, Shard> | undefined;
  let received = 0;

  async function expected(path: string): Promise<Expected> {
    if (locked) return locked.files[path] ?? {};
    return { ...shards?.get(path), sha256: await ports.rows.knownHash(card.id, path) };
  }

  return {
    /** The manifest on the disk is the one that counts, whatever was said before it came. */
    async followManifest(): Promise<void> {
      const manifest = card.files.find(({ listsShards }) => listsShards)?.path;
      const isHere = draft.row.files.some(({ path, sha256 }) => path === manifest && sha256);
      if (!manifest || !isHere || locked) return;
      shards ??= new Map(shardsIn(await files.text(card.id, manifest)).map((shard) => [shard.path, shard]));
      const own = draft.row.files.filter(({ path }) => isOwn(card, path));
      const wanted = merged(draft.row.files, [...own, ...shards.values()]);
      if (pathsOf(wanted) === pathsOf(draft.row.files)) return;
      await draft.setFiles(wanted);
      expectRoom(missingBytes(draft.row), await ports.estimate());
    },

    async fetchOne(file: ShelvedFile): Promise<void> {
      const { path } = file;
      const order = {
        id: card.id,
        path,
        url: hubUrl(await ports.host(), card.repository, locked?.revision ?? 'main', path),
        expected: await expected(path),
        ...traitsOf(card, path),
      };
      let seen: number | undefined;
      const whole = await files.download(order, {
        signal,
        onProgress({ have, bytes = file.bytes }) {
          received += Math.max(0, have - (seen ?? have));
          seen = have;
          draft.progress({ path, have, bytes }, speed(received, now()));
        },
      });
      signal.throwIfAborted();
      const others = draft.row.files;
      await draft.setFiles(
        whole
          ? others.map((one) => (one.path === path ? arrived(path, whole) : one))
          : others.filter((one) => one.path !== path),
      );
    },
  };
}

function arrived(path: string, { bytes, sha256 }: { bytes: number; sha256: string }): ShelvedFile {
  return { path, have: bytes, bytes, sha256 };
}

/** Small ones first: what is wrong with a model mostly shows in them. Those that a manifest names keep its order. */
function planned(card: ModelCard, row: ShelvedModel, files: MeasuredFile[]): ShelvedFile[] {
  const own = files.filter(({ path }) => isOwn(card, path));
  const others = files.filter(({ path }) => !isOwn(card, path));
  own.sort((one, other) => (one.bytes ?? Infinity) - (other.bytes ?? Infinity) || 0);
  return merged(row.files, [...own, ...others]);
}

/** The wanted files, with what is known of them already. */
function merged(known: ShelvedFile[], wanted: MeasuredFile[]): ShelvedFile[] {
  const before = new Map(known.map((file) => [file.path, file]));
  const after = new Map<string, ShelvedFile>();
  for (const { path, bytes } of wanted) {
    const file = after.get(path) ?? before.get(path) ?? { path, have: 0 };
    after.set(path, file.sha256 ? file : { ...file, bytes: bytes ?? file.bytes });
  }
  return [...after.values()];
}

async function measured(
  card: ModelCard,
  { lock, files, host }: FetchPorts,
  signal: AbortSignal,
  attempts?: number,
): Promise<MeasuredFile[]> {
  const locked = lockedModel(lock, card);
  if (locked) return Object.entries(locked.files).map(([path, { bytes }]) => ({ path, bytes }));
  const ask = { host: await host(), repository: card.repository, revision: 'main', files: card.files };
  return files.measure(ask, { signal, attempts });
}

function pathsOf(files: ShelvedFile[]): string {
  return files.map(({ path }) => path).join('\n');
}

function isMeasured({ files }: ShelvedModel, card: ModelCard): boolean {
  return hasAllOf(card, files) && files.every(({ bytes }) => bytes !== undefined);
}

function hasAllOf(card: ModelCard, files: ShelvedFile[]): boolean {
  return card.files.every(({ path, optional }) => optional || files.some((file) => file.path === path));
}

function missingBytes({ files }: ShelvedModel): number {
  return files.reduce((sum, { have, bytes = have }) => sum + Math.max(0, bytes - have), 0);
}

function isOwn(card: ModelCard, path: string): boolean {
  return card.files.some((file) => file.path === path);
}

function traitsOf(card: ModelCard, path: string): { optional: boolean; listsShards: boolean } {
  const { optional = false, listsShards = false } = card.files.find((file) => file.path === path) ?? {};
  return { optional, listsShards };
}

/** Made of files that the user chose; there is no place to fetch them from. */
function isLocal({ id }: ModelCard): boolean {
  return id.startsWith('local:');
}
