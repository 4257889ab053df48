import { AutoModel, AutoTokenizer, env, LogLevel, Tensor } from '@xenova/transformers';
import runtimeMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import runtimeWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { orDeviceLoss } from '@/inference/device-loss';
import type { Backend, EmbedderCalls } from '@/inference/embedder-calls';
import { modelFault } from '@/inference/model-fault';
import { type ModelOutput, type Numbers, textVectors } from '@/inference/pooling';
import { runQuietly, setUpTransformers } from '@/inference/transformers-setup';
import { watchedFiles } from '@/inference/watched-files';
import { serveWorker } from '@/lib/serve-worker';
import { ModelError } from '@/models/model-error';
import { pathsOf, shelfFetch } from '@/models/shelf';
import type { EmbeddingCard } from '@/models/types';

/** Any sentence: its vector shows that there is an embedding model, and how many numbers a vector has. */
const sample = 'A short walk by the river';

interface Loaded {
  embed(texts: readonly string[]): Promise<Float32Array>;
  /** Where the model runs on a graphics device. */
  device: GPUDevice | undefined;
}

let loaded: Loaded | undefined;
const orLost = orDeviceLoss();

serveWorker<EmbedderCalls>({
  async load({ card, backend }) {
    if (loaded) throw new ModelError('unusable', 'One worker runs one model.');
    const really = backend === 'wasm-threads' && !crossOriginIsolated ? 'wasm' : backend;
    const model = await orLost(load(card, really)).catch(rethrow);
    const vector = await model.embed([sample]).catch(rethrow);
    if (!vector.some((value) => value !== 0) || vector.length !== (card.dimensions ?? vector.length)) {
      throw new ModelError(
        'notAnEmbedder',
        'The vector of a sentence is empty or has another length than told.',
      );
    }
    loaded = model;
    return { dimensions: vector.length, backend: really };
  },

  async embed({ texts }) {
    if (!loaded) throw new ModelError('unusable', 'No model is loaded.');
    return loaded.embed(texts).catch(rethrow);
  },

  async lose() {
    loaded?.device?.destroy();
    return undefined;
  },
});

async function load(card: EmbeddingCard, backend: Backend): Promise<Loaded> {
  if (backend === 'webgpu' && !(await navigator.gpu?.requestAdapter())) throw new ModelError('noAdapter');
  const there = await pathsOf(card.id);
  if (card.files.some(({ path, optional }) => !optional && !there.includes(path))) {
    throw new ModelError('notOnDisk');
  }
  const files = watchedFiles(shelfFetch(card.id, card.repository));
  setUpTransformers(env, files.fetch, { mjs: address(runtimeMjs), wasm: address(runtimeWasm) });
  // Both libraries print what a failed model was working on, which is what the user wrote.
  env.logLevel = LogLevel.NONE;
  const { wasm, webgpu } = env.backends.onnx;
  if (wasm) wasm.numThreads = threadsFor(backend);

  const device = backend === 'webgpu' ? 'webgpu' : 'wasm';
  const [tokenizer, model] = await Promise.race([
    Promise.all([
      AutoTokenizer.from_pretrained(card.repository),
      AutoModel.from_pretrained(card.repository, { device, dtype: card.dtype }),
    ]),
    files.missing,
  ]);
  runQuietly(Object.values(model.sessions));
  const longest = Math.min(card.longestTokens, tokenizer.model_max_length ?? card.longestTokens);
  let dimensions = 0;

  return {
    device: backend === 'webgpu' ? await webgpu?.device : undefined,
    async embed(texts) {
      const inputs = tokenizer([...texts], { padding: true, truncation: true, max_length: longest });
      const mask = Array.from(inputs.attention_mask.data as BigInt64Array, (value) => value === 1n);
      // A tokenizer without marks of its own may find nothing in any of the texts, and a model takes no empty rows.
      if (mask.length === 0) return new Float32Array(texts.length * dimensions);
      const run: Promise<Record<string, unknown>> = model(inputs);
      const outputs = await orLost(run);
      const vectors = textVectors(outputOf(outputs), mask, card.pooling);
      dimensions = vectors.length / texts.length;
      return vectors;
    },
  };
}

function outputOf(outputs: Record<string, unknown>): ModelOutput {
  return {
    tokens: numbersOf(outputs.last_hidden_state ?? outputs.token_embeddings),
    texts: numbersOf(outputs.sentence_embedding),
  };
}

function numbersOf(output: unknown): Numbers | undefined {
  if (!(output instanceof Tensor)) return undefined;
  const { data, dims } = output.type === 'float32' ? output : output.to('float32');
  return { data: data as Float32Array, dims };
}

function threadsFor(backend: Backend): number {
  const spare = navigator.hardwareConcurrency - 1;
  if (backend === 'wasm' || !crossOriginIsolated) return 1;
  return Math.min(4, Math.max(backend === 'webgpu' ? 1 : 2, spare));
}

function address(path: string): string {
  return new URL(path, self.location.href).href;
}

function rethrow(error: unknown): never {
  throw modelFault(error);
}
