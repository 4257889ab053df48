// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { composerSentByKey } from '@/page/send-gesture';
import type { Site } from '@/sites/site';
import { fakeSite } from './fake-page';

/** Whether Enter, pressed in the composer with these keys held, is taken for a send. */
function isSend(keys: Partial<Site>, held: KeyboardEventInit): boolean {
  const site = fakeSite(keys);
  const composer = document.createElement('textarea');
  document.body.replaceChildren(composer);
  let taken = false;
  composer.addEventListener('keydown', (event) => {
    taken = composerSentByKey(event, site) === composer;
  });
  composer.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, ...held }),
  );
  return taken;
}

describe('Enter is taken for a send', () => {
  it('alone on most sites, with Ctrl or Cmd only where the site says so', () => {
    expect(isSend({}, {})).toBe(true);
    expect(isSend({}, { ctrlKey: true })).toBe(false);
    expect(isSend({ sendsWithModifier: true }, { ctrlKey: true })).toBe(true);
    expect(isSend({ sendsWithModifier: true }, { metaKey: true })).toBe(true);
  });

  it('never alone where it makes a line by itself', () => {
    const site = { needsModifier: true, sendsWithModifier: true } as const;
    expect(isSend(site, {})).toBe(false);
    expect(isSend(site, { ctrlKey: true })).toBe(true);
    expect(isSend(site, { metaKey: true })).toBe(true);
  });
});
