import type { EmbeddingCard, LanguageCard, ModelCard, ModelId } from '@/models/types';

const megabytes = 1_000_000;

const transformersFiles = [
  { path: 'config.json' },
  { path: 'tokenizer.json' },
  { path: 'tokenizer_config.json' },
  { path: 'special_tokens_map.json', optional: true },
  { path: 'onnx/model_quantized.onnx' },
];

/**
 * Smallest first. Sizes are what the models' pages say, rounded; prefixes and pooling are those of their cards. Of the
 * memory 130 MB are the runtime's own (measured), the rest is estimated.
 */
const embeddings: readonly EmbeddingCard[] = [
  {
    task: 'embedding',
    id: 'all-MiniLM-L6-v2',
    name: 'MiniLM L6',
    repository: 'Xenova/all-MiniLM-L6-v2',
    license: 'Apache-2.0',
    aboutBytes: 24 * megabytes,
    memoryBytes: 200 * megabytes,
    files: transformersFiles,
    dimensions: 384,
    pooling: 'mean',
    dtype: 'q8',
    prefixes: { query: '', memory: '' },
    longestTokens: 256,
    languages: 'english',
  },
  {
    task: 'embedding',
    id: 'bge-small-en-v1.5',
    name: 'BGE small',
    repository: 'Xenova/bge-small-en-v1.5',
    license: 'MIT',
    aboutBytes: 35 * megabytes,
    memoryBytes: 240 * megabytes,
    files: transformersFiles,
    dimensions: 384,
    pooling: 'cls',
    dtype: 'q8',
    prefixes: { query: 'Represent this sentence for searching relevant passages: ', memory: '' },
    longestTokens: 512,
    languages: 'english',
  },
  {
    task: 'embedding',
    id: 'multilingual-e5-small',
    name: 'Multilingual E5 small',
    repository: 'Xenova/multilingual-e5-small',
    license: 'MIT',
    aboutBytes: 135 * megabytes,
    memoryBytes: 400 * megabytes,
    files: transformersFiles,
    dimensions: 384,
    pooling: 'mean',
    dtype: 'q8',
    prefixes: { query: 'query: ', memory: 'passage: ' },
    longestTokens: 512,
    languages: 'many',
  },
  {
    task: 'embedding',
    id: 'embeddinggemma-300m',
    name: 'EmbeddingGemma 300M',
    repository: 'onnx-community/embeddinggemma-300m-ONNX',
    license: 'Gemma terms',
    aboutBytes: 330 * megabytes,
    memoryBytes: 900 * megabytes,
    files: [...transformersFiles, { path: 'onnx/model_quantized.onnx_data', optional: true }],
    dimensions: 768,
    pooling: 'none',
    dtype: 'q8',
    prefixes: { query: 'task: search result | query: ', memory: 'title: none | text: ' },
    longestTokens: 2_048,
    languages: 'many',
  },
];

/** Parameters in millions; memory in megabytes from WebLLM's own model list (0.2.86). */
const webllm: readonly LanguageCard[] = [
  webllmCard('SmolLM2 360M', 'SmolLM2-360M-Instruct-q4f16_1', 362, 376, 'Apache-2.0', 'english'),
  webllmCard('SmolLM2 360M', 'SmolLM2-360M-Instruct-q4f32_1', 362, 580, 'Apache-2.0', 'english'),
  webllmCard('Qwen3 0.6B', 'Qwen3-0.6B-q4f16_1', 596, 1_403, 'Apache-2.0', 'many'),
  webllmCard('Qwen3 0.6B', 'Qwen3-0.6B-q4f32_1', 596, 1_925, 'Apache-2.0', 'many'),
  webllmCard('Gemma 3 1B', 'gemma3-1b-it-q4f16_1', 1_000, 711, 'Gemma terms', 'many'),
  webllmCard('Llama 3.2 1B', 'Llama-3.2-1B-Instruct-q4f16_1', 1_236, 879, 'Llama 3.2 licence', 'many'),
  webllmCard('Llama 3.2 1B', 'Llama-3.2-1B-Instruct-q4f32_1', 1_236, 1_129, 'Llama 3.2 licence', 'many'),
  webllmCard('Qwen3 1.7B', 'Qwen3-1.7B-q4f16_1', 1_720, 2_037, 'Apache-2.0', 'many'),
  webllmCard('Qwen3 1.7B', 'Qwen3-1.7B-q4f32_1', 1_720, 2_635, 'Apache-2.0', 'many'),
];

const transformersLanguage: readonly LanguageCard[] = [
  {
    task: 'language',
    runtime: 'transformers',
    id: 'onnx-qwen3-0.6b',
    name: 'Qwen3 0.6B (ONNX)',
    repository: 'onnx-community/Qwen3-0.6B-ONNX',
    license: 'Apache-2.0',
    aboutBytes: 600 * megabytes,
    memoryBytes: 1_500 * megabytes,
    files: [
      ...transformersFiles.filter(({ path }) => !path.startsWith('onnx/')),
      { path: 'generation_config.json', optional: true },
      { path: 'chat_template.jinja', optional: true },
      { path: 'onnx/model_q4.onnx' },
      { path: 'onnx/model_q4.onnx_data', optional: true },
    ],
    contextTokens: 4_096,
    languages: 'many',
    needs: [],
    dtype: 'q4',
  },
];

/** Every model the extension knows how to fetch and run; what is recommended of it, `recommend.ts` says. */
export const catalogue: readonly ModelCard[] = [...embeddings, ...webllm, ...transformersLanguage];

export function findCard(id: ModelId): ModelCard | undefined {
  return catalogue.find((card) => card.id === id);
}

/** Four bits a weight and one scale for every 32 of them, as the last part of the model's name tells. */
function webllmCard(
  name: string,
  row: string,
  parameters: number,
  memory: number,
  license: string,
  languages: 'english' | 'many',
): LanguageCard {
  const half = row.endsWith('q4f16_1');
  const bits = 4 + (half ? 16 : 32) / 32;
  // A library is named like the row it runs; "cs1k" is the chunk in which it reads a prompt.
  return {
    task: 'language',
    runtime: 'webllm',
    id: `${row}-MLC`,
    name,
    repository: `mlc-ai/${row}-MLC`,
    license,
    aboutBytes: Math.round((parameters * megabytes * bits) / 8),
    memoryBytes: memory * megabytes,
    files: [
      { path: 'mlc-chat-config.json' },
      { path: 'tensor-cache.json', listsShards: true },
      { path: 'tokenizer.json' },
      { path: 'tokenizer_config.json', optional: true },
    ],
    contextTokens: 4_096,
    languages,
    needs: half ? ['shader-f16'] : [],
    webllm: { id: `${row}-MLC`, library: `${row}_cs1k-webgpu.wasm` },
  };
}
