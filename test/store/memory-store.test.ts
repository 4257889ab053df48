import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { AuditEntry } from '@/memory/types';
import { migrations } from '@/store/migrations';
import { memoryWith } from '../memory/recall/memory-with';
import { freshName, openEngine } from '../support/open-engine';

const entry = (id: string, at: number, ids: string[], more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at,
  kind: 'add',
  changes: ids.map((one) => ({ after: memoryWith({ id: one }) })),
  ...more,
});

describe('ids of active memories', () => {
  test('come in the order in which words changed, of all kinds or of one', async () => {
    const { store } = await openEngine();
    await store.commit({
      put: [
        memoryWith({ id: 'new', updatedAt: 3 }),
        memoryWith({ id: 'old', updatedAt: 1, kind: 'episode' }),
        memoryWith({ id: 'between', updatedAt: 2 }),
        { ...memoryWith({ id: 'gone', updatedAt: 0 }), status: 'archived', archivedAt: 4 },
      ],
    });
    expect(await store.activeIds()).toEqual(['old', 'between', 'new']);
    expect(await store.activeIds('episode')).toEqual(['old']);
    expect(await store.activeIds('goal')).toEqual([]);
  });
});

describe('the audit of memories', () => {
  test('has every entry that tells of one of them, once and in order, uses too', async () => {
    const { store } = await openEngine();
    await store.commit({ entry: entry('b', 2, ['one', 'other']) });
    await store.commit({ entry: entry('a', 1, ['one']) });
    await store.commit({ entry: entry('c', 2, [], { kind: 'use', used: ['other'] }) });
    await store.commit({ entry: entry('d', 3, ['third']) });
    const told = async (...ids: string[]) => (await store.auditOf(ids)).map(({ id }) => id);
    expect(await told('one', 'other')).toEqual(['a', 'b', 'c']);
    expect(await told('other')).toEqual(['b', 'c']);
    expect(await told()).toEqual([]);
  });
});

test('when the nightly pass was made is known after a restart', async () => {
  const name = freshName();
  const { store, close } = await openEngine(name);
  expect(await store.retainedAt()).toBeUndefined();
  await store.saveRetainedAt(1);
  await store.saveRetainedAt(2);
  close();
  const again = await openEngine(name);
  expect(await again.store.retainedAt()).toBe(2);
});

test('a database of version 2 is taken over with all that is in it', async () => {
  const name = freshName();
  const old = new Dexie(name);
  for (const { version, stores } of migrations.slice(0, 2)) old.version(version).stores(stores);
  const { id, kind, space, status, createdAt, updatedAt, ...body } = memoryWith();
  await old.table('memories').add({ id, kind, space, status, createdAt, updatedAt, turnIds: [], body });
  old.close();

  const { store } = await openEngine(name);
  expect(await store.memory('m')).toEqual(memoryWith());
  expect(await store.retainedAt()).toBeUndefined();
});
