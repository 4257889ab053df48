import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelLibURLPrefix, modelVersion, prebuiltAppConfig } from '@mlc-ai/web-llm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '@/models/catalogue';
import libraries from '@/models/webllm-libraries.json';
import { type LibraryLock, type Obtaining, obtainLibraries } from '../../../scripts/webllm/obtain-libraries';

describe('the list of compiled models', () => {
  test('has those of the catalogue, and no others', () => {
    const wanted = catalogue.flatMap((card) =>
      card.task === 'language' && card.webllm ? [card.webllm.library] : [],
    );
    expect(Object.keys(libraries).sort()).toEqual(wanted.sort());
  });

  test('has addresses that the WebLLM in use knows', () => {
    const known = prebuiltAppConfig.model_list.map(({ model_lib }) => model_lib);
    for (const [name, { url }] of Object.entries(libraries)) {
      expect(known).toContain(`${modelLibURLPrefix}${modelVersion}/${name}`);
      expect(url).toBe(`{modelLibURLPrefix}{modelVersion}/${name}`);
    }
  });
});

describe('compiled models are obtained', () => {
  const program = Buffer.from('0061736d01000000', 'hex');
  const sum = createHash('sha256').update(program).digest('hex');
  let server: Server;
  let into: string;
  let asked: string[];
  let files: Record<string, Buffer>;

  beforeEach(async () => {
    asked = [];
    files = { 'a.wasm': program, 'b.wasm': program };
    into = await mkdtemp(join(tmpdir(), 'webllm-'));
    server = createServer((request, response) => {
      const name = request.url?.slice(1) ?? '';
      asked.push(name);
      const file = files[name];
      response.writeHead(file ? 200 : 404).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(into, { recursive: true, force: true });
  });

  function obtain(lock: LibraryLock, changed: Partial<Obtaining> = {}): Promise<LibraryLock> {
    const { port } = server.address() as AddressInfo;
    const addressOf = (name: string) => `http://127.0.0.1:${port}/${name}`;
    return obtainLibraries({ lock, into, addressOf, takeUp: false, ...changed });
  }

  test('where they match their hashes, and only what is missing is fetched', async () => {
    await writeFile(join(into, 'a.wasm'), program);
    await obtain({ 'a.wasm': { url: '', sha256: sum }, 'b.wasm': { url: '', sha256: sum } });
    expect(asked).toEqual(['b.wasm']);
    expect(await readFile(join(into, 'b.wasm'))).toEqual(program);
  });

  test('and their hashes taken up when that is asked for', async () => {
    const found = await obtain({ 'a.wasm': { url: 'here', sha256: null } }, { takeUp: true });
    expect(found).toEqual({ 'a.wasm': { url: 'here', sha256: sum } });
  });

  test('but not without a hash', async () => {
    await expect(obtain({ 'a.wasm': { url: '', sha256: null } })).rejects.toThrow(/has no hash/);
    expect(await readdir(into)).toEqual([]);
  });

  test.each([false, true])('but not with another hash, taking up or not (%s)', async (takeUp) => {
    const lock = { 'a.wasm': { url: '', sha256: 'f'.repeat(64) } };
    await expect(obtain(lock, { takeUp })).rejects.toThrow(/is not the file that was locked/);
    expect(await readdir(into)).toEqual([]);
  });

  test('but not where one in the folder was exchanged', async () => {
    await writeFile(join(into, 'a.wasm'), Buffer.concat([program, Buffer.of(0)]));
    await expect(obtain({ 'a.wasm': { url: '', sha256: sum } })).rejects.toThrow(/is not the file/);
  });

  test('but not where the address answers with a page or not at all', async () => {
    files['a.wasm'] = Buffer.from('<!doctype html>');
    await expect(obtain({ 'a.wasm': { url: '', sha256: null } }, { takeUp: true })).rejects.toThrow(
      /no WebAssembly/,
    );
    await expect(obtain({ 'c.wasm': { url: '', sha256: null } })).rejects.toThrow(/answers 404/);
    expect(await readdir(into)).toEqual([]);
  });
});
