import { browser } from 'wxt/browser';
import { router } from '@/host/router';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { logFault } from '@/lib/log-fault';
import { newId } from '@/lib/new-id';
import { memoryEngine } from '@/memory/engine';
import { isForEngine } from '@/messaging/envelope';
import { openDatabase } from '@/store/database';
import { memoryStore } from '@/store/memory-store';
import { voyIndex } from '@/vectors/voy-index';

const tidyEveryMs = 60_000;

/** Runs the memory engine in this page and answers the background's messages. */
export function startHost(): void {
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

async function openEngine() {
  const embedder = builtinEmbedder();
  return memoryEngine(
    {
      store: memoryStore(openDatabase(), newId),
      vectors: await voyIndex(embedder.dimensions),
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
