import { expect, test } from 'vitest';
import { redactSecrets } from '@/memory/redact';
import { madeSecrets } from './made-secrets';

test('of ten thousand secrets of every kind none is left in its sentence', () => {
  const left = madeSecrets(10_000).filter(({ said, secret }) => redactSecrets(said).includes(secret));
  expect(left.slice(0, 20)).toEqual([]);
});
