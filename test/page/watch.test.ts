// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '@/page/watch';

describe('watching a page', () => {
  let stop = new AbortController();
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
  });

  const change = () => document.body.append('.');

  it('looks at a page that never stops changing, but not at each change', async () => {
    const look = vi.fn(() => undefined);
    watchPage(look, stop.signal);
    for (let times = 0; times < 200; times++) {
      change();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(look.mock.calls.length).toBeGreaterThan(20);
    expect(look.mock.calls.length).toBeLessThanOrEqual(51);
  });

  it('looks when the site marks the end of an answer, in its own way', async () => {
    const look = vi.fn(() => undefined);
    watchPage(look, stop.signal, ['data-state']);
    await vi.advanceTimersByTimeAsync(1_000);
    const before = look.mock.calls.length;
    document.body.setAttribute('data-state', 'DONE');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look.mock.calls.length).toBe(before + 1);
    document.body.setAttribute('data-other', 'DONE');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(look.mock.calls.length).toBe(before + 1);
  });

  it('takes longer pauses on a page that takes long to read', async () => {
    const look = vi.fn(() => {
      vi.advanceTimersByTime(100);
      return undefined;
    });
    watchPage(look, stop.signal);
    for (let times = 0; times < 200; times++) {
      change();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(look.mock.calls.length).toBeGreaterThan(5);
    expect(look.mock.calls.length).toBeLessThan(15);
  });

  it('rests on a page that does not change, unless it was asked to look again', async () => {
    const wishes = [400, undefined];
    const look = vi.fn(() => wishes.shift());
    watchPage(look, stop.signal);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('looks a last time when the page goes away', () => {
    const look = vi.fn(() => undefined);
    watchPage(look, stop.signal);
    window.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenLastCalledWith(true);
  });

  it('does nothing any more once stopped', async () => {
    const look = vi.fn(() => undefined);
    const watch = watchPage(look, stop.signal);
    stop.abort();
    change();
    watch.now();
    watch.soon();
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(look).not.toHaveBeenCalled();
  });
});
