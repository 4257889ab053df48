import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sets that ship with the project. */
const committed = new URL('../../test/eval/', import.meta.url).pathname;
/** Public sets that may lie beside the checkout; they are not passed on with it. */
const beside = new URL('../../../shared/data/', import.meta.url).pathname;

/** The folder of a set: in the data directory that was asked for, else the committed one, else beside the checkout. */
export function folderOf(set: string, dataDir: string | undefined): string | undefined {
  const places = [dataDir, committed, beside].flatMap((place) => (place ? join(place, set) : []));
  return places.find((place) => existsSync(place));
}

/** Every object of the `.json` and `.jsonl` files of a folder whose names match, in the order of the names. */
export function readSet(folder: string, name = /./): unknown[] {
  const files = readdirSync(folder).filter((file) => /\.jsonl?$/.test(file) && name.test(file));
  return files.sort().flatMap((file) => readFile(join(folder, file)));
}

/** @throws Error that names the file and the line of what is no JSON. */
function readFile(path: string): unknown[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) {
    const whole: unknown = parse(text, path);
    return Array.isArray(whole) ? whole : [whole];
  }
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, `${path}:${index + 1}`)]));
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${where} is not JSON: mend this line or take it out.`);
  }
}
