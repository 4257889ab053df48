import { describe, expect, test } from 'vitest';
import { isPageOrigin, pageOrigin } from '@/lib/page-origin';

describe('what people type becomes the origin of a page', () => {
  test.each([
    ['chat.example.org', 'https://chat.example.org'],
    ['  https://Chat.Example.org/c/new?model=a#b ', 'https://chat.example.org'],
    ['https://chat.example.org:8443/', 'https://chat.example.org:8443'],
    ['localhost:3000', 'http://localhost:3000'],
    ['192.168.1.5:8080/c/new', 'http://192.168.1.5:8080'],
    ['http://10.0.0.7', 'http://10.0.0.7'],
    ['http://172.31.0.1:3000', 'http://172.31.0.1:3000'],
    ['nas.local:3080', 'http://nas.local:3080'],
    ['https://8.8.8.8', 'https://8.8.8.8'],
  ])('%s', (typed, origin) => {
    expect(pageOrigin(typed)).toEqual({ origin });
  });

  test.each(['', ' ', 'https://', 'file:///etc/hosts', 'javascript:alert(1)', 'chrome://settings', 'a b'])(
    '%j is none',
    (typed) => {
      expect(pageOrigin(typed)).toEqual({ problem: 'notAnAddress' });
    },
  );

  test.each(['https://*', 'https://*.example.org', '*://chat.example.org', 'https://user:word@example.org'])(
    'neither is %s, which would stand for more or say too much',
    (typed) => {
      expect(pageOrigin(typed)).toEqual({ problem: 'notAnAddress' });
    },
  );

  test.each([
    'http://chat.example.org',
    'http://172.32.0.1',
    'http://11.0.0.1',
    'http://localhost.example.org',
    'http://10.example.org',
    'http://192.168.1.5.example.org',
    'http://notlocal',
  ])('%s would cross a public network in the clear', (typed) => {
    expect(pageOrigin(typed)).toEqual({ problem: 'plainHttp' });
  });
});

test.each([
  ['https://chat.example.org', true],
  ['http://localhost:3000', true],
  ['https://chat.example.org/', false],
  ['https://chat.example.org/chat', false],
  ['https://chat.example.org:443', false],
  ['HTTPS://chat.example.org', false],
  ['chat.example.org', false],
  ['https://*.example.org', false],
  ['http://chat.example.org', false],
  ['null', false],
])('%s as it stands is an origin: %s', (text, is) => {
  expect(isPageOrigin(text)).toBe(is);
});
