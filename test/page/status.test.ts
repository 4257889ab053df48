// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { pageStatus, type StatusFacts } from '@/page/status';
import { fakeSite, turnsOf } from './fake-page';

function status(facts: Partial<StatusFacts> = {}) {
  return pageStatus({
    site: fakeSite(),
    view: { provisionalKey: 'key', siteConversationId: undefined, isTemporary: false, sentAt: undefined },
    url: new URL('https://example.org/c/1'),
    trouble: undefined,
    isTemporary: false,
    settledForMs: 10_000,
    health: { state: 'fine' },
    ...facts,
  });
}

const paused = (part: 'composer' | 'turns' | 'roles') => ({ state: 'paused', part }) as const;

describe('the status of a page', () => {
  test('is capturing where it is fine or read by older marks, and says which', () => {
    expect(status()).toMatchObject({ state: 'capturing', health: { state: 'fine' } });
    expect(status({ health: { state: 'degraded', part: 'words' } })).toMatchObject({
      state: 'capturing',
      health: { state: 'degraded', part: 'words' },
    });
  });

  test('says what of the page was not found, or that it has changed', () => {
    expect(status({ health: paused('composer') }).reason).toBe('composerMissing');
    expect(status({ health: paused('turns') }).reason).toBe('turnsMissing');
    expect(status({ health: paused('roles') }).reason).toBe('pageChanged');
    const site = fakeSite({ turns: () => turnsOf({ role: 'user', text: 'hello' }) });
    expect(status({ site, health: paused('turns') }).reason).toBe('pageChanged');
  });

  test('has a report with it where the page has changed, and only there', () => {
    document.body.innerHTML = '<main><p>Harbour</p></main>';
    const { report } = status({ health: paused('roles') }).health ?? {};
    expect(report).toContain('State: paused, because of: roles');
    expect(report).toContain('main');
    expect(report).not.toContain('Harbour');
    expect(status().health?.report).toBeUndefined();
    expect(status({ health: paused('roles'), trouble: 'switchedOff' }).health?.report).toBeUndefined();
  });

  test('gives a page time to draw before it says that something is amiss', () => {
    expect(status({ health: paused('turns'), settledForMs: 500 })).toMatchObject({ state: 'capturing' });
  });
});
