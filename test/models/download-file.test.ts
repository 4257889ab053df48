import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Expected } from '@/models/digest';
import { downloadFile } from '@/models/download-file';
import { hubUrl } from '@/models/hub';
import type { ModelProblem } from '@/models/model-error';
import type { Patience } from '@/models/persist';
import { soundness } from '@/models/soundness';
import { bytesFrom, type Fault, type Mirror, md5Of, sha256Of, startMirror } from '../support/mirror';
import { waitFor } from '../support/wait-for';
import { type MemoryPart, memoryPart } from './memory-part';

const patience: Patience = {
  stallMs: 20_000,
  attempts: 3,
  firstWaitMs: 1,
  longestWaitMs: 4,
  longestAskedWaitMs: 4,
  silentMs: 60_000,
};
const content = bytesFrom('weights', 300_000);
const etagOf = (bytes: Uint8Array) => `"${sha256Of(bytes).slice(0, 32)}"`;
const file = 'maker/model/weights.bin';

let mirror: Mirror;
beforeEach(async () => {
  mirror = await startMirror();
  mirror.serve('maker/model', { 'weights.bin': content, 'config.json': '{"a":1}', 'empty.bin': '' });
});
afterEach(() => mirror.close());

interface Way {
  part?: MemoryPart;
  expected?: Expected;
  path?: string;
  patience?: Partial<Patience>;
  signal?: AbortSignal;
}

function download({ part = memoryPart(), expected = {}, path = 'weights.bin', ...way }: Way = {}) {
  const url = hubUrl(mirror.url, 'maker/model', 'main', path);
  return downloadFile({ url, expected, isSound: soundness({ path, listsShards: false }) }, part, {
    signal: way.signal ?? new AbortController().signal,
    patience: { ...patience, ...way.patience },
    tell: () => undefined,
  });
}

async function reasonOf(promise: Promise<unknown>): Promise<ModelProblem | 'none'> {
  return promise.then(
    () => 'none' as const,
    (error) => error.reason,
  );
}

describe('a file', () => {
  test('comes whole, and its digest is told', async () => {
    const part = memoryPart();
    expect(await download({ part })).toMatchObject({ bytes: content.length, sha256: sha256Of(content) });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)).toHaveLength(1);
  });

  test('that is empty comes too', async () => {
    expect(await download({ path: 'empty.bin' })).toMatchObject({ bytes: 0, sha256: sha256Of('') });
  });

  test('goes on where the connection was cut', async () => {
    mirror.fault(file, { drop: 100_000 }, 1);
    const part = memoryPart();
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
    const [, second] = mirror.of(file);
    expect(second).toMatchObject({ range: 'bytes=100000-', ifRange: etagOf(content), status: 206 });
    expect(part.startedOver).toBe(0);
  });

  test('comes through any number of cuts as long as each attempt brings something', async () => {
    const part = memoryPart();
    const many = 8;
    mirror.fault(file, { drop: 30_000 }, many);
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)).toHaveLength(many + 1);
  });

  test('goes on after a connection that went silent', async () => {
    mirror.fault(file, { stall: 50_000 }, 1);
    const part = memoryPart();
    await download({ part, patience: { stallMs: 3_000 } });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)[1]?.range).toBe('bytes=50000-');
  });

  test('goes on with what an earlier life left, and its digest is of the whole', async () => {
    const part = memoryPart(content.subarray(0, 120_000), { etag: etagOf(content), bytes: content.length });
    expect(await download({ part })).toMatchObject({ sha256: sha256Of(content) });
    expect(mirror.of(file).map(({ range }) => range)).toEqual(['bytes=120000-']);
  });

  test('that is all there already is not asked for again', async () => {
    const part = memoryPart(content, { etag: etagOf(content) });
    await download({ part, expected: { bytes: content.length, sha256: sha256Of(content) } });
    expect(mirror.requests).toEqual([]);
  });

  test('of unknown length that is all there is found to be whole by asking for more', async () => {
    const part = memoryPart(content, { etag: etagOf(content) });
    expect(await download({ part })).toMatchObject({ sha256: sha256Of(content) });
    expect(mirror.of(file).map(({ status }) => status)).toEqual([416]);
  });

  test('that became another version is begun anew', async () => {
    const part = memoryPart(bytesFrom('old', 100_000), { etag: '"old"', bytes: 300_000 });
    expect(await download({ part })).toMatchObject({ sha256: sha256Of(content) });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file).map(({ status }) => status)).toEqual([200]);
  });

  test('that shrank below what is there is begun anew', async () => {
    const part = memoryPart(bytesFrom('old', 400_000), { etag: '"old"' });
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
  });

  test('of which more is there than there should be is begun anew', async () => {
    const part = memoryPart(bytesFrom('too much', 400_000), { etag: etagOf(content) });
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file).map(({ status }) => status)).toEqual([416, 200]);
  });

  test('of which nobody knows the version is begun anew', async () => {
    const part = memoryPart(content.subarray(0, 100_000), {});
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)[0]?.range).toBeUndefined();
  });

  test('is begun anew where the server knows no ranges', async () => {
    mirror.fault(file, { noRange: true });
    const part = memoryPart(content.subarray(0, 100_000), { etag: etagOf(content) });
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
  });

  test('that ended before its end is gone on with', async () => {
    mirror.fault(file, { end: 70_000 }, 1);
    const part = memoryPart();
    await download({ part, expected: { bytes: content.length } });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)[1]?.range).toBe('bytes=70000-');
  });

  test('that is not what was expected is fetched once more from its first byte', async () => {
    mirror.fault(file, { corrupt: true }, 1);
    const part = memoryPart();
    await download({ part, expected: { sha256: sha256Of(content) } });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file).map(({ range }) => range)).toEqual([undefined, undefined]);
  });

  test('that a hash on the disk proves wrong is fetched once more from its first byte', async () => {
    const rotten = Uint8Array.from(content);
    rotten[7] = (rotten[7] ?? 0) ^ 1;
    const part = memoryPart(rotten.subarray(0, 200_000), { etag: etagOf(content) });
    await download({ part, expected: { sha256: sha256Of(content) } });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file).map(({ range }) => range)).toEqual(['bytes=200000-', undefined]);
  });

  test('is checked by the hash of its manifest where no better one is known', async () => {
    mirror.fault(file, { corrupt: true }, 1);
    const part = memoryPart();
    await download({ part, expected: { md5: md5Of(content) } });
    expect(part.content.equals(content)).toBe(true);
    expect(await reasonOf(download({ expected: { md5: md5Of('other') } }))).toBe('corrupt');
  });

  test('is checked by the hash that the hub tells where nothing else is known', async () => {
    mirror.fault(file, { corrupt: true });
    expect(await reasonOf(download())).toBe('corrupt');
  });
});

describe('a file does not come', () => {
  test.each<[ModelProblem, Fault, number]>([
    ['notFound', { status: 404 }, 1],
    ['notFound', { status: 401 }, 1],
    ['notFound', { status: 403 }, 1],
    ['tooManyRequests', { status: 429, retryAfter: 1 }, 3],
    ['tooManyRequests', { status: 429 }, 3],
    ['serverTrouble', { status: 500 }, 3],
    ['serverTrouble', { status: 503, retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 3],
    ['serverTrouble', { status: 418 }, 1],
    ['serverTrouble', { page: '<html>Log in to the hotel</html>' }, 3],
    ['offline', { drop: 0 }, 3],
  ])('with the reason %s when the server answers %o', async (reason, fault, attempts) => {
    mirror.fault(file, fault);
    expect(await reasonOf(download())).toBe(reason);
    expect(mirror.of(file)).toHaveLength(attempts);
  });

  test('when nobody listens', async () => {
    await mirror.close();
    expect(await reasonOf(download())).toBe('offline');
    await mirror.listen();
  });

  test('when the connection goes silent at the same place again and again', async () => {
    mirror.fault(file, { stall: 0 });
    expect(await reasonOf(download({ patience: { stallMs: 200 } }))).toBe('offline');
  });

  test('when it always ends before its end', async () => {
    mirror.fault(file, { end: 0 });
    expect(await reasonOf(download({ expected: { bytes: content.length } }))).toBe('incomplete');
  });

  test('when it is twice not what was expected, and nothing wrong stays', async () => {
    const part = memoryPart();
    expect(await reasonOf(download({ part, expected: { sha256: sha256Of('other') } }))).toBe('corrupt');
    expect(part.size).toBe(0);
    expect(mirror.of(file)).toHaveLength(2);
  });

  test('when it is longer than it should be, of which no more is taken than needed to know', async () => {
    const part = memoryPart();
    expect(await reasonOf(download({ part, expected: { bytes: 1_000 } }))).toBe('corrupt');
  });

  test('when what is called JSON is none', async () => {
    mirror.serve('maker/model', { 'config.json': '{"cut off' });
    expect(await reasonOf(download({ path: 'config.json' }))).toBe('corrupt');
  });
});

describe('what came stays', () => {
  test('when it is given up', async () => {
    mirror.fault(file, { drop: 100_000 }, 1);
    const part = memoryPart();
    const failed = download({ part, patience: { attempts: 1 } });
    expect(await reasonOf(failed)).toBe('offline');
    expect(part.content.equals(content.subarray(0, 100_000))).toBe(true);
    expect(part.origin).toEqual({ etag: etagOf(content), bytes: content.length });
  });

  test('when it is aborted, and nothing more is asked', async () => {
    mirror.fault(file, { stall: 100_000 }, 1);
    const stop = new AbortController();
    const part = memoryPart();
    const stopped = download({ part, signal: stop.signal });
    await waitFor(() => expect(part.size).toBe(100_000));
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(part.size).toBe(100_000);
    mirror.heal();
    await download({ part });
    expect(part.content.equals(content)).toBe(true);
    expect(mirror.of(file)).toHaveLength(2);
  });

  test('also while it waits between two attempts', async () => {
    mirror.fault(file, { status: 500 });
    const stop = new AbortController();
    const stopped = download({
      signal: stop.signal,
      patience: { firstWaitMs: 60_000, longestWaitMs: 60_000 },
    });
    await waitFor(() => expect(mirror.of(file)[0]?.status).toBe(500));
    stop.abort();
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});
