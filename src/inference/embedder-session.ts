import type { Backend, EmbedderCalls } from '@/inference/embedder-calls';
import { agrees, isSlower, offeredBackends, type Trial, trialTexts } from '@/inference/embedding-backend';
import { workerBridge } from '@/lib/worker-bridge';
import { ModelError, type ModelProblem, problemOf } from '@/models/model-error';
import type { EmbeddingCard } from '@/models/types';

/** May have been an accident: the same again is worth a try. */
const passing: readonly ModelProblem[] = ['deviceLost', 'workerDied', 'timedOut'];
/** Without a word for so long, the worker counts as dead. */
export interface Patience {
  loadMs: number;
  stepMs: number;
}

/** A slow disk and a large model take their time. */
const usualPatience: Patience = { loadMs: 180_000, stepMs: 60_000 };

export interface SessionOptions {
  createWorker: () => Worker;
  /** Unused for so long, the worker is ended. */
  idleMs: number;
  /** After a failure nothing is tried for so long. */
  pauseMs: number;
  patience?: Patience | undefined;
  /** To try in this order; what this machine offers unless told. */
  backends?: readonly Backend[] | undefined;
  /** Of the vectors; whatever the model has unless told. */
  dimensions?: number | undefined;
  onBackend?: ((backend: Backend) => void) | undefined;
  onTrouble?: ((problem: ModelProblem) => void) | undefined;
}

export interface EmbedderSession {
  /**
   * Texts with their prefix, few enough for one run of the model. Not to be called again before it has answered.
   * Throws `ModelError` when no backend could do it.
   */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  readonly loaded: { backend: Backend; dimensions: number } | undefined;
  /** Measured since the model was loaded. */
  readonly textsPerSecond: number | undefined;
  end(): void;
}

/**
 * A model in a worker. A worker that failed is ended: what runs the model in it does not work again after its first
 * error. A failure by accident gets a second try, then the next weaker backend is used for as long as its worker lives.
 */
export function embedderSession(card: EmbeddingCard, options: SessionOptions): EmbedderSession {
  const { createWorker, idleMs, pauseMs, patience = usualPatience } = options;
  const { backends, dimensions, onBackend, onTrouble } = options;
  const bridge = workerBridge<EmbedderCalls>(createWorker, idleMs);
  /** Of the worker that runs. */
  let loaded: { wanted: Backend; backend: Backend; dimensions: number } | undefined;
  let left: readonly Backend[] | undefined;
  let mostTexts = Number.POSITIVE_INFINITY;
  let measured = { texts: 0, ms: 0 };
  /** Of this session, whatever becomes of workers. */
  let reference: Trial | undefined;
  let graphicsRefused = false;
  let resting: { until: number; error: ModelError } | undefined;
  let ended = false;

  async function embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (resting && performance.now() < resting.until) throw resting.error;
    if (!bridge.running) forgetWorker();
    left ??= backends ?? (await offeredBackends());
    let failure = new ModelError('unusable', 'There is nothing to run the model on.');
    for (const backend of left) {
      try {
        const vectors = await embedOn(backend, texts);
        resting = undefined;
        left = left.slice(left.indexOf(backend));
        return vectors;
      } catch (error) {
        bridge.end();
        if (ended) throw endedError();
        const problem = problemOf(error);
        failure = new ModelError(problem, `The embedding model failed: ${problem}.`);
        if (isHopeless(problem, backend)) break;
      }
    }
    resting = { until: performance.now() + pauseMs, error: failure };
    onTrouble?.(failure.reason);
    throw failure;
  }

  async function embedOn(backend: Backend, texts: readonly string[]): Promise<Float32Array[]> {
    try {
      return await tryOn(backend, texts);
    } catch (error) {
      bridge.end();
      const problem = problemOf(error);
      const smaller = problem === 'outOfMemory' && texts.length > 1;
      if (ended || !(smaller || passing.includes(problem))) throw error;
      if (smaller) mostTexts = Math.ceil(texts.length / 2);
      return await tryOn(backend, texts);
    }
  }

  async function tryOn(backend: Backend, texts: readonly string[]): Promise<Float32Array[]> {
    if (!bridge.running || loaded?.wanted !== backend) await open(backend);
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += mostTexts) {
      const { vectors: some, ms } = await run(texts.slice(at, at + mostTexts));
      vectors.push(...some);
      measured = { texts: measured.texts + some.length, ms: measured.ms + ms };
    }
    return vectors;
  }

  async function open(backend: Backend): Promise<void> {
    if (backend === 'webgpu') await openGraphics();
    else await load(backend);
    if (loaded) onBackend?.(loaded.backend);
  }

  async function openGraphics(): Promise<void> {
    if (graphicsRefused) throw new ModelError('unusable');
    const known = reference;
    // In a worker of its own: the memory that a model took in one is not given back before that worker ends.
    reference ??= await trialOn(left?.find((other) => other !== 'webgpu') ?? 'wasm');
    await load('webgpu');
    const trial = await timedTrial();
    const choosing = !known && !backends;
    graphicsRefused = !agrees(trial, reference) || (choosing && isSlower(trial, reference));
    if (graphicsRefused) throw new ModelError('unusable');
  }

  async function load(backend: Backend): Promise<void> {
    if (ended) throw endedError();
    const found = await bridge.call('load', { card, backend }, { silentAtMostMs: patience.loadMs });
    if (dimensions !== undefined && found.dimensions !== dimensions) throw new ModelError('notAnEmbedder');
    loaded = { wanted: backend, ...found };
    measured = { texts: 0, ms: 0 };
  }

  async function trialOn(backend: Backend): Promise<Trial> {
    await load(backend);
    const trial = await timedTrial();
    bridge.end();
    return trial;
  }

  /** The second of two: shaders are compiled with the first. */
  async function timedTrial(): Promise<Trial> {
    await run(trialTexts);
    return run(trialTexts);
  }

  async function run(texts: readonly string[]): Promise<Trial> {
    // The bridge would start a new worker, in which no model is loaded.
    if (!bridge.running) throw new ModelError('workerDied');
    const from = performance.now();
    const all = await bridge.call('embed', { texts }, { silentAtMostMs: patience.stepMs });
    const ms = performance.now() - from;
    const size = all.length / texts.length;
    if (size !== loaded?.dimensions) throw new ModelError('notAnEmbedder');
    return { vectors: texts.map((_, index) => all.slice(index * size, (index + 1) * size)), ms };
  }

  function forgetWorker(): void {
    loaded = undefined;
    left = undefined;
    mostTexts = Number.POSITIVE_INFINITY;
  }

  return {
    async embed(texts) {
      if (ended) throw endedError();
      return embed(texts);
    },
    get loaded() {
      return bridge.running ? loaded : undefined;
    },
    get textsPerSecond() {
      return measured.ms > 0 ? (measured.texts / measured.ms) * 1_000 : undefined;
    },
    end() {
      ended = true;
      bridge.end();
    },
  };
}

function endedError(): ModelError {
  return new ModelError('workerDied', 'This embedder was ended.');
}

/** Is the same on every backend; only graphics may answer what is no vector although the model is one. */
function isHopeless(problem: ModelProblem, backend: Backend): boolean {
  if (problem === 'notAnEmbedder') return backend !== 'webgpu';
  return problem === 'notOnDisk' || problem === 'corrupt';
}
