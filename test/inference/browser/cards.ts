import type { EmbeddingCard } from '@/models/types';

const files = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/model_quantized.onnx',
] as const;

const common = {
  task: 'embedding',
  license: 'MIT',
  aboutBytes: 50_000,
  memoryBytes: 1_000_000,
  files: files.map((path) => ({ path })),
  pooling: 'mean',
  dtype: 'q8',
  prefixes: { query: '', memory: '' },
  languages: 'english',
} as const;

/** Written by scripts/tiny-models.ts; its first 128 tokens are all it was made for. */
export const tiny: EmbeddingCard = {
  ...common,
  id: 'tiny-embedder',
  name: 'Tiny embedder',
  repository: 'test/tiny-embedder',
  dimensions: 32,
  longestTokens: 128,
};

/** A real one, in the folder of models beside the checkout where there is one. */
export const potion: EmbeddingCard = {
  ...common,
  id: 'potion-base-2M',
  name: 'Potion base 2M',
  repository: 'minishlab/potion-base-2M',
  dimensions: 64,
  longestTokens: 512,
};

/** A writing model that pretends to be this one's kind. */
export const writer: EmbeddingCard = {
  ...tiny,
  id: 'tiny-writer',
  name: 'Tiny writer',
  repository: 'test/tiny-writer',
  dtype: 'fp32',
  files: [...files.slice(0, 3), 'generation_config.json', 'onnx/model.onnx'].map((path) => ({ path })),
};
