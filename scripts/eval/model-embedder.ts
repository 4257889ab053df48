import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import * as onnx from 'onnxruntime-web';
import { type Numbers, textVectors } from '@/inference/pooling';
import type { Embedder } from '@/memory/ports';

const batchSize = 32;
const longestText = 256;

/**
 * An embedding model in a folder of the hub's layout, run on WebAssembly. Throws where the folder holds no model. Mean
 * pooling and no prefixes, unless the model answers vectors of whole texts itself.
 */
export async function openModelFolder(path: string): Promise<Embedder> {
  const folder = resolve(path);
  const file = ['model_quantized.onnx', 'model.onnx']
    .map((name) => join(folder, 'onnx', name))
    .find((name) => existsSync(name));
  if (!file) throw new Error(`There is no model in ${folder}: it has no onnx/model.onnx.`);
  Object.assign(env, { localModelPath: dirname(folder), allowRemoteModels: false });
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder));
  onnx.env.wasm.numThreads = 1;
  const session = await onnx.InferenceSession.create(file, { executionProviders: ['wasm'] });

  async function embedBatch(texts: readonly string[]): Promise<Float32Array[]> {
    const { input_ids, attention_mask } = tokenizer([...texts], {
      padding: true,
      truncation: true,
      max_length: longestText,
      return_tensor: false,
    }) as { input_ids: number[][]; attention_mask: number[][] };
    const mask = attention_mask.flat().map(Boolean);
    const width = mask.length / texts.length;
    if (width === 0) return texts.map(() => new Float32Array(dimensions));
    const feeds: Record<string, onnx.Tensor> = {
      input_ids: whole(input_ids.flat(), [texts.length, width]),
      attention_mask: whole(attention_mask.flat(), [texts.length, width]),
      token_type_ids: whole(
        mask.map(() => 0),
        [texts.length, width],
      ),
    };
    const asked = Object.entries(feeds).filter(([name]) => session.inputNames.includes(name));
    const output = await session.run(Object.fromEntries(asked));
    const all = textVectors(
      { tokens: numbersOf(output.last_hidden_state), texts: numbersOf(output.sentence_embedding) },
      mask,
      output.sentence_embedding ? 'none' : 'mean',
    );
    const size = all.length / texts.length;
    return texts.map((_, at) => all.slice(at * size, (at + 1) * size));
  }

  let dimensions = 0;
  dimensions = (await embedBatch(['Somebody says something.']))[0]?.length ?? 0;
  return {
    model: `folder:${basename(folder)}`,
    dimensions,
    async embed(texts, { signal } = {}) {
      const vectors: Float32Array[] = [];
      for (let from = 0; from < texts.length; from += batchSize) {
        signal?.throwIfAborted();
        vectors.push(...(await embedBatch(texts.slice(from, from + batchSize))));
      }
      return vectors;
    },
  };
}

function whole(values: readonly number[], dims: readonly number[]): onnx.Tensor {
  return new onnx.Tensor('int64', BigInt64Array.from(values, BigInt), dims);
}

function numbersOf(tensor: onnx.Tensor | undefined): Numbers | undefined {
  return tensor && { data: tensor.data as Float32Array, dims: tensor.dims };
}
