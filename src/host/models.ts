import { checkModel } from '@/host/check-model';
import { openEmbedding } from '@/host/embedding';
import { openExtractor } from '@/host/extractor';
import { isOnPower } from '@/host/power';
import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import { serverModels } from '@/inference/extractors/server-extractor';
import { logFault } from '@/lib/log-fault';
import type { MemoryEngine } from '@/memory/engine';
import { RefusedError } from '@/memory/errors';
import type { Embedding, Extractor, MemoryStore } from '@/memory/ports';
import { builtinModel, type ExtractorChoice } from '@/memory/settings';
import { findCard } from '@/models/catalogue';
import { customCard } from '@/models/custom-card';
import type { ModelProblem } from '@/models/model-error';
import { type ModelShelf, modelShelf } from '@/models/model-shelf';
import type { ModelCard, ModelId, ModelRows } from '@/models/types';

/** What the engine needs of models, and what the user does with them. */
export interface Models {
  openEmbedding(model: string): Promise<Embedding>;
  extractor(): Extractor | undefined;
  mayWork(): Promise<boolean>;
  /** Opens the chosen language model: before anything is learned, so that nothing goes unread. */
  open(): Promise<void>;
  /** Takes up what was being downloaded. */
  start(): Promise<void>;

  size(model: ModelId): Promise<number>;
  download(model: ModelId): Promise<void>;
  pause(model: ModelId): Promise<void>;
  resume(model: ModelId): Promise<void>;
  /** Bytes that are free again. Whoever used the model goes back to what is always there. */
  remove(model: ModelId, engine: MemoryEngine): Promise<number>;
  adopt(model: ModelId, folder: string): Promise<void>;
  /** Names of the models that a local server offers. */
  serverModels(url: string): Promise<string[]>;
  /** Throws `RefusedError` where the model is not ready. */
  useEmbedding(model: ModelId, engine: MemoryEngine): Promise<void>;
  useExtractor(choice: ExtractorChoice, engine: MemoryEngine): Promise<void>;
}

export function models(rows: ModelRows, store: MemoryStore): Models {
  let extractor: Extractor | EndingExtractor | undefined;
  const shelf: ModelShelf = modelShelf({
    rows,
    host: async () => (await store.settings()).modelHost,
    check: checkModel,
    now: () => Date.now(),
  });

  const readyCard = async (id: ModelId) => {
    const shelved = await shelf.ready(id);
    return shelved && (shelved.card ?? findCard(id));
  };

  const noteTrouble = async (id: ModelId, trouble: ModelProblem | undefined) => {
    const row = await rows.find(id);
    if (row && row.trouble !== trouble) await rows.save({ ...row, trouble });
  };

  return {
    openEmbedding: async (model) =>
      openEmbedding(model, await shelf.ready(model), (problem) => {
        noteTrouble(model, problem).catch(logFault('while noting that a model failed'));
      }),
    serverModels,
    extractor: () => extractor,
    async mayWork() {
      return (await store.settings()).worksOnBattery || isOnPower();
    },

    async open() {
      extractor = await openExtractor((await store.settings()).extractor, readyCard);
    },
    start: () => shelf.start(),

    size: async (model) => shelf.size(cardOf(model)),
    download: async (model) => shelf.download(cardOf(model)),
    pause: (model) => shelf.pause(model),
    resume: (model) => shelf.resume(model),
    adopt: async (model, folder) => shelf.adopt(cardOf(model), folder),

    async remove(model, engine) {
      const { embedding, extractor: choice } = await store.settings();
      if (choice.by === 'shelf' && choice.model === model) await this.useExtractor({ by: 'nobody' }, engine);
      if (embedding.serving === model || embedding.wanted === model) {
        await engine.embedWith(builtinModel);
        await engine.completeVectors();
      }
      return shelf.remove(model);
    },

    async useEmbedding(model, engine) {
      const card = model === builtinModel || (await readyCard(model));
      if (!card) throw new RefusedError('This model is not on this machine yet.');
      await engine.embedWith(model);
    },

    async useExtractor(choice, engine) {
      const opened = await openExtractor(choice, readyCard);
      if (choice.by === 'shelf' && !opened) throw new RefusedError('This model is not on this machine yet.');
      await engine.changeSettings({ extractor: choice });
      if (extractor && 'end' in extractor) extractor.end();
      extractor = opened;
      engine.read().catch(logFault('while reading with a language model'));
    },
  };
}

function cardOf(model: ModelId): ModelCard {
  const card = findCard(model) ?? customCard(model.replace(/^hub:/, ''));
  if (!card) throw new RefusedError('There is no model of that name.');
  return card;
}
