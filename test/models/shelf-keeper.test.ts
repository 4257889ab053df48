import { beforeEach, describe, expect, test } from 'vitest';
import { customCard } from '@/models/custom-card';
import type { Lock } from '@/models/lock';
import { ModelError } from '@/models/model-error';
import { type KeeperPorts, type ModelShelf, shelfKeeper } from '@/models/shelf-keeper';
import type { EmbeddingCard, LanguageCard, ModelCard } from '@/models/types';
import { sha256Of } from '../support/mirror';
import { waitFor } from '../support/wait-for';
import { type MemoryFiles, type MemoryRows, md5, memoryFiles, memoryRows } from './memory-files';

const card = { ...(customCard('maker/model') as EmbeddingCard), id: 'hub:maker/model' };
const hub = {
  'config.json': '{}',
  'tokenizer.json': 'tokens',
  'tokenizer_config.json': 'more',
  'onnx/model_quantized.onnx': 'weights weights weights',
};
const paths = ['config.json', 'tokenizer_config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'];

const sharded: LanguageCard = {
  task: 'language',
  runtime: 'webllm',
  id: 'hub:maker/writer',
  name: 'Writer',
  repository: 'maker/writer',
  license: 'MIT',
  aboutBytes: 10,
  memoryBytes: 10,
  files: [{ path: 'mlc-chat-config.json' }, { path: 'tensor-cache.json', listsShards: true }],
  contextTokens: 10,
  languages: 'many',
  needs: [],
};

let files: MemoryFiles;
let rows: MemoryRows;
let backOnline: () => void;

beforeEach(() => {
  files = memoryFiles(hub);
  rows = memoryRows();
  backOnline = () => undefined;
});

/** A keeper over what is in memory; another one over the same is the next life of the browser. */
function keeper(more: Partial<KeeperPorts> = {}): ModelShelf {
  let clock = 1_000;
  return shelfKeeper({
    rows,
    files,
    lock: {},
    host: async () => '',
    check: async () => ({ dimensions: 384 }),
    estimate: async () => ({ quota: 1_000_000_000, usage: 0 }),
    now: () => clock++,
    whenOnline: (back) => {
      backOnline = back;
    },
    ...more,
  });
}

const stateOf = async (id = card.id) => (await rows.find(id))?.state;
const problemOf = async (id = card.id) => {
  const row = await rows.find(id);
  return row?.state === 'failed' ? row.problem : row?.state;
};
const becomes = (state: string, id?: string) => waitFor(async () => expect(await problemOf(id)).toBe(state));

describe('a download', () => {
  test('goes from the small files to the large ones, is tried, and is ready', async () => {
    const shelf = keeper();
    await shelf.download(card);
    await becomes('ready');
    expect(files.orders.map(({ path }) => path)).toEqual(paths);
    expect(rows.states).toEqual(['downloading', 'checking', 'ready']);
    const row = await shelf.ready(card.id);
    expect(row).toMatchObject({ dimensions: 384, card });
    expect(row?.files).toEqual(
      paths.map((path) => {
        const content = hub[path as keyof typeof hub];
        return { path, have: content.length, bytes: content.length, sha256: sha256Of(content) };
      }),
    );
  });

  test('asks for files where the hub or the mirror has them', async () => {
    const shelf = keeper({ host: async () => 'https://mirror.test/hub' });
    await shelf.download(card);
    await becomes('ready');
    expect(files.orders.map(({ url }) => url)[3]).toBe(
      'https://mirror.test/hub/maker/model/resolve/main/onnx/model_quantized.onnx',
    );
  });

  test('of a locked model takes the commit, the files and the hashes from the lock, and measures nothing', async () => {
    const entries = paths.map((path) => {
      const content = hub[path as keyof typeof hub];
      return [path, { bytes: content.length, sha256: sha256Of(content) }] as const;
    });
    const lock: Lock = { [card.id]: { revision: 'c0ffee', files: Object.fromEntries(entries) } };
    await keeper({ lock }).download(card);
    await becomes('ready');
    expect(files.measured).toBe(0);
    expect(files.orders.map(({ expected }) => expected)).toEqual(entries.map(([, one]) => one));
    expect(files.orders[0]?.url).toBe('https://huggingface.co/maker/model/resolve/c0ffee/config.json');
  });

  test('brings the files that a manifest names, in its order and with its hashes', async () => {
    const records = ['b', 'a'].map((name) => ({
      dataPath: `shard_${name}.bin`,
      nbytes: 7,
      md5sum: md5(`shard ${name}`),
    }));
    files.hub.set('mlc-chat-config.json', '{}');
    files.hub.set('tensor-cache.json', JSON.stringify({ records }));
    for (const name of ['a', 'b']) files.hub.set(`shard_${name}.bin`, `shard ${name}`);
    const shelf = keeper();
    await shelf.download(sharded);
    await becomes('ready', sharded.id);
    expect(files.orders.map(({ path }) => path)).toEqual([
      'mlc-chat-config.json',
      'tensor-cache.json',
      'shard_b.bin',
      'shard_a.bin',
    ]);
    expect(files.orders[2]?.expected).toMatchObject({ bytes: 7, md5: md5('shard b') });
    expect((await shelf.ready(sharded.id))?.files).toHaveLength(4);
  });

  test('follows the manifest that came, whatever was said of it before', async () => {
    files.hub.set('mlc-chat-config.json', '{}');
    files.hub.set('tensor-cache.json', JSON.stringify({ records: [{ dataPath: 'new.bin', nbytes: 3 }] }));
    files.hub.set('new.bin', 'new');
    const { measure } = files;
    files.measure = async (...ask) => [...(await measure(...ask)), { path: 'old.bin', bytes: 3 }];
    await keeper().download(sharded);
    await becomes('ready', sharded.id);
    expect(files.orders.map(({ path }) => path)).toEqual([
      'mlc-chat-config.json',
      'tensor-cache.json',
      'new.bin',
    ]);
  });

  test('that came before the browser ended is not whole without the files of its manifest', async () => {
    files.hub.set('mlc-chat-config.json', '{}');
    files.hub.set('tensor-cache.json', JSON.stringify({ records: [{ dataPath: 'new.bin', nbytes: 3 }] }));
    files.hub.set('new.bin', 'new');
    files.hanging.add('new.bin');
    await keeper().download(sharded);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    const row = await rows.find(sharded.id);
    if (row) await rows.save({ ...row, files: row.files.filter(({ path }) => path !== 'new.bin') });
    files.hanging.clear();
    await keeper().start();
    await becomes('ready', sharded.id);
    expect(files.disk.get(`${sharded.id} new.bin`)).toBe('new');
  });

  test('asked for twice is one', async () => {
    const shelf = keeper();
    await Promise.all([shelf.download(card), shelf.download(card)]);
    await becomes('ready');
    await shelf.download(card);
    expect(files.orders).toHaveLength(4);
    expect(await stateOf()).toBe('ready');
  });

  test('waits for the one before it', async () => {
    const other: ModelCard = { ...card, id: 'hub:maker/other' };
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await shelf.download(other);
    await waitFor(() => expect(files.orders.at(-1)?.path).toBe('tokenizer.json'));
    expect(await stateOf(other.id)).toBe('downloading');
    expect(files.orders.some(({ id }) => id === other.id)).toBe(false);
    files.hanging.clear();
    await shelf.pause(card.id);
    await becomes('ready', other.id);
    expect(await stateOf()).toBe('paused');
  });

  test('is not begun where there is no room', async () => {
    await keeper({ estimate: async () => ({ quota: 50_000_010, usage: 0 }) }).download(card);
    await becomes('noRoom');
    expect(files.orders).toEqual([]);
  });

  test('is begun where the browser does not tell how much room there is', async () => {
    await keeper({ estimate: async () => ({}) }).download(card);
    await becomes('ready');
  });

  test.each([
    'offline',
    'notFound',
    'tooManyRequests',
    'serverTrouble',
    'corrupt',
    'noRoom',
    'privateMode',
    'incomplete',
    'workerDied',
  ] as const)(
    'that ends with %s is failed for that reason, keeps what came, and can be resumed',
    async (problem) => {
      files.problems.set('tokenizer.json', problem);
      const shelf = keeper();
      await shelf.download(card);
      await becomes(problem);
      const row = await rows.find(card.id);
      expect(row?.files.filter(({ sha256 }) => sha256)).toHaveLength(2);
      files.problems.clear();
      await shelf.resume(card.id);
      await becomes('ready');
      expect(files.orders.map(({ path }) => path)).toEqual([...paths.slice(0, 3), ...paths.slice(2)]);
    },
  );

  test('fails with a reason also when something fails that nobody thought of', async () => {
    await keeper({ estimate: () => Promise.reject(new Error('odd')) }).download(card);
    await becomes('unusable');
  });

  test('of a model that is not on the hub fails at once', async () => {
    files.hub.clear();
    await keeper().download(card);
    await becomes('notFound');
    expect(files.orders).toEqual([]);
  });

  test('of a model that does not run fails with what is wrong, and its files stay', async () => {
    const shelf = keeper({ check: () => Promise.reject(new ModelError('notAnEmbedder')) });
    await shelf.download(card);
    await becomes('notAnEmbedder');
    expect(files.disk.size).toBe(4);
    expect(await shelf.ready(card.id)).toBeUndefined();
    expect(await rows.knownHash(card.id, 'config.json')).toBeUndefined();
  });

  test('of a model that did not run and is resumed only tries it again', async () => {
    let runs = false;
    const check = async () => {
      if (!runs) throw new ModelError('outOfMemory');
      return {};
    };
    const shelf = keeper({ check });
    await shelf.download(card);
    await becomes('outOfMemory');
    runs = true;
    await shelf.resume(card.id);
    await becomes('ready');
    expect(files.orders).toHaveLength(4);
  });
});

describe('hashes', () => {
  test('are remembered when the model was seen working, and held against the next download', async () => {
    const shelf = keeper();
    await shelf.download(card);
    await becomes('ready');
    await shelf.remove(card.id);
    files.hub.set('tokenizer.json', 'forged');
    await shelf.download(card);
    await becomes('corrupt');
    files.hub.set('tokenizer.json', hub['tokenizer.json']);
    await shelf.resume(card.id);
    await becomes('ready');
  });

  test('of files that the user chose are not held against the hub', async () => {
    for (const [path, content] of Object.entries(hub)) files.staged.set(`1-a/${path}`, `${content}!`);
    const shelf = keeper();
    await shelf.adopt(card, '1-a');
    await becomes('ready');
    await shelf.remove(card.id);
    await shelf.download(card);
    await becomes('ready');
  });
});

describe('pausing', () => {
  test('keeps what came, and resuming brings only the rest', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    await shelf.pause(card.id);
    expect(await stateOf()).toBe('paused');
    expect((await rows.find(card.id))?.files.find(({ path }) => path === 'tokenizer.json')?.have).toBe(1);
    files.hanging.clear();
    await shelf.resume(card.id);
    await becomes('ready');
    expect(files.orders.map(({ path }) => path).slice(3)).toEqual(paths.slice(2));
    expect(files.measured).toBe(1);
  });

  test('and resuming again and again ends where the last word was', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await Promise.all([
      shelf.download(card),
      shelf.pause(card.id),
      shelf.resume(card.id),
      shelf.pause(card.id),
      shelf.resume(card.id),
      shelf.pause(card.id),
    ]);
    expect(await stateOf()).toBe('paused');
    files.hanging.clear();
    await shelf.resume(card.id);
    await becomes('ready');
  });

  test('is taken back in the very moment when the download failed', async () => {
    const resumed: Promise<void>[] = [];
    const shelf = keeper({
      rows: {
        ...rows,
        async save(model) {
          await rows.save(model);
          if (model.state !== 'failed') return;
          files.problems.clear();
          resumed.push(shelf.resume(card.id));
          // Whoever resumes has read the row before whoever failed is done with it.
          for (let tick = 0; tick < 20; tick++) await Promise.resolve();
        },
      },
    });
    files.problems.set('tokenizer.json', 'serverTrouble');
    await shelf.download(card);
    await becomes('ready');
    expect(resumed).toHaveLength(1);
  });

  test('that comes too late for the download leaves the model to be tried', async () => {
    let late = false;
    const shelf = keeper({
      rows: {
        ...rows,
        async find(id) {
          const row = await rows.find(id);
          if (late) await becomes('checking');
          return row;
        },
      },
      check: async () => {
        await waitFor(() => expect(late).toBe(false));
        return {};
      },
    });
    files.hanging.add('tokenizer.json');
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    late = true;
    const paused = shelf.pause(card.id);
    files.release();
    await becomes('checking');
    late = false;
    await paused;
    await becomes('ready');
  });

  test('does not touch a model that is being tried', async () => {
    let answer = (_: { dimensions: number }) => undefined as unknown;
    const shelf = keeper({ check: () => new Promise((resolve) => (answer = resolve)) });
    await shelf.download(card);
    await becomes('checking');
    await shelf.pause(card.id);
    expect(await stateOf()).toBe('checking');
    answer({ dimensions: 7 });
    await becomes('ready');
  });

  test('in the moment when the last file arrives loses nothing', async () => {
    for (let round = 0; round < 30; round++) {
      const shelf = keeper();
      const id = `hub:maker/model${round}`;
      await shelf.download({ ...card, id });
      for (let tick = 0; tick < round; tick++) await Promise.resolve();
      await shelf.pause(id);
      if ((await stateOf(id)) === 'paused') await shelf.resume(id);
      await becomes('ready', id);
    }
  });
});

describe('removing', () => {
  test('deletes the files and the row, and tells what that freed', async () => {
    const shelf = keeper();
    await shelf.download(card);
    await becomes('ready');
    const bytes = Object.values(hub).reduce((sum, content) => sum + content.length, 0);
    expect(await shelf.remove(card.id)).toBe(bytes);
    expect(files.disk.size).toBe(0);
    expect(await rows.all()).toEqual([]);
  });

  test('ends a download', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    await shelf.remove(card.id);
    expect(await rows.all()).toEqual([]);
    expect(files.disk.size).toBe(0);
  });

  test('does not wait for a model that hangs while it is tried', async () => {
    const shelf = keeper({ check: () => new Promise(() => undefined) });
    await shelf.download(card);
    await becomes('checking');
    await shelf.remove(card.id);
    expect(await rows.all()).toEqual([]);
  });

  test('that fails leaves a row that does not claim files', async () => {
    const shelf = keeper();
    await shelf.download(card);
    await becomes('ready');
    files.remove = () => Promise.reject(new Error('locked'));
    await expect(shelf.remove(card.id)).rejects.toThrow('locked');
    expect(await stateOf()).toBe('paused');
  });

  test('of a model that nobody has frees nothing', async () => {
    expect(await keeper().remove('hub:no/model')).toBe(0);
  });
});

describe('the next life of the browser', () => {
  test('goes on with what was downloading', async () => {
    files.hanging.add('tokenizer.json');
    await keeper().download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    files.hanging.clear();
    await keeper().start();
    await becomes('ready');
    expect(files.orders.map(({ path }) => path).slice(3)).toEqual(paths.slice(2));
  });

  test('tries again what was being tried', async () => {
    await keeper({ check: () => new Promise(() => undefined) }).download(card);
    await becomes('checking');
    await keeper().start();
    await becomes('ready');
    expect(files.orders).toHaveLength(4);
  });

  test('leaves alone what was paused, or failed for a reason that stays', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    await shelf.pause(card.id);
    await keeper().start();
    expect(await stateOf()).toBe('paused');
  });

  test('goes on with what failed for want of a network, and again whenever the network comes back', async () => {
    files.problems.set('tokenizer.json', 'offline');
    await keeper().download(card);
    await becomes('offline');
    await keeper().start();
    await waitFor(() => expect(files.orders.length).toBeGreaterThan(3));
    await becomes('offline');
    files.problems.clear();
    backOnline();
    await becomes('ready');
  });

  test('finds out that files of a ready model are gone', async () => {
    const first = keeper();
    await first.download(card);
    await becomes('ready');
    files.disk.delete(`${card.id} tokenizer.json`);
    const shelf = keeper();
    await shelf.start();
    expect(await problemOf()).toBe('notOnDisk');
    await shelf.resume(card.id);
    await becomes('ready');
    expect(files.orders.slice(4).map(({ path }) => path)).toEqual(['tokenizer.json']);
  });

  test('clears away files that no row knows, and what the user chose long ago', async () => {
    files.disk.set('hub:gone/model config.json', 'rest');
    files.staged.set('1000-old/config.json', 'rest');
    files.staged.set('99999999999999-new/config.json', 'fresh');
    await keeper({ now: () => 100_000_000 }).start();
    expect(files.disk.size).toBe(0);
    expect([...files.staged.keys()]).toEqual(['99999999999999-new/config.json']);
  });
});

describe('taking up files that the user chose', () => {
  beforeEach(() => {
    for (const [path, content] of Object.entries(hub)) files.staged.set(`1-a/${path}`, content);
  });

  test('puts them on the shelf without asking the hub, and tries the model', async () => {
    const shelf = keeper();
    await shelf.adopt(card, '1-a');
    await becomes('ready');
    expect(files.orders).toEqual([]);
    expect(files.measured).toBe(0);
    expect((await shelf.ready(card.id))?.files.every(({ sha256 }) => sha256)).toBe(true);
  });

  test('names the file that is missing, and leaves everything as it was', async () => {
    files.staged.delete('1-a/tokenizer.json');
    await expect(keeper().adopt(card, '1-a')).rejects.toMatchObject({
      reason: 'incomplete',
      message: 'tokenizer.json is missing',
    });
    expect(await rows.all()).toEqual([]);
    expect(files.staged.size).toBe(0);
  });

  test('refuses a file that the lock knows otherwise, and a model that was ready stays ready', async () => {
    const entries = paths.map((path) => {
      const content = hub[path as keyof typeof hub];
      return [path, { bytes: content.length, sha256: sha256Of(content) }] as const;
    });
    const shelf = keeper({ lock: { [card.id]: { revision: 'c0ffee', files: Object.fromEntries(entries) } } });
    await shelf.download(card);
    await becomes('ready');
    files.staged.set('1-a/tokenizer.json', 'forged');
    await expect(shelf.adopt(card, '1-a')).rejects.toMatchObject({ reason: 'corrupt' });
    expect(await stateOf()).toBe('ready');
    expect(files.disk.get(`${card.id} tokenizer.json`)).toBe('tokens');
  });

  test('takes the place of a download', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    await shelf.adopt(card, '1-a');
    await becomes('ready');
    expect(files.orders).toHaveLength(3);
  });

  test('that cannot be used lets a download go on', async () => {
    files.hanging.add('tokenizer.json');
    const shelf = keeper();
    await shelf.download(card);
    await waitFor(() => expect(files.orders).toHaveLength(3));
    files.staged.delete('1-a/config.json');
    files.hanging.clear();
    await expect(shelf.adopt(card, '1-a')).rejects.toMatchObject({ reason: 'incomplete' });
    await becomes('ready');
  });

  test('that is cut short does not count as whole, and never asks the hub by itself', async () => {
    files.shelve = () => new Promise(() => undefined);
    keeper().adopt(card, '1-a');
    await becomes('checking');
    await keeper().start();
    await becomes('incomplete');
    expect(files.orders).toEqual([]);
  });

  test('of a model that exists only here never asks a hub', async () => {
    const local = { ...card, id: 'local:mine' };
    const shelf = keeper();
    await shelf.adopt(local, '1-a');
    await becomes('ready', local.id);
    files.disk.clear();
    const next = keeper();
    await next.start();
    expect(await problemOf(local.id)).toBe('notOnDisk');
    await next.resume(local.id);
    await becomes('incomplete', local.id);
    expect(files.orders).toEqual([]);
    expect(files.measured).toBe(0);
  });
});

describe('the size of a model', () => {
  test('is what the hub says', async () => {
    const bytes = Object.values(hub).reduce((sum, content) => sum + content.length, 0);
    expect(await keeper().size(card)).toBe(bytes);
  });

  test('is at least what its card says where the hub does not tell', async () => {
    files.measure = async () => [{ path: 'config.json', bytes: 5 }, { path: 'weights.bin' }];
    expect(await keeper().size({ ...card, aboutBytes: 1_000 })).toBe(1_000);
  });
});
