import { type DiskPath, filesIn, findFolder, removeEntry } from '@/models/disk';
import { placeBelow } from '@/models/shelf';

/* Files that the user chose lie in `staging/<folder>/…` until they are found to be a model and put on the shelf. */

const stagingName = 'staging';

/** The time at its front tells when it may be thrown away. */
export function newStagingFolder(now: number): string {
  return `${now}-${crypto.randomUUID()}`;
}

export function stagedPlace(folder: string, path: string): DiskPath {
  return placeBelow([stagingName, folder], path);
}

/** Paths of the files in a staging folder and where each is, with its names as they were. */
export async function stagedPaths(folder: string): Promise<string[]> {
  const place = await findFolder([stagingName, folder], false);
  const paths: string[] = [];
  for await (const { path } of place ? filesIn(place) : []) {
    paths.push(path.split('/').map(decodeURIComponent).join('/'));
  }
  return paths;
}

export async function removeStaged(folder: string): Promise<void> {
  await removeEntry({ folders: [stagingName], name: folder });
}

/** Removes what was staged before a time and never taken. */
export async function removeStagedBefore(time: number): Promise<void> {
  const staging = await findFolder([stagingName], false);
  const names: string[] = [];
  for await (const name of staging?.keys() ?? []) names.push(name);
  for (const name of names) if (!(Number.parseInt(name, 10) >= time)) await removeStaged(name);
}
