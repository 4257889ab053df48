import { customCard } from '@/models/custom-card';
import type { EmbeddingCard, LanguageCard } from '@/models/types';
import { bytesFrom, md5Of, sha256Of } from '../../support/mirror';
import { expect, type LabUser, patience, test } from './harness';

const card = customCard('maker/model') as EmbeddingCard;
const { id, repository } = card;
const weights = 'onnx/model_quantized.onnx';
const weightsFile = `${repository}/${weights}`;
const megabyte = 1_000_000;

const files = {
  'config.json': '{"model_type":"bert"}',
  'tokenizer.json': JSON.stringify({ words: 'x'.repeat(200_000) }),
  'tokenizer_config.json': '{}',
  [weights]: bytesFrom('weights', 24 * megabyte),
};
const required = Object.keys(files).sort();
const total = Object.values(files).reduce((sum, content) => sum + content.length, 0);

test.beforeEach(({ mirror }) => mirror.serve(repository, files));

async function expectWhole(user: LabUser): Promise<void> {
  await user.until(id, 'ready');
  expect(await user.call('paths', id)).toEqual(required);
  for (const [path, content] of Object.entries(files)) {
    expect(await user.call('digest', id, path)).toBe(sha256Of(content));
  }
  expect(await user.call('bytes', id)).toBe(total);
}

test('a model comes, is tried and is ready, byte for byte', async ({ user, mirror }) => {
  expect(await user.call('size', card)).toBe(total);
  await user.call('download', card);
  await expectWhole(user);
  expect(await user.call('tried')).toEqual([id]);
  const row = await user.call('row', id);
  expect(row).toMatchObject({ dimensions: 384 });
  expect(row?.files.map(({ path, sha256 }) => [path, sha256])).toEqual(
    ['tokenizer_config.json', 'config.json', 'tokenizer.json', weights].map((path) => [
      path,
      sha256Of(files[path as keyof typeof files]),
    ]),
  );
  expect(mirror.of(weightsFile).map(({ method }) => method)).toEqual(['HEAD', 'HEAD', 'GET']);
});

test('a connection that is cut again and again is gone on with where it was cut', async ({
  user,
  mirror,
}) => {
  mirror.fault(weightsFile, { drop: 7 * megabyte }, 3);
  await user.call('download', card);
  await expectWhole(user);
  const gets = mirror.of(weightsFile).filter(({ method }) => method === 'GET');
  expect(gets).toHaveLength(4);
  const starts = gets.map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0));
  expect(starts).toEqual([...new Set(starts)].sort((one, other) => one - other));
  expect(gets.slice(1).every(({ ifRange }) => ifRange)).toBe(true);
});

for (const how of ['kill', 'close'] as const) {
  test(`a download goes on after the browser ended in the middle (${how})`, async ({ user, mirror }) => {
    mirror.fault(weightsFile, { stall: 20 * megabyte }, 1);
    await user.call('download', card);
    await user.untilHave(id, weights, 17 * megabyte);
    await user.restart(how);
    await expectWhole(user);
    const last = mirror.of(weightsFile).at(-1);
    expect(last?.status).toBe(206);
    expect(Number(/\d+/.exec(last?.range ?? '')?.[0])).toBeGreaterThanOrEqual(8 * megabyte);
  });
}

test('a download goes on after its page and its worker were gone', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { stall: 20 * megabyte }, 1);
  await user.call('download', card);
  await user.untilHave(id, weights, 17 * megabyte);
  await user.reload();
  await expectWhole(user);
  expect(mirror.of(weightsFile).at(-1)?.status).toBe(206);
});

test('a file that comes wrong once is fetched again, and nobody notices', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { corrupt: true }, 1);
  await user.call('download', card);
  await expectWhole(user);
});

test('a file that comes wrong twice ends the download, and comes when it is right', async ({
  user,
  mirror,
}) => {
  mirror.fault(weightsFile, { corrupt: true });
  await user.call('download', card);
  await user.until(id, 'corrupt');
  expect(await user.call('digest', id, weights)).toBeUndefined();
  mirror.heal();
  await user.call('resume', id);
  await expectWhole(user);
});

test.describe('what a server says ends in the right reason, and resuming helps', () => {
  for (const [problem, fault] of [
    ['notFound', { status: 404 }],
    ['tooManyRequests', { status: 429, retryAfter: 1 }],
    ['serverTrouble', { status: 500 }],
    ['offline', { drop: 0 }],
  ] as const) {
    test(problem, async ({ user, mirror }) => {
      mirror.fault(`${repository}/tokenizer.json`, fault);
      await user.call('download', card);
      await user.until(id, problem);
      mirror.heal();
      await user.call('resume', id);
      await expectWhole(user);
    });
  }
});

test('a server that is in trouble for a moment is asked again', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { status: 503 }, 2);
  mirror.fault(`${repository}/config.json`, { status: 429, retryAfter: 0 }, 2);
  await user.call('download', card);
  await expectWhole(user);
});

test('a log-in page of a network is not taken for a file', async ({ user, mirror }) => {
  mirror.fault(`${repository}/config.json`, { page: '<html>Welcome to the hotel</html>' });
  await user.call('download', card);
  await user.until(id, 'serverTrouble');
  mirror.heal();
  await user.call('resume', id);
  await expectWhole(user);
});

test.describe('with little patience', () => {
  test.use({ options: { patience: { ...patience, stallMs: 1_500 } } });

  test('a connection that goes silent is given up and made anew', async ({ user, mirror }) => {
    mirror.fault(weightsFile, { stall: 9 * megabyte }, 1);
    await user.call('download', card);
    await expectWhole(user);
    expect(mirror.of(weightsFile).at(-1)).toMatchObject({ status: 206, range: `bytes=${9 * megabyte}-` });
  });

  test('a worker that ends in the middle without a word is replaced by one that goes on', async ({
    user,
    mirror,
  }) => {
    await user.reload({ patience: { ...patience, silentMs: 5_000 } });
    mirror.fault(weightsFile, { stall: 20 * megabyte }, 1);
    await user.call('download', card);
    await user.untilHave(id, weights, 17 * megabyte);
    const [worker] = user.page.workers();
    await worker?.evaluate(() => self.close());
    await expectWhole(user);
    expect(mirror.of(weightsFile).at(-1)).toMatchObject({ status: 206 });
  });
});

test('pausing stops the bytes, and resuming goes on with those that are here', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { stall: 10 * megabyte }, 1);
  await user.call('download', card);
  await user.untilHave(id, weights, 9 * megabyte);
  await user.call('pause', id);
  await user.until(id, 'paused');
  mirror.forget();
  await user.restart('close');
  await user.until(id, 'paused');
  expect(mirror.requests).toEqual([]);
  await user.call('resume', id);
  await expectWhole(user);
  expect(mirror.of(weightsFile).map(({ method, status }) => `${method} ${status}`)).toEqual(['GET 206']);
});

test('bytes that a power cut left unsure are not gone on with', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { stall: 10 * megabyte }, 1);
  await user.call('download', card);
  await user.untilHave(id, weights, 9 * megabyte);
  await user.call('pause', id);
  const part = 'models/hub%3Amaker%2Fmodel/onnx/model_quantized.onnx.part';
  await expect.poll(async () => (await user.call('disk'))[part]).toBe(10 * megabyte);
  // As a file system may leave a file: longer, and not what was written.
  await user.call('append', part, 5 * megabyte);
  await user.call('resume', id);
  await expectWhole(user);
  expect(mirror.of(weightsFile).at(-1)?.range).toBe(`bytes=${10 * megabyte}-`);
});

test('a browser that cannot move files copies them', async ({ user }) => {
  await user.call('size', card);
  const [worker] = user.page.workers();
  await worker?.evaluate(() => Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move'));
  await user.call('download', card);
  await expectWhole(user);
  expect(await worker?.evaluate(() => 'move' in FileSystemFileHandle.prototype)).toBe(false);
  expect(Object.keys(await user.call('disk'))).toHaveLength(required.length);
});

test('a file that was being copied when the browser ended is copied again', async ({ user }) => {
  const place = 'models/hub%3Amaker%2Fmodel/config.json';
  await user.call('scribble', place, '{"model_type":');
  await user.call('scribble', `${place}.part`, files['config.json']);
  await user.call('download', card);
  await expectWhole(user);
});

test('pausing and resuming in quick succession ends well', async ({ user, mirror }) => {
  mirror.fault(weightsFile, { stall: 10 * megabyte }, 1);
  await user.call('download', card);
  await user.untilHave(id, weights, megabyte);
  for (let round = 0; round < 3; round++) {
    await user.call('pause', id);
    await user.call('resume', id);
  }
  await expectWhole(user);
});

test('deleting frees what the model took, also in the middle of a download', async ({ user, mirror }) => {
  await user.call('download', card);
  await expectWhole(user);
  expect(await user.call('remove', id)).toBe(total);
  expect(await user.call('disk')).toEqual({});
  expect(await user.call('rows')).toEqual([]);

  mirror.fault(weightsFile, { stall: 10 * megabyte });
  await user.call('download', card);
  await user.untilHave(id, weights, 9 * megabyte);
  expect(await user.call('remove', id)).toBeGreaterThan(8 * megabyte);
  expect(await user.call('disk')).toEqual({});
  expect(await user.call('rows')).toEqual([]);
});

test('a second download is checked against what the first one brought', async ({ user, mirror }) => {
  await user.call('download', card);
  await expectWhole(user);
  expect(await user.call('hash', id, weights)).toBe(sha256Of(files[weights]));
  await user.call('remove', id);
  mirror.serve(repository, { ...files, [weights]: bytesFrom('forged', 24 * megabyte) });
  await user.call('download', card);
  await user.until(id, 'corrupt');
  mirror.serve(repository, files);
  await user.call('resume', id);
  await expectWhole(user);
});

test('a locked model is asked for at its commit, and what differs from the lock is refused', async ({
  user,
  mirror,
}) => {
  const locked = Object.entries(files).map(
    ([path, content]) => [path, { bytes: content.length, sha256: sha256Of(content) }] as const,
  );
  const revision = mirror.commit(repository);
  const lock = { [id]: { revision, files: Object.fromEntries(locked) } };
  await user.reload({ lock });
  mirror.fault(`${repository}/tokenizer_config.json`, { corrupt: true });
  await user.call('download', card);
  await user.until(id, 'corrupt');
  mirror.heal();
  await user.call('resume', id);
  await expectWhole(user);
  expect(mirror.requests.filter(({ method }) => method === 'HEAD')).toEqual([]);
});

test('a model that does not run keeps its files and says why', async ({ user }) => {
  await user.reload({ unfit: 'notAnEmbedder' });
  await user.call('download', card);
  await user.until(id, 'notAnEmbedder');
  expect(await user.call('bytes', id)).toBe(total);
  await user.reload();
  await user.call('resume', id);
  await expectWhole(user);
});

test('a download that has no room is not begun', async ({ user, mirror }) => {
  const huge = Object.entries(files).map(
    ([path]) => [path, { bytes: 1e15, sha256: sha256Of('huge') }] as const,
  );
  await user.reload({ lock: { [id]: { revision: 'main', files: Object.fromEntries(huge) } } });
  await user.call('download', card);
  await user.until(id, 'noRoom');
  expect(mirror.requests).toEqual([]);
});

test('a download that loses its room keeps what came, and goes on when there is room again', async ({
  user,
  mirror,
}) => {
  const session = await user.page.context().newCDPSession(user.page);
  const origin = new URL(user.page.url()).origin;
  // A page is told a quota that is not the real one; the real one is met when it is exceeded.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 15 * megabyte });
  await user.call('download', card);
  await user.until(id, 'noRoom');
  const row = await user.call('row', id);
  expect(row?.files.find(({ path }) => path === weights)?.have).toBeGreaterThanOrEqual(8 * megabyte);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  mirror.forget();
  await user.call('resume', id);
  await expectWhole(user);
  expect(mirror.of(weightsFile).map(({ status }) => status)).toEqual([206]);
});

test('without a network it fails as offline, and goes on by itself when the network is back', async ({
  user,
  mirror,
}) => {
  mirror.fault(weightsFile, { stall: 10 * megabyte });
  await user.call('download', card);
  await user.untilHave(id, weights, 9 * megabyte);
  await mirror.close();
  await user.until(id, 'offline');
  mirror.heal();
  await mirror.listen();
  await user.page.context().setOffline(true);
  await user.page.context().setOffline(false);
  await expectWhole(user);
});

test('a ready model whose files went away is no longer called ready, and comes again', async ({ user }) => {
  await user.call('download', card);
  await expectWhole(user);
  await user.page.evaluate(async () => {
    const disk = await navigator.storage.getDirectory();
    await disk.removeEntry('models', { recursive: true });
  });
  await user.reload();
  await user.until(id, 'notOnDisk');
  await user.call('resume', id);
  await expectWhole(user);
});

test('files that belong to no model are cleared away at the start', async ({ user }) => {
  await user.call('scribble', 'models/hub%3Agone%2Fmodel/config.json', 'rest');
  await user.call('scribble', 'staging/1000-old/config.json', 'rest');
  await user.call('scribble', `staging/${Date.now()}-new/config.json`, 'fresh');
  await user.reload();
  expect(Object.keys(await user.call('disk'))).toEqual([expect.stringMatching(/^staging\/\d+-new\//)]);
});

test.describe('servers of other kinds', () => {
  test('one that knows no ranges begins anew', async ({ user, mirror }) => {
    mirror.fault(weightsFile, { stall: 10 * megabyte });
    await user.call('download', card);
    await user.untilHave(id, weights, 9 * megabyte);
    await user.call('pause', id);
    mirror.heal();
    mirror.fault(weightsFile, { noRange: true });
    await user.call('resume', id);
    await expectWhole(user);
  });

  test('one whose file has changed begins anew', async ({ user, mirror }) => {
    mirror.fault(weightsFile, { stall: 10 * megabyte });
    await user.call('download', card);
    await user.untilHave(id, weights, 9 * megabyte);
    await user.call('pause', id);
    mirror.heal();
    const changed = bytesFrom('changed', 24 * megabyte);
    mirror.serve(repository, { ...files, [weights]: changed });
    await user.call('resume', id);
    await user.until(id, 'ready');
    expect(await user.call('digest', id, weights)).toBe(sha256Of(changed));
  });

  test('one that refuses conditional requests from strangers goes on without them', async ({
    user,
    mirror,
  }) => {
    mirror.fault(weightsFile, { stall: 10 * megabyte });
    await user.call('download', card);
    await user.untilHave(id, weights, 9 * megabyte);
    await user.call('pause', id);
    mirror.heal();
    mirror.fault(weightsFile, { noConditions: true });
    await user.call('resume', id);
    await expectWhole(user);
    expect(mirror.of(weightsFile).at(-1)).toMatchObject({ status: 206, ifRange: undefined });
  });

  test('one that shows no header to strangers is begun anew rather than trusted', async ({
    user,
    mirror,
  }) => {
    const hide = ['etag', 'content-range', 'content-length', 'x-linked-size', 'x-linked-etag'];
    mirror.fault(weightsFile, { hide });
    await user.call('download', card);
    await expectWhole(user);
    await user.call('remove', id);
    await user.call('download', card);
    await expectWhole(user);
  });
});

test.describe('a model in shards', () => {
  const shards = [0, 1, 2, 3].map((place) => bytesFrom(`shard ${place}`, 3 * megabyte + place));
  const names = shards.map((_, place) => `params_shard_${place}.bin`);
  const manifest = JSON.stringify({
    metadata: {},
    records: shards.map((shard, place) => ({
      dataPath: names[place],
      format: 'raw-shard',
      nbytes: shard.length,
      records: [],
      md5sum: md5Of(shard),
    })),
  });
  const sharded: LanguageCard = {
    task: 'language',
    runtime: 'webllm',
    id: 'hub:maker/writer',
    name: 'Writer',
    repository: 'maker/writer',
    license: 'MIT',
    aboutBytes: 10,
    memoryBytes: 10,
    files: [
      { path: 'mlc-chat-config.json' },
      { path: 'tensor-cache.json', listsShards: true },
      { path: 'tokenizer.json' },
      { path: 'tokenizer_config.json', optional: true },
    ],
    contextTokens: 10,
    languages: 'many',
    needs: [],
  };
  const contents: Record<string, string | Uint8Array> = {
    'mlc-chat-config.json': '{}',
    'tensor-cache.json': manifest,
    'tokenizer.json': '{}',
    ...Object.fromEntries(shards.map((shard, place) => [names[place] ?? '', shard])),
  };
  test.beforeEach(({ mirror }) => mirror.serve('maker/writer', contents));

  test('comes with all of them, each checked by its manifest', async ({ user, mirror }) => {
    const bytes = Object.values(contents).reduce((sum, content) => sum + content.length, 0);
    expect(await user.call('size', sharded)).toBe(bytes);
    mirror.fault('maker/writer/params_shard_2.bin', { corrupt: true }, 1);
    await user.call('download', sharded);
    await user.until(sharded.id, 'ready');
    expect(await user.call('paths', sharded.id)).toEqual(Object.keys(contents).sort());
    for (const [path, content] of Object.entries(contents)) {
      expect(await user.call('digest', sharded.id, path)).toBe(sha256Of(content));
    }
    expect(
      mirror.of('maker/writer/params_shard_2.bin').filter(({ method }) => method === 'GET'),
    ).toHaveLength(2);
    expect(mirror.of('maker/writer/params_shard_1.bin')).toHaveLength(1);
  });

  test('goes on with the shard at which the browser ended', async ({ user, mirror }) => {
    mirror.fault('maker/writer/params_shard_2.bin', { stall: megabyte }, 1);
    await user.call('download', sharded);
    await user.untilHave(sharded.id, 'params_shard_2.bin', 900_000);
    mirror.forget();
    await user.restart('kill');
    await user.until(sharded.id, 'ready');
    expect(mirror.requests.map(({ file }) => file)).toEqual([
      'maker/writer/params_shard_2.bin',
      'maker/writer/params_shard_3.bin',
    ]);
  });

  test('fails where one is wrong twice', async ({ user, mirror }) => {
    mirror.fault('maker/writer/params_shard_0.bin', { corrupt: true });
    await user.call('download', sharded);
    await user.until(sharded.id, 'corrupt');
  });

  test('takes nothing from a manifest that points out of the model', async ({ user, mirror }) => {
    const evil = JSON.stringify({ records: [{ dataPath: '../../evil.bin', nbytes: 3 }] });
    mirror.serve('maker/writer', { ...contents, 'tensor-cache.json': evil });
    await user.call('download', sharded);
    await user.until(sharded.id, 'corrupt');
    expect((await user.call('disk'))['evil.bin']).toBeUndefined();
  });

  test('is read by WebLLM from the shelf alone', async ({ user, mirror }) => {
    await user.call('download', sharded);
    await user.until(sharded.id, 'ready');
    mirror.forget();
    const modelUrl = 'https://shelf.invalid/maker/writer/resolve/main/';
    expect((await user.call('cacheKeys', sharded.id, modelUrl)).sort()).toEqual(
      Object.keys(contents)
        .map((path) => modelUrl + path)
        .sort(),
    );
    const shard = `${modelUrl}params_shard_3.bin`;
    expect(await user.call('throughCache', sharded.id, modelUrl, shard)).toBe(sha256Of(shards[3] ?? ''));
    expect(await user.problem('throughCache', sharded.id, modelUrl, `${modelUrl}other.bin`)).toMatchObject({
      problem: 'notOnDisk',
    });
    expect(mirror.requests).toEqual([]);
  });
});

test('transformers.js reads a model from the shelf alone', async ({ user, mirror }) => {
  await user.call('download', card);
  await expectWhole(user);
  mirror.forget();
  const base = 'https://anything.invalid/hub/maker/model/resolve/main/';
  const whole = await user.call('fetched', id, repository, base + weights);
  expect(whole).toMatchObject({ status: 200, sha256: sha256Of(files[weights]) });
  expect(whole.headers['content-length']).toBe(String(files[weights].length));
  expect(
    await user.call('fetched', id, repository, base + weights, { headers: { Range: 'bytes=0-0' } }),
  ).toMatchObject({
    status: 206,
    bytes: 1,
    headers: { 'content-range': `bytes 0-0/${files[weights].length}` },
  });
  expect(await user.call('fetched', id, repository, base + weights, { method: 'HEAD' })).toMatchObject({
    status: 200,
    bytes: 0,
    headers: { 'content-length': String(files[weights].length) },
  });
  for (const path of ['other.json', '..%2f..%2fconfig.json', '%zz', '']) {
    expect(await user.call('fetched', id, repository, base + path)).toMatchObject({ status: 404 });
  }
  expect(
    await user.call('fetched', id, repository, 'https://x.invalid/other/model/resolve/main/config.json'),
  ).toMatchObject({ status: 404 });
  expect(mirror.requests).toEqual([]);
});

test.describe('files that the user chose', () => {
  const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');
  const small = { ...files, [weights]: bytesFrom('small', 300_000) };
  const chosen = (more: Record<string, string | Uint8Array | undefined> = {}): [string, string][] =>
    Object.entries({ ...small, ...more }).flatMap(([path, content]) =>
      content === undefined ? [] : [[`Downloads/model/${path}`, base64(content)] as [string, string]],
    );

  test('become a model without a network', async ({ user, mirror }) => {
    mirror.forget();
    const staged = await user.call('stage', [
      ...chosen({ 'README.md': 'text', '.git/config': 'x' }),
      ['Downloads/other.bin', base64('else')],
    ]);
    await user.call('adopt', card, staged);
    await user.until(id, 'ready');
    expect(await user.call('paths', id)).toEqual(required);
    expect(await user.call('digest', id, weights)).toBe(sha256Of(small[weights]));
    expect(Object.keys(await user.call('disk')).filter((path) => path.startsWith('staging'))).toEqual([]);
    expect(mirror.requests).toEqual([]);
  });

  test('become a model also where they were saved one by one, without their folders', async ({ user }) => {
    const flat = Object.entries(small).map(
      ([path, content]) => [path.split('/').at(-1) ?? '', base64(content)] as [string, string],
    );
    await user.call('adopt', card, await user.call('stage', flat));
    await user.until(id, 'ready');
    expect(await user.call('digest', id, weights)).toBe(sha256Of(small[weights]));
  });

  test('are refused by the name of the one that is missing', async ({ user }) => {
    const staged = await user.call('stage', chosen({ [weights]: undefined }));
    expect(await user.problem('adopt', card, staged)).toEqual({
      problem: 'incomplete',
      message: `${weights} is missing`,
    });
    expect(await user.call('disk')).toEqual({});
    expect(await user.call('rows')).toEqual([]);
  });

  test('do not count where git left a pointer in their place', async ({ user }) => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n';
    const staged = await user.call('stage', chosen({ [weights]: pointer }));
    expect(await user.problem('adopt', card, staged)).toMatchObject({ problem: 'incomplete' });
  });

  test('are refused where none of them is a model', async ({ user }) => {
    expect(await user.problem('stage', [['pictures/a.png', base64('x')]])).toMatchObject({
      problem: 'incomplete',
    });
    expect(await user.call('disk')).toEqual({});
  });

  test('that the disk has no room for leave nothing behind', async ({ user }) => {
    const session = await user.page.context().newCDPSession(user.page);
    const origin = new URL(user.page.url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: megabyte });
    const large = chosen({ [weights]: bytesFrom('large', 3 * megabyte) });
    expect(await user.problem('stage', large)).toMatchObject({ problem: 'noRoom' });
    expect(await user.call('disk')).toEqual({});
  });

  test('are held against the lock, and the model that was there stays', async ({ user, mirror }) => {
    const locked = Object.entries(files).map(
      ([path, content]) => [path, { bytes: content.length, sha256: sha256Of(content) }] as const,
    );
    const revision = mirror.commit(repository);
    await user.reload({ lock: { [id]: { revision, files: Object.fromEntries(locked) } } });
    await user.call('download', card);
    await expectWhole(user);
    const staged = await user.call('stage', chosen());
    expect(await user.problem('adopt', card, staged)).toEqual({
      problem: 'corrupt',
      message: `${weights} is not what it should be`,
    });
    await expectWhole(user);
  });

  test('take the place of what a download had brought', async ({ user, mirror }) => {
    mirror.fault(weightsFile, { stall: 10 * megabyte });
    await user.call('download', card);
    await user.untilHave(id, weights, 9 * megabyte);
    await user.call('adopt', card, await user.call('stage', chosen()));
    await user.until(id, 'ready');
    expect(await user.call('digest', id, weights)).toBe(sha256Of(small[weights]));
    expect(Object.keys(await user.call('disk')).filter((path) => /\.(part|note)$/.test(path))).toEqual([]);
  });
});
