import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Voy's program for tests, which have no extension to fetch it from. */
export async function compileVoyFromDisk(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('voy-search/voy_search_bg.wasm');
  return WebAssembly.compile(await readFile(path));
}
