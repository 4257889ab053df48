import { asModelError, type DiskPath, findFile, makeFolder, removeEntry, unlocked } from '@/models/disk';
import { ModelError } from '@/models/model-error';
import type { PartFile, PartOrigin } from '@/models/part-file';

/** Of a file of the origin's own file system, in a dedicated worker. */
interface SyncHandle {
  read(into: Uint8Array, options: { at: number }): number;
  write(from: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

export interface OpenPart extends PartFile {
  /** Everything is on the disk and others may open it. */
  close(): void;
}

/** Written after the bytes it speaks of are on the disk: after a power cut, what came later does not count. */
interface Note extends PartOrigin {
  safe: number;
}

/** A note never grows, so that it can still be written when the disk is full. */
const noteBytes = 1_024;

const flushBytes = 8 * 1024 * 1024;
const flushMs = 2_000;

/** Opens the partial file of a place, or makes it. Nobody else can open it until it is closed. */
export async function openPart(place: DiskPath): Promise<OpenPart> {
  const part = await openSync(partOf(place));
  const note = await openSync(noteOf(place)).catch((error) => {
    part.close();
    throw error;
  });
  return growing(part, note);
}

/** Gives a closed partial file, which is whole now, its name. */
export async function finishPart(place: DiskPath): Promise<void> {
  await moveFile(partOf(place), place);
  await removeEntry(noteOf(place));
}

export async function removePart(place: DiskPath): Promise<void> {
  await removeEntry(partOf(place));
  await removeEntry(noteOf(place));
}

/**
 * Moves a file in place of what may be there. Where a browser cannot, it is copied: whole bytes first, then the old
 * file goes, so that a place with its partial file still beside it is not to be trusted.
 */
export async function moveFile(from: DiskPath, to: DiskPath): Promise<void> {
  const file = (await findFile(from)) as Movable | undefined;
  if (!file) throw new ModelError('incomplete', 'A file that was to be moved is gone');
  const folder = await makeFolder(to.folders);
  await removeEntry(to);
  try {
    if (file.move) return await unlocked(async () => file.move?.(folder, to.name));
  } catch (error) {
    if (error instanceof ModelError) throw error;
  }
  await copyFile(file, to);
  await removeEntry(from);
}

/** Whether there is a partial file, whatever is in it. */
export async function hasPart(place: DiskPath): Promise<boolean> {
  return (await findFile(partOf(place))) !== undefined;
}

function growing(part: SyncHandle, note: SyncHandle): OpenPart {
  let { safe, ...origin } = readNote(note);
  let size = Math.min(part.getSize(), safe);
  let flushed = { size, at: performance.now() };
  let later: ReturnType<typeof setTimeout> | undefined;
  part.truncate(size);

  function settle(): void {
    clearTimeout(later);
    later = undefined;
    flush(part);
    writeNote(note, { ...origin, safe: size });
    flushed = { size, at: performance.now() };
  }

  function settleMeanwhile(): void {
    try {
      settle();
    } catch {
      // The next bytes, or the end, meet the same fault where somebody hears of it.
      later = undefined;
    }
  }

  return {
    get size() {
      return size;
    },
    get origin() {
      return origin;
    },
    startOver(next) {
      origin = next;
      size = 0;
      part.truncate(0);
      settle();
    },
    append(chunk) {
      writeAt(part, chunk, size);
      size += chunk.length;
      if (size - flushed.size >= flushBytes || performance.now() - flushed.at >= flushMs) settle();
      // Where nothing more comes for a while, what came is safe all the same.
      else later ??= setTimeout(settleMeanwhile, flushMs);
    },
    read(from, length) {
      const bytes = new Uint8Array(Math.min(length, size - from));
      const got = part.read(bytes, { at: from });
      return got === bytes.length ? bytes : bytes.subarray(0, got);
    },
    close() {
      try {
        settle();
      } finally {
        clearTimeout(later);
        part.close();
        note.close();
      }
    },
  };
}

async function openSync({ folders, name }: DiskPath): Promise<SyncHandle> {
  const folder = await makeFolder(folders);
  const file = (await folder.getFileHandle(name, { create: true })) as unknown as SyncFile;
  return unlocked(() => file.createSyncAccessHandle());
}

async function copyFile(from: FileSystemFileHandle, to: DiskPath): Promise<void> {
  const file = await from.getFile();
  const copy = await openSync(to);
  try {
    copy.truncate(0);
    for (let at = 0; at < file.size; at += flushBytes) {
      writeAt(copy, new Uint8Array(await file.slice(at, at + flushBytes).arrayBuffer()), at);
    }
    flush(copy);
  } finally {
    copy.close();
  }
}

function writeNote(handle: SyncHandle, { etag = '', ...note }: Note): void {
  const text = JSON.stringify({ ...note, etag: etag.length < noteBytes / 2 ? etag : '' } satisfies Note);
  writeAt(handle, new TextEncoder().encode(text.padEnd(noteBytes)), 0);
  flush(handle);
}

function flush(handle: SyncHandle): void {
  try {
    handle.flush();
  } catch (error) {
    throw asModelError(error);
  }
}

/** A full disk may also show in that less was written than was given. */
function writeAt(handle: SyncHandle, bytes: Uint8Array, at: number): void {
  try {
    if (handle.write(bytes, { at }) === bytes.length) return;
  } catch (error) {
    throw asModelError(error);
  }
  throw new ModelError('noRoom', 'The disk took only a part of what was written');
}

function readNote(handle: SyncHandle): Note {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  const { safe, etag, bytes: whole } = parse(new TextDecoder().decode(bytes));
  return {
    safe: typeof safe === 'number' ? safe : 0,
    etag: typeof etag === 'string' && etag ? etag : undefined,
    bytes: typeof whole === 'number' ? whole : undefined,
  };
}

/** A note that was cut short by a power cut says nothing. */
function parse(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function partOf({ folders, name }: DiskPath): DiskPath {
  return { folders, name: `${name}.part` };
}

function noteOf({ folders, name }: DiskPath): DiskPath {
  return { folders, name: `${name}.note` };
}

interface SyncFile {
  createSyncAccessHandle(): Promise<SyncHandle>;
}

interface Movable extends FileSystemFileHandle {
  move?(folder: FileSystemDirectoryHandle, name: string): Promise<void>;
}
