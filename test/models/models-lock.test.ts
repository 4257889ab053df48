import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '@/models/catalogue';
import { type Lock, lockedModel, modelLock } from '@/models/lock';
import { bytesFrom, type Mirror, type MirrorFiles, sha256Of, startMirror } from '../support/mirror';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let mirror: Mirror;
let folder: string;
beforeAll(async () => {
  // The list of files comes in pages of two.
  mirror = await startMirror({ pageSize: 2 });
  folder = await mkdtemp(join(tmpdir(), 'models-lock-'));
  for (const card of catalogue) mirror.serve(card.repository, filesOf(card.id));
});
afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true, force: true });
});

/** Everything that a card asks for, one shard where it asks for some, and something that nobody asked for. */
function filesOf(id: string): MirrorFiles {
  const card = catalogue.find((one) => one.id === id);
  const files: MirrorFiles = { 'README.md': 'text' };
  for (const { path, optional, listsShards } of card?.files ?? []) {
    if (optional) continue;
    files[path] = path.endsWith('.json') ? `{"of":"${id}"}` : bytesFrom(id, 20_000);
    if (!listsShards) continue;
    files['params_shard_0.bin'] = bytesFrom(`${id} shard`, 30_000);
    files[path] = JSON.stringify({ records: [{ dataPath: 'params_shard_0.bin', nbytes: 30_000 }] });
  }
  return files;
}

async function lockInto(name: string): Promise<{ code: number; lock: Lock; said: string }> {
  const to = join(folder, name);
  const done = run('npx', ['tsx', 'scripts/models-lock.ts', '--host', mirror.url, '--to', to], { cwd: root });
  const { code, stderr } = await done.then(
    ({ stderr }) => ({ code: 0, stderr }),
    (error: { code: number; stderr: string }) => error,
  );
  return { code, lock: JSON.parse(await readFile(to, 'utf8')), said: stderr };
}

describe('the lock', () => {
  test('that is shipped speaks of models of the catalogue, and of all their files', () => {
    for (const id of Object.keys(modelLock)) {
      const card = catalogue.find((one) => one.id === id);
      expect(card && lockedModel(modelLock, card), `Run npm run models:lock again: ${id}`).toBeDefined();
    }
  });

  test('is written with the commit, the lengths and the hashes of every file that a card needs', async () => {
    const { code, lock } = await lockInto('lock.json');
    expect(code).toBe(0);
    expect(Object.keys(lock)).toEqual(catalogue.map(({ id }) => id));
    for (const card of catalogue) {
      const served = Object.entries(filesOf(card.id)).filter(([path]) => path !== 'README.md');
      expect(lockedModel(lock, card)).toEqual({
        revision: mirror.commit(card.repository),
        files: Object.fromEntries(
          served.map(([path, content]) => [
            path,
            { bytes: Buffer.from(content as Uint8Array).length, sha256: sha256Of(content) },
          ]),
        ),
      });
    }
  });

  test('keeps what it knew of a model that the hub does not answer for, and says so', async () => {
    const { id, repository } = catalogue[0] ?? { id: '', repository: '' };
    const known = { revision: 'before', files: {} };
    await writeFile(join(folder, 'kept.json'), JSON.stringify({ [id]: known }));
    mirror.fault(`/api/models/${repository}/revision/main`, { status: 500 });
    mirror.serve(repository, { 'config.json': '{}' });
    const { code, lock, said } = await lockInto('kept.json');
    mirror.serve(repository, filesOf(id));
    mirror.heal();
    expect(code).toBe(1);
    expect(lock[id]).toEqual(known);
    expect(said).toContain(id);
    expect(Object.keys(lock)).toHaveLength(catalogue.length);
  });
});
