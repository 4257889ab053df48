import { digestOf, fits, type WholeFile } from '@/models/digest';
import { findFile } from '@/models/disk';
import type { StagedFile, StagedOrder } from '@/models/download-calls';
import { ModelError } from '@/models/model-error';
import { moveFile, removePart } from '@/models/opfs-part';
import { shardsIn } from '@/models/shards';
import { placeOf } from '@/models/shelf';
import { removeStaged, stagedPaths, stagedPlace } from '@/models/staging';
import type { ModelFile, ModelId } from '@/models/types';

/** Which of the files in a staging folder are the model's. Throws `incomplete` with the name of one that is missing. */
export async function inspectStaged(folder: string, files: readonly ModelFile[]): Promise<StagedFile[]> {
  const paths = await stagedPaths(folder);
  const found: StagedFile[] = [];
  for (const { path, optional = false, listsShards } of files) {
    const file = await findStaged(folder, paths, path);
    if (!file && !optional) throw missing(path);
    if (!file) continue;
    found.push(file.staged);
    if (listsShards) found.push(...(await shardsOf(folder, paths, await file.content.text())));
  }
  return found;
}

/** Throws `corrupt` with the name of a file that is not what it should be. */
export async function digestStaged(
  { folder, files }: StagedOrder,
  signal: AbortSignal,
): Promise<WholeFile[]> {
  const whole: WholeFile[] = [];
  for (const file of files) {
    const content = await (await findFile(stagedPlace(folder, file.from)))?.getFile();
    if (!content) throw missing(file.path);
    const digest = await digestOf(content, file, signal);
    if (!fits(digest, file)) throw new ModelError('corrupt', `${file.path} is not what it should be`);
    whole.push(digest);
  }
  return whole;
}

/** Puts the files on the shelf, in place of what is there, and removes the staging folder. */
export async function shelveStaged(id: ModelId, { folder, files }: StagedOrder): Promise<void> {
  for (const { path, from } of files) {
    const place = placeOf(id, path);
    await moveFile(stagedPlace(folder, from), place);
    await removePart(place);
  }
  await removeStaged(folder);
}

async function shardsOf(folder: string, paths: string[], manifest: string): Promise<StagedFile[]> {
  const found: StagedFile[] = [];
  for (const { path, bytes, md5 } of shardsIn(manifest)) {
    const shard = await findStaged(folder, paths, path);
    if (shard?.staged.bytes !== bytes) throw missing(path);
    found.push({ ...shard.staged, md5 });
  }
  return found;
}

/** Where it belongs, or beside the configuration, where a browser saves files that are fetched one by one. */
async function findStaged(
  folder: string,
  paths: readonly string[],
  path: string,
): Promise<{ staged: StagedFile; content: File } | undefined> {
  const from = [path, path.split('/').at(-1)].find((place) => place && paths.includes(place));
  const content = from && (await (await findFile(stagedPlace(folder, from)))?.getFile());
  if (!from || !content || (await isPointer(content))) return undefined;
  return { staged: { path, from, bytes: content.size }, content };
}

/** Git leaves this in place of a large file that was not fetched. */
async function isPointer(file: File): Promise<boolean> {
  const head = await file.slice(0, pointerHead.length).text();
  return head === pointerHead;
}

const pointerHead = 'version https://git-lfs.github.com/spec/';

function missing(path: string): ModelError {
  return new ModelError('incomplete', `${path} is missing`);
}
