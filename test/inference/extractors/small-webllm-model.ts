import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SmallModel {
  paths: string[];
  /** Hex SHA-256 of every shard. */
  shards: Record<string, string>;
  /** Bytes of all shards. */
  total: number;
}

const shardBytes = 4_096;
const piecesInShard = 4;

/** A model in WebLLM's layout whose weights are random numbers, written into a folder. */
export async function writeSmallModel(folder: string, shardCount = 3): Promise<SmallModel> {
  await mkdir(folder, { recursive: true });
  const shards: Record<string, string> = {};
  const records = [];
  for (let shard = 0; shard < shardCount; shard++) {
    const name = `params_shard_${shard}.bin`;
    const bytes = randomBytes(shardBytes);
    await writeFile(join(folder, name), bytes);
    shards[name] = createHash('sha256').update(bytes).digest('hex');
    records.push({ dataPath: name, format: 'raw-shard', nbytes: shardBytes, records: pieces(shard) });
  }
  const files = {
    'mlc-chat-config.json': chatConfig,
    'tensor-cache.json': { metadata: { ParamSize: shardCount * piecesInShard }, records },
    'tokenizer.json': tokenizer,
    'tokenizer_config.json': {},
  };
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, path), JSON.stringify(content));
  }
  return { paths: [...Object.keys(files), ...Object.keys(shards)], shards, total: shardCount * shardBytes };
}

function pieces(shard: number): object[] {
  const nbytes = shardBytes / piecesInShard;
  return Array.from({ length: piecesInShard }, (_, piece) => ({
    name: `layers.${shard}.${piece}.weight`,
    shape: [nbytes / 4 / 16, 16],
    dtype: 'uint32',
    format: 'raw',
    nbytes,
    byteOffset: piece * nbytes,
  }));
}

const chatConfig = {
  model_type: 'llama',
  quantization: 'q0f32',
  vocab_size: 128,
  context_window_size: 512,
  sliding_window_size: -1,
  attention_sink_size: -1,
  prefill_chunk_size: 512,
  tokenizer_files: ['tokenizer.json', 'tokenizer_config.json'],
  temperature: 0,
  top_p: 1,
  repetition_penalty: 1,
  frequency_penalty: 0,
  presence_penalty: 0,
  conv_template: {
    system_template: '{system_message}',
    system_message: '',
    roles: { user: 'user', assistant: 'assistant' },
    role_templates: { user: '{user_message}', assistant: '{assistant_message}' },
    seps: ['\n'],
    stop_str: [],
    stop_token_ids: [2],
  },
};

const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: { type: 'WordLevel', vocab: { '[UNK]': 0, once: 1, upon: 2 }, unk_token: '[UNK]' },
};
