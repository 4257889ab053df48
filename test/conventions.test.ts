import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Models } from '@/host/models';
import { router } from '@/host/router';
import type { MemoryEngine } from '@/memory/engine';
import { type MessageName, protocol } from '@/messaging/protocol';
import { sites } from '@/sites/index';
import { migrations } from '@/store/migrations';

const root = fileURLToPath(new URL('..', import.meta.url));
const recipe = 'docs/adding-a-site.md tells how';

/** One file a site. */
const siteFiles = readdirSync(join(root, 'src/sites/known'))
  .map((file) => ({ file, source: readFileSync(join(root, 'src/sites/known', file), 'utf8') }))
  .map(({ file, source }) => ({ file, id: file.replace(/\.ts$/, ''), source }));

describe('sites', () => {
  test.each(siteFiles)('$file exports a site', ({ file, source }) => {
    expect(source, `${file} exports no const made by siteFrom; ${recipe}`).toMatch(
      /^export const \w+ = siteFrom\(/m,
    );
  });

  test.each(siteFiles)('$file is in the list', ({ file, id }) => {
    const ids = sites.map((site) => site.id);
    expect(ids, `Add ${file} to sites in src/sites/index.ts, under an id equal to its name`).toContain(id);
  });

  test.each(sites)('$id is the name of its file', ({ id }) => {
    const files = siteFiles.map((site) => site.id);
    expect(files, `Name the file src/sites/known/${id}.ts, or change the id to the file's name`).toContain(
      id,
    );
  });

  test('no two sites share an id', () => {
    const ids = sites.map(({ id }) => id);
    expect(new Set(ids).size, 'Two sites have one id: what they learn would be mixed up').toBe(ids.length);
  });

  test.each(sites)('$id matches chat pages over https, or on this machine', ({ matches }) => {
    for (const pattern of matches) {
      expect(
        pattern,
        'Write a pattern as https://host/*; plain http only for localhost and 127.0.0.1',
      ).toMatch(
        /^(?:https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+|http:\/\/(?:localhost|127\.0\.0\.1))\/\S*$/,
      );
    }
  });

  test.each(siteFiles)('every selector of $file carries the month it was last seen working', ({ source }) => {
    const entries = source.match(/\bcss:/g) ?? [];
    const dated = source.match(/\bseen\b(?! =)/g) ?? [];
    const advice = `Write seen: 'YYYY-MM' next to each css; ${recipe}`;
    expect(entries.length, advice).toBeGreaterThan(0);
    expect(dated.length, advice).toBeGreaterThanOrEqual(entries.length);
    for (const [, month] of source.matchAll(/\bseen(?::| =) '([^']*)'/g)) {
      expect(month, advice).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
    }
  });

  test.each(siteFiles)('$file is data: it declares selectors and decides nothing', ({ source }) => {
    const behaviour =
      source.match(/\bawait\b|querySelector|addEventListener|(?<![-\w])(?:document|window)\./g) ?? [];
    expect(behaviour, 'Put behaviour into src/sites/dom.ts, where every site gets it').toEqual([]);
  });

  const pages = ['thread', 'new-chat', 'streaming', 'missing-elements'];
  test.each(siteFiles)('$id has the fixtures that every site has', ({ id, source }) => {
    const hasTemporary = !/\btemporary: \{\}/.test(source);
    for (const page of hasTemporary ? [...pages, 'temporary'] : pages) {
      const html = `test/sites/${id}/${page}.html`;
      expect(existsSync(join(root, html)), `Add ${html}; ${recipe}`).toBe(true);
    }
  });

  test.each(sites)('each fixture of $id says what is to be read in it', ({ id }) => {
    const folder = join(root, 'test/sites', id);
    for (const file of readdirSync(folder)) {
      const pair = file.endsWith('.html')
        ? file.replace(/\.html$/, '.expected.json')
        : file.replace(/\.expected\.json$/, '.html');
      expect(
        existsSync(join(folder, pair)),
        `test/sites/${id}/${file} needs ${pair} next to it; ${recipe}`,
      ).toBe(true);
    }
  });
});

describe('the protocol', () => {
  const names = Object.keys(protocol) as MessageName[];
  const route = router({} as MemoryEngine, {} as Models);

  test('a chat page may send captures, recalls, commands and what became of them, and nothing else', () => {
    const forPages = names.filter((name) => protocol[name].from === 'page');
    expect(forPages, 'What pages may do is a promise to users: see docs/architecture.md').toEqual([
      'capture',
      'recall',
      'blockFor',
      'report',
      'feedback',
      'command',
      'forgetNow',
      'commandDone',
      'takeBack',
    ]);
  });

  test.each(names)('the data of %s is parsed before anything looks at it', async (name) => {
    for (const data of [undefined, null, 'text', 7]) {
      expect(
        await route({ to: 'engine', name, data }),
        `Give "${name}" a v.object as its data in src/messaging/protocol.ts`,
      ).toMatchObject({ ok: false, error: { name: 'ProtocolError' } });
    }
  });

  test('a name that every object has is not a message', async () => {
    for (const name of ['toString', 'constructor', '__proto__']) {
      expect(await route({ to: 'engine', name, data: {} })).toMatchObject({ ok: false });
    }
  });
});

describe('the database', () => {
  test('versions go up by one and start at one', () => {
    const versions = migrations.map(({ version }) => version);
    expect(
      versions,
      'Append a version to src/store/migrations.ts; never change one that has shipped',
    ).toEqual(versions.map((_, index) => index + 1));
  });
});
