import { hasModelInCache, MLCEngine } from '@mlc-ai/web-llm';
import { serveWorker } from '@/lib/serve-worker';
import { shelfCaches } from '@/models/shelf-caches';

/** WebLLM without our checks and words, over the shelf. */
export type WebllmCalls = {
  hasModel: { data: { id: string; repository: string }; event: never; reply: boolean };
  /** How loading ended, in its own words, and the files it read. */
  reload: {
    data: { id: string; repository: string; library: string };
    event: never;
    reply: { ended: string; read: string[] };
  };
  shards: { data: { id: string; repository: string }; event: never; reply: Record<string, string> };
};

function openShelf(id: string, repository: string): string {
  const model = `https://models.invalid/${repository}/resolve/main/`;
  Object.defineProperty(self, 'caches', { value: shelfCaches(id, model), configurable: true });
  return model;
}

serveWorker<WebllmCalls>({
  async hasModel({ id, repository }) {
    const model = openShelf(id, repository);
    return hasModelInCache(id, {
      cacheBackend: 'cache',
      model_list: [{ model, model_id: id, model_lib: '/none' }],
    });
  },

  async reload({ id, repository, library }) {
    const model = openShelf(id, repository);
    const shelf = await caches.open('');
    const read = new Set<string>();
    const watched: Pick<Cache, 'match' | 'add' | 'keys'> = {
      async match(request) {
        const found = await shelf.match(request);
        if (found) read.add((request as Request).url.slice(model.length));
        return found;
      },
      add: (request) => shelf.add(request),
      keys: () => shelf.keys(),
    };
    Object.defineProperty(self, 'caches', { value: { open: async () => watched }, configurable: true });
    const engine = new MLCEngine({
      appConfig: { cacheBackend: 'cache', model_list: [{ model, model_id: id, model_lib: library }] },
      logLevel: 'SILENT',
    });
    const ended = await engine.reload(id).then(
      () => 'loaded',
      (error: Error) => `${error.name}: ${error.message}`,
    );
    return { ended, read: [...read] };
  },

  /** SHA-256 of every shard, read as WebLLM reads them. */
  async shards({ id, repository }) {
    const model = openShelf(id, repository);
    const cache = await caches.open('webllm/model');
    const list = await (await cache.match(new Request(new URL('tensor-cache.json', model))))?.json();
    const sums: Record<string, string> = {};
    for (const { dataPath } of list.records as { dataPath: string }[]) {
      const request = new Request(new URL(dataPath, model));
      await cache.add(request);
      const bytes = await (await cache.match(request))?.arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer()));
      sums[dataPath] = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }
    return sums;
  },
});
