import { type DiskPath, entryName, filesIn, findFile, findFolder, removeEntry } from '@/models/disk';
import { ModelError } from '@/models/model-error';
import { isPlainPath } from '@/models/plain-path';
import type { ModelId } from '@/models/types';

/*
 * The files of the models on this machine: `models/<id>/<path>` in the origin's own folder, each name encoded. A file
 * has its name once it is whole; until then it is `<name>.part`, with `<name>.note` beside it.
 */

/** A whole file; undefined where there is none. */
export async function openFile(id: ModelId, path: string): Promise<File | undefined> {
  const file = await findFile(placeOf(id, path));
  return file?.getFile();
}

/** Paths of the whole files of a model. */
export async function pathsOf(id: ModelId): Promise<string[]> {
  const folder = await findFolder(folderOf(id), false);
  const paths: string[] = [];
  for await (const { path } of folder ? filesIn(folder) : []) {
    if (!isPartial(path)) paths.push(path.split('/').map(decodeURIComponent).join('/'));
  }
  return paths.sort();
}

/** What a model takes on the disk, with files that are not whole yet. */
export async function bytesOf(id: ModelId): Promise<number> {
  const folder = await findFolder(folderOf(id), false);
  let bytes = 0;
  for await (const { file } of folder ? filesIn(folder) : []) bytes += (await file.getFile()).size;
  return bytes;
}

/** Deletes all files of a model and answers how many bytes that freed. */
export async function removeFiles(id: ModelId): Promise<number> {
  const bytes = await bytesOf(id);
  const [shelf = '', name = ''] = folderOf(id);
  await removeEntry({ folders: [shelf], name });
  return bytes;
}

/** Ids of the models that there are files of. */
export async function idsOnDisk(): Promise<ModelId[]> {
  const shelf = await findFolder([shelfName], false);
  const ids: ModelId[] = [];
  for await (const name of shelf?.keys() ?? []) ids.push(decodeURIComponent(name));
  return ids;
}

export function folderOf(id: ModelId): string[] {
  return [shelfName, entryName(id)];
}

export function placeOf(id: ModelId, path: string): DiskPath {
  return placeBelow(folderOf(id), path);
}

/** Where the file of a path is below a folder. Throws `notFound` for a path that would lead out of it. */
export function placeBelow(folders: readonly string[], path: string): DiskPath {
  if (!isPlainPath(path)) throw new ModelError('notFound', 'A file of a model has a path that leads nowhere');
  const names = path.split('/').map(entryName);
  return { folders: [...folders, ...names.slice(0, -1)], name: names.at(-1) ?? '' };
}

const shelfName = 'models';

function isPartial(name: string): boolean {
  return /\.(?:part|note)$/.test(name);
}
