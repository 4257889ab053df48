import { findFile, makeFolder } from '@/models/disk';
import { placeOf, removeFiles } from '@/models/shelf';

/** Puts files of the page's own server on the shelf, as whole files of a model. */
export async function shelve(id: string, from: string, paths: readonly string[]): Promise<void> {
  await removeFiles(id);
  for (const path of paths) {
    const response = await fetch(`${from}${path}`);
    if (!response.ok || !response.body) throw new Error(`${from}${path} is not there`);
    const { folders, name } = placeOf(id, path);
    const folder = await makeFolder(folders);
    const file = await folder.getFileHandle(name, { create: true });
    await response.body.pipeTo(await file.createWritable());
    if (!(await findFile(placeOf(id, path)))) throw new Error(`${path} was not written`);
  }
}
