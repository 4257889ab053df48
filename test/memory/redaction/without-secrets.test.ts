import { expect, test } from 'vitest';
import { removed } from '@/memory/redact';
import { withoutSecrets } from '@/memory/redaction/without-secrets';

const secret = 'my password is hunter2abc';
const clean = `my password is ${removed}`;

test('texts at any depth lose their secrets and everything else stays', () => {
  const vector = new Float32Array([1, 2]);
  const given = {
    text: secret,
    list: [secret, 7, null],
    deep: { more: { text: secret } },
    vector,
    none: undefined,
  };
  expect(withoutSecrets(given)).toEqual({
    text: clean,
    list: [clean, 7, null],
    deep: { more: { text: clean } },
    vector,
    none: undefined,
  });
  expect(withoutSecrets({ vector }).vector).toBe(vector);
});

test('what names something still names it, and nothing else', () => {
  const { id, key, told } = withoutSecrets({ id: secret, key: `${secret} 2`, told: { [secret]: 1 } });
  expect(id).toMatch(/^hidden-\w+$/);
  expect(key).not.toBe(id);
  expect(told).toEqual({ [id]: 1 });
  const plain = { id: '550e8400-e29b-41d4-a716-446655440000', key: 'home', turnIds: ['r_9f8e7d6c5b4a'] };
  expect(withoutSecrets(plain)).toEqual(plain);
});

test('an address loses what it asks where that holds a secret', () => {
  const url = 'https://chat.example/c/1?page=2#top';
  expect(withoutSecrets({ url })).toEqual({ url });
  expect(withoutSecrets({ url: `https://chat.example/c/1?q=${encodeURIComponent(secret)}` })).toEqual({
    url: 'https://chat.example/c/1',
  });
  expect(withoutSecrets({ url: 'https://chat.example/100%?access_token=9f8e7d6c5b4a' })).toEqual({
    url: 'https://chat.example/100%',
  });
});
