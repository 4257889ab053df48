import { pause } from '@/lib/pause';
import { ModelError } from '@/models/model-error';

export type Folder = FileSystemDirectoryHandle;

/** Where on the disk a file is: a chain of folders below the origin's own, and its name there. */
export interface DiskPath {
  folders: string[];
  name: string;
}

/** Any text as the name of an entry: none has a meaning of its own, and no whole file is called like a partial one. */
export function entryName(text: string): string {
  const name = encodeURIComponent(text).replace(/^\./, '%2E');
  return /\.(?:part|note)$/.test(name) ? name.replace(/\.(?=\w+$)/, '%2E') : name;
}

/** A folder below the origin's own; undefined where it is not there and was not to be made. */
export async function findFolder(names: readonly string[], create: boolean): Promise<Folder | undefined> {
  let folder = await ownFolder();
  for (const name of names) {
    const next = await orAbsent(folder.getDirectoryHandle(name, { create }));
    if (!next) return undefined;
    folder = next;
  }
  return folder;
}

export async function makeFolder(names: readonly string[]): Promise<Folder> {
  const folder = await findFolder(names, true);
  if (!folder) throw new ModelError('unusable', 'A folder that was made is gone');
  return folder;
}

export async function findFile({ folders, name }: DiskPath): Promise<FileSystemFileHandle | undefined> {
  const folder = await findFolder(folders, false);
  return folder && orAbsent(folder.getFileHandle(name));
}

/** Every file below a folder, with its path in names of entries. */
export async function* filesIn(
  folder: Folder,
  above = '',
): AsyncGenerator<{ path: string; file: FileSystemFileHandle }> {
  for await (const entry of folder.values()) {
    const path = `${above}${entry.name}`;
    if (isFolder(entry)) yield* filesIn(entry, `${path}/`);
    else yield { path, file: entry as FileSystemFileHandle };
  }
}

/** Removes a file or folder with all that is in it, if it is there. */
export async function removeEntry({ folders, name }: DiskPath): Promise<void> {
  const folder = await findFolder(folders, false);
  await unlocked(async () => orAbsent(folder?.removeEntry(name, { recursive: true })));
}

/** A worker that was ended a moment ago may still hold its files. */
export async function unlocked<Value>(job: () => Promise<Value>): Promise<Value> {
  for (let tries = 0; ; tries++) {
    try {
      return await job();
    } catch (error) {
      if (nameOf(error) !== 'NoModificationAllowedError' || tries === lockedTries) throw asModelError(error);
      await pause(lockedPauseMs);
    }
  }
}

/** The reasons for which a disk refuses, in the words of the extension. */
export function asModelError(cause: unknown): unknown {
  return nameOf(cause) === 'QuotaExceededError'
    ? new ModelError('noRoom', 'The disk is full', { cause })
    : cause;
}

const lockedTries = 50;
const lockedPauseMs = 200;

/** A private window has no disk to keep anything on. */
async function ownFolder(): Promise<Folder> {
  try {
    return await navigator.storage.getDirectory();
  } catch (cause) {
    const refused = ['SecurityError', 'InvalidStateError'].includes(nameOf(cause));
    throw refused ? new ModelError('privateMode', 'The browser keeps no files here', { cause }) : cause;
  }
}

async function orAbsent<Value>(found: Promise<Value> | undefined): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if (['NotFoundError', 'TypeMismatchError'].includes(nameOf(error))) return undefined;
    throw error;
  }
}

function isFolder(entry: FileSystemHandle): entry is Folder {
  return entry.kind === 'directory';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
