import type { ModelRows } from '@/models/types';
import type { Database } from '@/store/database';

/** The `ModelRows` port: nothing here is the user's words, so nothing is sealed. */
export function modelRows(database: Database): ModelRows {
  return {
    all: () => database.models.toArray(),
    find: (id) => database.models.get(id),
    save: async (model) => {
      await database.models.put(model);
    },
    remove: (id) => database.models.delete(id),
    knownHash: async (id, path) => (await database.hashes.get(hashId(id, path)))?.sha256,
    rememberHash: async (id, path, sha256) => {
      await database.hashes.put({ id: hashId(id, path), sha256 });
    },
  };
}

function hashId(model: string, path: string): string {
  return `${model} ${path}`;
}
