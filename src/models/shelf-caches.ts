import { ModelError } from '@/models/model-error';
import { answerWith, openFile, pathIn, pathsOf } from '@/models/shelf';
import type { ModelId } from '@/models/types';

/**
 * A `CacheStorage` in which every cache holds a model's files on the shelf and nothing else, so that WebLLM, which
 * fetches what its cache lacks, never fetches: adding what is not there throws `notOnDisk`. What is there stays.
 * `modelUrl` is the address under which the model is asked for: `https://…/<owner>/<name>/resolve/<revision>/`.
 */
export function shelfCaches(id: ModelId, modelUrl: string): CacheStorage {
  const [, repository = ''] = /([^/]+\/[^/]+)\/resolve\/[^/]+\/?$/.exec(new URL(modelUrl).pathname) ?? [];
  const base = modelUrl.endsWith('/') ? modelUrl : `${modelUrl}/`;

  async function match(input: RequestInfo | URL): Promise<Response | undefined> {
    const path = pathIn(urlOf(input), repository);
    const file = path !== undefined ? await openFile(id, path) : undefined;
    return file && answerWith(file, path ?? '');
  }

  async function add(input: RequestInfo | URL): Promise<void> {
    if (!(await match(input)))
      throw new ModelError('notOnDisk', 'A file of the model is not on this machine');
  }

  const cache: Cache = {
    match,
    add,
    put: add,
    addAll: async (inputs) => {
      for (const input of inputs) await add(input);
    },
    keys: async () => (await pathsOf(id)).map((path) => new Request(new URL(path, base))),
    matchAll: async (input) => (input === undefined ? [] : [await match(input)].filter(isThere)),
    delete: async () => false,
  };

  return {
    match,
    open: async () => cache,
    has: async () => true,
    keys: async () => [],
    delete: async () => false,
  };
}

function urlOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : String(input);
}

function isThere(answer: Response | undefined): answer is Response {
  return answer !== undefined;
}
