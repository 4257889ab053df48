import * as v from 'valibot';
import { expect, test } from 'vitest';
import { protocol } from '@/messaging/protocol';

function takes(...ownSites: unknown[]): boolean {
  return v.safeParse(protocol.changeSettings.data, { ownSites }).success;
}

test('the user’s own sites are origins with the site that reads them', () => {
  expect(takes()).toBe(true);
  expect(takes({ origin: 'https://chat.example.org', site: 'openwebui' })).toBe(true);
  expect(takes({ origin: 'http://192.168.1.5:3000', site: 'librechat' })).toBe(true);
});

test.each([
  { origin: 'https://chat.example.org/', site: 'openwebui' },
  { origin: 'https://*.example.org', site: 'openwebui' },
  { origin: '<all_urls>', site: 'openwebui' },
  { origin: 'http://chat.example.org', site: 'openwebui' },
  { origin: 'https://chat.example.org', site: '' },
  { origin: 'https://chat.example.org' },
  { origin: 'https://chat.example.org', site: 'openwebui', matches: ['<all_urls>'] },
])('%j is refused', (entry) => {
  expect(takes(entry)).toBe(false);
});
