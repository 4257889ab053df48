import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** By path: the bytes of a file, or what is to be written as JSON. */
export type ModelFiles = Record<string, Uint8Array | object>;

export async function writeModel(folder: string, files: ModelFiles): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content instanceof Uint8Array ? content : json(content));
  }
}

/** With short lists on one line, as the formatter of this project writes them. */
function json(content: object): string {
  const spread = JSON.stringify(content, null, 2);
  const list = /\[\n((?:\s+(?:"[^"\n]*"|[\d.]+),?\n)+)\s+\]/g;
  return `${spread.replace(list, (_, lines: string) => `[${lines.trim().replace(/,\s+/g, ', ')}]`)}\n`;
}
