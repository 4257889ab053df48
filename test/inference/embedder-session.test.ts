import { afterEach, describe, expect, test, vi } from 'vitest';
import { type EmbedderSession, embedderSession, type SessionOptions } from '@/inference/embedder-session';
import { trialTexts } from '@/inference/embedding-backend';
import type { ModelProblem } from '@/models/model-error';
import {
  doubleCard,
  type Fault,
  failing,
  type Heard,
  vectorOf,
  workerDouble,
} from './embedder-worker-double';

const texts = Array.from({ length: 16 }, (_, i) => 'word '.repeat(i + 1));

type Options = Partial<SessionOptions>;

afterEach(() => vi.unstubAllGlobals());

function sessionWith(
  fault: (heard: Heard) => Fault | undefined,
  options: Options = {},
): { session: EmbedderSession; heard: Heard[]; told: string[]; running(): number } {
  const double = workerDouble(fault);
  const told: string[] = [];
  const session = embedderSession(doubleCard, {
    createWorker: double.createWorker,
    idleMs: 60_000,
    pauseMs: 0,
    backends: ['webgpu', 'wasm-threads', 'wasm'],
    onBackend: (backend) => told.push(backend),
    onTrouble: (problem) => told.push(problem),
    ...options,
  });
  return { session, told, heard: double.heard, running: double.running };
}

/** Fails the texts of the test, and none of those that graphics are tried with. */
function failsOn(backend: string, problem: ModelProblem, times = Number.POSITIVE_INFINITY) {
  let left = times;
  return (heard: Heard) => {
    const ours = 'embed' in heard && heard.on === backend && heard.embed[0] !== trialTexts[0];
    if (ours && left-- > 0) failing(problem);
    return undefined;
  };
}

describe('graphics', () => {
  test('are used where they give what the processor gives', async () => {
    const { session, told, running } = sessionWith(() => undefined);
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told).toEqual(['webgpu']);
    expect(session.loaded).toMatchObject({ backend: 'webgpu', dimensions: 2 });
    expect(running()).toBe(1);
  });

  test.each<['wrong' | ModelProblem]>([['wrong'], ['notAnEmbedder'], ['unusable']])(
    'that answer something else are not used: %s',
    async (what) => {
      const { session, told } = sessionWith((call) => {
        if (!('embed' in call) || call.on !== 'webgpu') return undefined;
        return what === 'wrong' ? what : failing(what);
      });
      expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
      expect(told).toEqual(['wasm-threads']);
    },
  );

  test('that are slower than the processor are left to other things', async () => {
    const adapter = { info: { vendor: 'acme' }, features: [], limits: {} };
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter }, hardwareConcurrency: 2 });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const speeds = { webgpu: 30, 'wasm-threads': 20, wasm: 20 };
    const slow = (call: Heard) => {
      if ('embed' in call) now += speeds[call.on];
      return undefined;
    };
    const { session, told } = sessionWith(slow, { backends: undefined });
    await session.embed(texts);
    speeds.webgpu = 10;
    const faster = sessionWith(slow, { backends: undefined });
    await faster.session.embed(texts);
    expect([told, faster.told]).toEqual([['wasm'], ['webgpu']]);
  });

  test('are compared with the processor once, and trusted on that from then on', async () => {
    const { session, heard } = sessionWith(failsOn('webgpu', 'deviceLost', 1));
    await session.embed(texts);
    const loads = heard.flatMap((call) => ('load' in call ? call.load : []));
    expect(loads).toEqual(['wasm-threads', 'webgpu', 'webgpu']);
  });
});

describe('what happens by accident', () => {
  test.each<ModelProblem>(['deviceLost', 'workerDied', 'timedOut'])(
    'is tried once more in a new worker: %s',
    async (problem) => {
      const { session, told, heard } = sessionWith(failsOn('webgpu', problem, 1));
      expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
      expect(told).toEqual(['webgpu', 'webgpu']);
      expect(new Set(heard.slice(-1).map(({ worker }) => worker))).toEqual(new Set([2]));
    },
  );

  test('and again is followed by the next weaker backend, which is kept', async () => {
    const { session, told, heard } = sessionWith(failsOn('webgpu', 'deviceLost'));
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told).toEqual(['webgpu', 'webgpu', 'wasm-threads']);
    const before = heard.length;
    await session.embed(texts);
    expect(heard.slice(before)).toEqual([{ worker: expect.any(Number), embed: texts, on: 'wasm-threads' }]);
  });

  test('to a worker that ends in itself is no different', async () => {
    let died = false;
    const { session, told } = sessionWith(
      (call) => {
        if (died || !('embed' in call)) return undefined;
        died = true;
        return 'dies';
      },
      { backends: ['wasm'] },
    );
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told).toEqual(['wasm', 'wasm']);
  });
});

describe('where memory is short', () => {
  test('half as many texts are tried at a time, and no more after that', async () => {
    const { session, told, heard } = sessionWith(
      (call) => ('embed' in call && call.embed.length > 8 ? failing('outOfMemory') : undefined),
      { backends: ['wasm-threads', 'wasm'] },
    );
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told).toEqual(['wasm-threads', 'wasm-threads']);
    const sizes = heard.flatMap((call) => ('embed' in call ? call.embed.length : []));
    expect(sizes).toEqual([16, 8, 8, 8, 8]);
  });

  test('and half is too much as well, a weaker backend is tried', async () => {
    const { session, told } = sessionWith(failsOn('wasm-threads', 'outOfMemory'), {
      backends: ['wasm-threads', 'wasm'],
    });
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told).toEqual(['wasm-threads', 'wasm-threads', 'wasm']);
  });
});

describe('where nothing works', () => {
  test('the call fails with the last reason, the worker is gone, and the next call begins anew', async () => {
    let broken = true;
    const { session, told, running } = sessionWith(
      (call) => (broken && 'embed' in call ? failing('unusable') : undefined),
      { backends: ['wasm-threads', 'wasm'] },
    );
    await expect(session.embed(texts)).rejects.toMatchObject({ name: 'ModelError', reason: 'unusable' });
    expect(told).toEqual(['wasm-threads', 'wasm', 'unusable']);
    expect(running()).toBe(0);
    broken = false;
    expect(await session.embed(texts)).toEqual(texts.map(vectorOf));
    expect(told.at(-1)).toBe('wasm-threads');
  });

  test('because of the files, no other backend is tried, and calls fail at once for a while', async () => {
    const { session, heard } = sessionWith(() => failing('corrupt'), { pauseMs: 60_000 });
    await expect(session.embed(texts)).rejects.toMatchObject({ reason: 'corrupt' });
    await expect(session.embed(texts)).rejects.toMatchObject({ reason: 'corrupt' });
    expect(heard).toHaveLength(1);
  });

  test('a session that is ended in the middle of a call starts no worker for it', async () => {
    const { session, heard, running } = sessionWith(
      (call) => {
        if ('embed' in call) session.end();
        return undefined;
      },
      { backends: ['wasm-threads', 'wasm'] },
    );
    await expect(session.embed(texts)).rejects.toMatchObject({ reason: 'workerDied' });
    expect(running()).toBe(0);
    expect(new Set(heard.map(({ worker }) => worker))).toEqual(new Set([0]));
  });

  test('nor one that is ended while the machine is still looked at', async () => {
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => null }, hardwareConcurrency: 2 });
    const { session, heard } = sessionWith(() => undefined, { backends: undefined });
    const embedding = session.embed(texts);
    session.end();
    await expect(embedding).rejects.toMatchObject({ reason: 'workerDied' });
    expect(heard).toEqual([]);
  });
});
