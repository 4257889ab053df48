import { describe, expect, test } from 'vitest';
import { checkServerUrl } from '@/inference/extractors/server-url';

describe('the address of a server', () => {
  test.each([
    ['localhost:11434', 'http://localhost:11434/v1'],
    ['  http://localhost:11434/  ', 'http://localhost:11434/v1'],
    ['http://LOCALHOST:1234/v1/', 'http://localhost:1234/v1'],
    ['127.0.0.1:8080/v1/chat/completions', 'http://127.0.0.1:8080/v1'],
    ['example.org', 'https://example.org/v1'],
    ['https://example.org/llm/v1?key=1#top', 'https://example.org/llm/v1'],
    ['HTTPS://Example.org:8443', 'https://example.org:8443/v1'],
  ])('%s becomes %s', (typed, url) => {
    expect(checkServerUrl(typed)).toEqual({ url });
  });

  test.each([
    'http://example.org',
    'http://192.168.1.4:11434',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'http://localhost@example.org:80/x'.replace('localhost@', ''),
  ])('%s would go over a network in the clear', (typed) => {
    expect(checkServerUrl(typed)).toEqual({ problem: 'plainHttp' });
  });

  test.each([
    '',
    '   ',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://',
    'a b',
    'https://me:pw@example.org',
  ])('“%s” is no address', (typed) => {
    expect(checkServerUrl(typed)).toEqual({ problem: 'notAnAddress' });
  });
});
