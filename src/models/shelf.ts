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

/**
 * A `fetch` that answers `<anything>/<repository>/resolve/<revision>/<path>` from the shelf and knows nothing else:
 * 404 for what is not there. It understands HEAD and `Range: bytes=n-m`.
 */
export function shelfFetch(id: ModelId, repository: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const path = pathIn(request.url, repository);
    const file = path === undefined ? undefined : await openFile(id, path);
    if (!file) return new Response(null, { status: 404, statusText: 'Not Found' });
    const answer = answerWith(file, path ?? '', request.headers.get('range'));
    return request.method === 'HEAD' ? new Response(null, answer) : answer;
  };
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

/** The path of a file in a repository's URL; undefined for URLs of anything else. */
export function pathIn(url: string, repository: string): string | undefined {
  const { pathname } = new URL(url);
  const marker = `/${repository}/resolve/`;
  const at = pathname.indexOf(marker);
  if (at < 0) return undefined;
  const [, ...parts] = pathname.slice(at + marker.length).split('/');
  try {
    const path = parts.map(decodeURIComponent).join('/');
    return isPlainPath(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A whole file, or the part of it that is asked for. */
export function answerWith(file: File, path: string, range?: string | null): Response {
  const headers = {
    'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) {
    return new Response(file, { headers: { ...headers, 'content-length': String(file.size) } });
  }
  const from = Number(first);
  if (from >= file.size) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } });
  }
  const to = Math.min(last ? Number(last) + 1 : file.size, file.size);
  return new Response(file.slice(from, to), {
    status: 206,
    statusText: 'Partial Content',
    headers: {
      ...headers,
      'content-length': String(Math.max(0, to - from)),
      'content-range': `bytes ${from}-${to - 1}/${file.size}`,
    },
  });
}
