import type { EmbeddingCard } from '@/models/types';

/** As the hub allows them: no dot or dash at either end, and no two of them in a row. */
const name = /^(?!.*(?:--|\.\.))[A-Za-z0-9](?:[\w.-]{0,94}[A-Za-z0-9_])?$/;

/**
 * The card of an embedding model that the user named, "owner/name" on the hub; undefined where that cannot be a name.
 * What a model's own page would tell, nobody knows here: mean pooling and no prefixes are what most of them take.
 */
export function customCard(hubId: string): EmbeddingCard | undefined {
  const parts = hubId.trim().split('/');
  if (parts.length !== 2 || !parts.every((part) => name.test(part))) return undefined;
  const repository = parts.join('/');
  return {
    task: 'embedding',
    id: `hub:${repository}`,
    name: repository,
    repository,
    license: 'unknown',
    aboutBytes: 0,
    memoryBytes: 0,
    files: [
      { path: 'config.json' },
      { path: 'tokenizer.json' },
      { path: 'tokenizer_config.json' },
      { path: 'special_tokens_map.json', optional: true },
      { path: 'onnx/model_quantized.onnx' },
      { path: 'onnx/model_quantized.onnx_data', optional: true },
    ],
    pooling: 'mean',
    dtype: 'q8',
    prefixes: { query: '', memory: '' },
    longestTokens: 512,
    languages: 'many',
  };
}
