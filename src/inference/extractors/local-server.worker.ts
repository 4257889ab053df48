import { type LocalServer, listModels, localServer } from '@/inference/extractors/local-server';
import { serveWorker } from '@/lib/serve-worker';
import type { Extractor, ExtractorRequest } from '@/memory/ports';

/** Only this worker talks to the server: the pages of the extension can reach none. */
export type ServerCalls = {
  write: { data: { server: LocalServer; request: ExtractorRequest }; event: never; reply: string };
  models: { data: { url: string }; event: never; reply: string[] };
};

/** Kept between calls, since it learns in which form the server can be asked. */
let latest: { of: string; extractor: Extractor } | undefined;

serveWorker<ServerCalls>({
  write({ server, request }, { signal }) {
    const of = JSON.stringify(server);
    if (latest?.of !== of) latest = { of, extractor: localServer(server) };
    return latest.extractor.write(request, signal);
  },
  models: ({ url }, { signal }) => listModels(url, { signal }),
});
