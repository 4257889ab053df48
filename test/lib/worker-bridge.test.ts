import { afterEach, expect, test, vi } from 'vitest';
import { type Handlers, serveWorker } from '@/lib/serve-worker';
import { workerBridge } from '@/lib/worker-bridge';

type Calls = {
  add: { data: { one: number; other: number }; reply: number };
  count: { data: { to: number }; event: number; reply: null };
  fail: { data: null; reply: null };
  hang: { data: null; reply: string };
};

const handlers: Handlers<Calls> = {
  add: async ({ one, other }) => one + other,
  count: async ({ to }, { tell }) => {
    for (let n = 1; n <= to; n++) tell(n);
    return null;
  },
  fail: async () => {
    throw Object.assign(new RangeError('too far'), { reason: 'far' });
  },
  hang: (_, { signal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve('stopped'))),
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a worker starts with the first call and answers it', async () => {
  const { bridge, started } = open();
  expect(started()).toBe(0);
  expect(await bridge.call('add', { one: 2, other: 3 })).toBe(5);
  expect(await bridge.call('add', { one: 1, other: 1 })).toBe(2);
  expect(started()).toBe(1);
});

test('what a call tells on the way arrives in order, before its answer', async () => {
  const heard: number[] = [];
  await open().bridge.call('count', { to: 3 }, { onEvent: (n) => heard.push(n) });
  expect(heard).toEqual([1, 2, 3]);
});

test('what a worker throws arrives with its name, its message and its reason', async () => {
  await expect(open().bridge.call('fail', null)).rejects.toMatchObject({
    name: 'RangeError',
    message: 'too far',
    reason: 'far',
  });
});

test('an aborted call ends at once with the reason of the abort, and the worker hears of it', async () => {
  const { bridge, sent } = open();
  const stop = new AbortController();
  const call = bridge.call('hang', null, { signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(call).rejects.toThrow('enough');
  expect(sent()).toContainEqual({ abort: 1 });
  expect(await bridge.call('add', { one: 1, other: 1 })).toBe(2);
});

test('an ended worker fails the calls under way, and the next call starts another', async () => {
  const { bridge, started } = open();
  const call = bridge.call('hang', null);
  bridge.end();
  await expect(call).rejects.toMatchObject({ reason: 'workerDied' });
  expect(bridge.running).toBe(false);
  expect(await bridge.call('add', { one: 1, other: 1 })).toBe(2);
  expect(started()).toBe(2);
});

test('a worker that dies fails the calls under way', async () => {
  const { bridge, crash } = open();
  const call = bridge.call('hang', null);
  crash();
  await expect(call).rejects.toMatchObject({ reason: 'workerDied' });
});

test('a worker that says nothing for too long is ended', async () => {
  vi.useFakeTimers();
  const { bridge } = open();
  const call = bridge.call('hang', null, { silentAtMostMs: 1_000 });
  const failed = expect(call).rejects.toMatchObject({ reason: 'timedOut' });
  await vi.advanceTimersByTimeAsync(1_000);
  await failed;
  expect(bridge.running).toBe(false);
});

test('a worker that is asked nothing more is ended after a while, but not while it works', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { bridge } = open(5_000);
  const stop = new AbortController();
  const call = bridge.call('hang', null, { signal: stop.signal });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(bridge.running).toBe(true);
  stop.abort();
  await expect(call).rejects.toThrow();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(bridge.running).toBe(false);
});

/** The bridge and the served side, joined by events: what a browser puts between them is tested in the browser. */
function open(idleMs = 60_000) {
  const sent: unknown[] = [];
  let started = 0;
  let crash: (() => void) | undefined;

  const create = () => {
    started++;
    const outside = new EventTarget();
    const inside = new EventTarget();
    let alive = true;
    const deliver = (to: EventTarget) => (data: unknown) => {
      if (alive) to.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    };
    vi.stubGlobal('self', Object.assign(inside, { postMessage: deliver(outside) }));
    serveWorker(handlers);
    const toInside = deliver(inside);
    crash = () => outside.dispatchEvent(new Event('error'));
    return Object.assign(outside, {
      postMessage(message: unknown) {
        sent.push(message);
        toInside(message);
      },
      terminate() {
        alive = false;
      },
    }) as unknown as Worker;
  };

  return {
    bridge: workerBridge<Calls>(create, idleMs),
    started: () => started,
    sent: () => sent,
    crash: () => crash?.(),
  };
}
