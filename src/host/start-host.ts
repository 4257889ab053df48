import { browser } from 'wxt/browser';
import { showProgress } from '@/host/badge';
import { builtinEmbedding } from '@/host/embedding';
import { builtinJudge } from '@/host/judge';
import { models } from '@/host/models';
import { tellOwnSites } from '@/host/own-sites';
import { builtinPlacer } from '@/host/placer';
import { router } from '@/host/router';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { logFault } from '@/lib/log-fault';
import { newId } from '@/lib/new-id';
import { memoryEngine } from '@/memory/engine';
import { isForEngine } from '@/messaging/envelope';
import { openDatabase } from '@/store/database';
import { liveStore } from '@/store/live';
import { memoryStore } from '@/store/memory-store';
import { modelRows } from '@/store/model-rows';

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
  const opened = openEngine();
  const engine = opened.then(({ engine }) => engine);
  const answer = opened.then(({ engine, models }) => router(engine, models));

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    if (!isForEngine(message, sender)) return undefined;
    answer.then((route) => route(message)).then(reply, () => reply(unavailable));
    return true;
  });

  const start = async () => {
    const { engine, models } = await opened;
    await models.open().catch(logFault('while opening the language model'));
    await engine.start().catch(logFault('while starting the engine'));
    await models.start().catch(logFault('while starting the models'));
  };
  const tidy = () => engine.then((opened) => opened.tidy()).catch(logFault('while tidying up'));
  start();
  setInterval(tidy, tidyEveryMs);
  navigator.storage.persist().catch(logFault('while asking to keep the storage'));
}

async function openEngine() {
  const database = openDatabase();
  const store = memoryStore(database, newId);
  const managed = models(modelRows(database), store);
  const engine = memoryEngine(
    {
      ...(await builtinEmbedding()),
      placer: await builtinPlacer(),
      judge: await builtinJudge(),
      store,
      words: miniSearchIndex(),
      openEmbedding: managed.openEmbedding,
      extractor: managed.extractor,
      mayWork: managed.mayWork,
      now: () => Date.now(),
      newId,
    },
    logFault('while learning from a turn'),
  );
  const live = liveStore(database);
  live.models().subscribe(showProgress(), logFault('while following the downloads'));
  live.settings().subscribe(tellOwnSites(), logFault('while following the settings'));
  return { engine, models: managed };
}

const unavailable = {
  ok: false,
  error: { name: 'UnreachableError', message: 'The memory engine could not start. Restart the browser.' },
};
