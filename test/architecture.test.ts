import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which folders of src/ a folder may import, besides itself. The reasons stand in docs/architecture.md, "Layers". */
const mayImport: Record<string, readonly string[]> = {
  lib: [],
  memory: ['lib'],
  models: ['lib'],
  store: ['models', 'memory', 'lib'],
  vectors: ['memory', 'lib'],
  lexical: ['memory', 'lib'],
  inference: ['models', 'memory', 'lib'],
  sites: ['memory', 'lib'],
  messaging: ['memory', 'lib'],
  host: ['store', 'vectors', 'lexical', 'inference', 'sites', 'messaging', 'models', 'memory', 'lib'],
  page: ['sites', 'messaging', 'memory', 'lib'],
  ui: ['store', 'inference', 'sites', 'messaging', 'models', 'memory', 'lib'],
  entrypoints: ['host', 'page', 'ui', 'sites', 'store', 'messaging', 'memory', 'lib'],
};

/** Where a package may be imported. Everything not listed here must not be imported by what ships. */
const packageHomes: Record<string, readonly string[]> = {
  '@mlc-ai/web-llm': ['inference'],
  '@noble/hashes': ['models'],
  '@orama/stemmers': ['lexical'],
  '@scure/bip39': ['memory'],
  '@xenova/transformers': ['inference'],
  'chrono-node': ['memory'],
  compromise: ['memory'],
  dexie: ['store'],
  'eventsource-parser': ['inference'],
  jsonrepair: ['memory'],
  minisearch: ['lexical'],
  'onnxruntime-web': ['inference'],
  preact: ['ui', 'entrypoints'],
  uuid: ['lib'],
  valibot: ['messaging', 'host', 'sites'],
  'voy-search': ['vectors'],
  'wink-porter2-stemmer': ['lib'],
  wxt: ['messaging', 'host', 'page', 'ui', 'entrypoints'],
};

interface Import {
  file: string;
  folder: string;
  specifier: string;
  /** File in the project, or undefined for a package. */
  target?: string | undefined;
}

const importLine =
  /^(?:import|export)\b[^;']*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

const sources = [...filesUnder('src'), ...filesUnder('entrypoints')].filter((file) => /\.tsx?$/.test(file));
const imports = sources.flatMap(importsOf);

describe('the layers of docs/architecture.md', () => {
  test('every folder under src/ is one of them', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const unknown = folders.map(({ name }) => name).filter((name) => !(name in mayImport));
    expect(unknown, 'Add the folder to docs/architecture.md, "The tree" and "Layers", then here').toEqual([]);
  });

  test('a folder imports only what lies below it', () => {
    const crossing = imports.filter(({ folder, target }) => {
      const to = target && sources.includes(target) && folderOf(target);
      return to && to !== folder && !mayImport[folder]?.includes(to);
    });
    expect(crossing.map(line), 'See docs/architecture.md, "Layers"').toEqual([]);
  });

  test('a package is imported only where it is at home', () => {
    const astray = imports.filter(({ folder, specifier, target }) => {
      if (target) return false;
      return !packageHomes[packageOf(specifier)]?.includes(folder);
    });
    expect(astray.map(line), 'See docs/architecture.md, "Layers": one library, one folder').toEqual([]);
  });

  test('the libraries that run models are loaded by workers alone', () => {
    const heavy = /^(?:@xenova\/transformers|@mlc-ai\/web-llm)$/;
    const astray = imports.filter(
      ({ file, specifier }) => heavy.test(specifier) && !/\.worker\.ts$/.test(file),
    );
    expect(astray.map(line), 'See docs/architecture.md, "Layers": load it in a *.worker.ts').toEqual([]);
  });

  test('imports have no cycles', () => {
    expect(findCycle(), 'Split what both sides need into a file below them').toEqual([]);
  });

  test('the engine knows no browser, no page and no clock of its own', () => {
    const forbidden =
      /\b(Date\.now\(|new Date\(\)|document\.|window\.|indexedDB|localStorage|Math\.random\(|crypto\.)/;
    const knowing = sources
      .filter((file) => folderOf(file) === 'memory')
      .filter((file) => forbidden.test(withoutComments(read(file))));
    expect(knowing, 'Pass it in through src/memory/ports.ts').toEqual([]);
  });

  test('nothing renders HTML from strings, and nothing that ships names a remote script', () => {
    const forbidden =
      /\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|https?:\/\/[^\s'"`]*(cdn|jsdelivr|unpkg)/;
    const rendering = sources.filter((file) => forbidden.test(withoutComments(read(file))));
    expect(rendering, 'Use textContent and DOM calls; ship what runs').toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const specifiers = [...read(file).matchAll(importLine)].map(
    ([, from, bare, lazy]) => (from ?? bare ?? lazy) as string,
  );
  return specifiers.map((specifier) => ({
    file,
    folder: folderOf(file),
    specifier,
    target: targetOf(file, specifier),
  }));
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier === '#engine-page') return 'src/host/engine-page.chrome.ts';
  const path = specifier.startsWith('@/')
    ? join('src', specifier.slice(2))
    : specifier.startsWith('.')
      ? relative(root, resolve(root, dirname(file), specifier))
      : undefined;
  return (
    path && (sources.find((source) => source.replace(/\.tsx?$/, '') === path.replace(/\.tsx?$/, '')) ?? path)
  );
}

function findCycle(): string[] {
  const next = new Map<string, string[]>();
  for (const { file, target } of imports) {
    if (target && target !== file) next.set(file, [...(next.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of next.get(file) ?? []) {
      const cycle = visit(target, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return sources.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}

function folderOf(file: string): string {
  const [top, folder] = file.split('/');
  return top === 'entrypoints' ? 'entrypoints' : (folder ?? '');
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function line({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
