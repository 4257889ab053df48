import { browser } from 'wxt/browser';
import { router } from '@/host/router';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { logFault } from '@/lib/log-fault';
import { newId } from '@/lib/new-id';
import { memoryEngine } from '@/memory/engine';
import type { VectorIndex } from '@/memory/ports';
import { isForEngine } from '@/messaging/envelope';
import { openDatabase } from '@/store/database';
import { memoryStore } from '@/store/memory-store';
import { emptyIndex } from '@/vectors/empty-index';
import { voyIndex } from '@/vectors/voy-index';

const tidyEveryMs = 60_000;

/**
 * Runs the memory engine in this page and answers the background's messages. The engine is the only writer of the
 * database: a page that was opened by hand beside the real one waits until that is gone.
 */
export function startHost(): void {
  navigator.locks.request('engine', () => {
    run();
    return new Promise(() => undefined);
  });
}

function run(): void {
  const engine = openEngine();
  const answer = engine.then(router);

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!isForEngine(message, sender)) return undefined;
    answer.then((route) => route(message)).then(reply, () => reply(unavailable));
    return true;
  });

  const start = () => engine.then((opened) => opened.start()).catch(logFault('while starting the engine'));
  const tidy = () => engine.then((opened) => opened.tidy()).catch(logFault('while tidying up'));
  start();
  setInterval(tidy, tidyEveryMs);
  navigator.storage.persist().catch(logFault('while asking to keep the storage'));
}

/** Where Voy cannot run, words and needs still answer, and capture goes on. */
function withoutVectors(error: unknown): VectorIndex {
  logFault('while starting the vector index')(error);
  return emptyIndex;
}

async function openEngine() {
  const embedder = builtinEmbedder();
  return memoryEngine(
    {
      store: memoryStore(openDatabase(), newId),
      vectors: await voyIndex(embedder.dimensions).catch(withoutVectors),
      words: miniSearchIndex(),
      embedder,
      now: () => Date.now(),
      newId,
    },
    logFault('while learning from a turn'),
  );
}

const unavailable = {
  ok: false,
  error: { name: 'UnreachableError', message: 'The memory engine could not start. Restart the browser.' },
};
