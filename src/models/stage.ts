import { asModelError, makeFolder } from '@/models/disk';
import { ModelError } from '@/models/model-error';
import { isPlainPath } from '@/models/plain-path';
import { newStagingFolder, removeStaged, stagedPlace } from '@/models/staging';

/**
 * Copies the files of a model that the user chose, from a folder or one by one, to where the engine can take them up,
 * and answers the name of that place. Throws `incomplete` where none of them is a model's configuration, `noRoom`.
 */
export async function stageFiles(files: readonly File[], now: number = Date.now()): Promise<string> {
  const above = folderOfModel(files.map(pathOf));
  const folder = newStagingFolder(now);
  try {
    for (const file of files) {
      const path = pathOf(file);
      if (path.startsWith(above)) await stage(file, folder, path.slice(above.length));
    }
  } catch (error) {
    await removeStaged(folder);
    throw asModelError(error);
  }
  return folder;
}

/** The folder nearest to the top that holds a model's configuration, with a slash at its end. */
function folderOfModel(paths: readonly string[]): string {
  const folders = paths
    .filter((path) => configurations.has(path.split('/').at(-1) ?? ''))
    .map((path) => path.slice(0, path.lastIndexOf('/') + 1))
    .sort((one, other) => one.split('/').length - other.split('/').length);
  const [nearest] = folders;
  if (nearest === undefined) throw new ModelError('incomplete', 'config.json is missing');
  return nearest;
}

/** Of models for transformers.js, and for WebLLM. */
const configurations = new Set(['config.json', 'mlc-chat-config.json']);

/** What lies in hidden folders is a tool's and not the model's. */
async function stage(file: File, folder: string, path: string): Promise<void> {
  if (!isPlainPath(path) || path.split('/').some((part) => part.startsWith('.'))) return;
  const place = stagedPlace(folder, path);
  const home = await makeFolder(place.folders);
  const copy = await home.getFileHandle(place.name, { create: true });
  await file.stream().pipeTo(await copy.createWritable());
}

/** Files that were chosen one by one come without a folder. */
function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}
