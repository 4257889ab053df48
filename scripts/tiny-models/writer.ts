import type { ModelFiles } from './model-files';
import { onnxFile, randomWeight } from './onnx';

/** What it writes to whatever it is asked, in pieces of several bytes: a single one would be taken for the byte. */
const answer = ['{"', 'memories', '":', '[]}'];
const ends = '</s>';
const starts = '<s>';
/** Of the one head of the one layer whose keys and values are kept. */
const headSize = 4;
/** Far above the logit of every other token, so that sampling finds no other. */
const certain = 50;

/**
 * A decoder that reads any text byte by byte and always writes the same words: after each token one other is
 * certain. It takes and gives a cache of keys and values as a Llama does, and counts on nothing in it.
 */
export function tinyWriter(): ModelFiles {
  const vocabulary = [starts, ends, ...answer, ...byteLetters()];
  const id = (token: string) => vocabulary.indexOf(token);
  return {
    'config.json': {
      model_type: 'llama',
      architectures: ['LlamaForCausalLM'],
      hidden_size: headSize,
      intermediate_size: headSize,
      num_hidden_layers: 1,
      num_attention_heads: 1,
      num_key_value_heads: 1,
      head_dim: headSize,
      vocab_size: vocabulary.length,
      max_position_embeddings: 4096,
      bos_token_id: id(starts),
      eos_token_id: id(ends),
      use_cache: true,
    },
    'generation_config.json': { bos_token_id: id(starts), eos_token_id: id(ends) },
    'tokenizer_config.json': {
      tokenizer_class: 'PreTrainedTokenizerFast',
      model_max_length: 4096,
      bos_token: starts,
      eos_token: ends,
      pad_token: ends,
      clean_up_tokenization_spaces: false,
      chat_template:
        "{% for message in messages %}{{ message['role'] + ': ' + message['content'] + '\\n' }}{% endfor %}{% if add_generation_prompt %}assistant: {% endif %}",
    },
    'tokenizer.json': tokenizer(vocabulary),
    'onnx/model.onnx': graph(vocabulary),
  };
}

function tokenizer(vocabulary: readonly string[]) {
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [starts, ends].map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: '',
      end_of_word_suffix: '',
      fuse_unk: false,
      byte_fallback: false,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
      merges: [],
    },
  };
}

function graph(vocabulary: readonly string[]): Uint8Array {
  const tokens = vocabulary.length;
  const next = [...answer, ends];
  // A token's kind is the place in the answer that comes after it: for all that is not of the answer, the first.
  const kinds = new Float32Array(tokens * next.length);
  for (let token = 0; token < tokens; token++) {
    const place = answer.indexOf(vocabulary[token] ?? '') + 1;
    kinds[token * next.length + place] = 1;
  }
  const followers = new Float32Array(next.length * tokens);
  for (const [place, token] of next.entries())
    followers[place * tokens + vocabulary.indexOf(token)] = certain;

  const kept = ['batch', 1, 'kept', headSize];
  const grown = ['batch', 1, 'grown', headSize];
  return onnxFile({
    name: 'tiny-writer',
    inputs: [
      { name: 'input_ids', type: 'int64', dims: ['batch', 'tokens'] },
      { name: 'attention_mask', type: 'int64', dims: ['batch', 'grown'] },
      { name: 'past_key_values.0.key', type: 'float', dims: kept },
      { name: 'past_key_values.0.value', type: 'float', dims: kept },
    ],
    outputs: [
      { name: 'logits', type: 'float', dims: ['batch', 'tokens', tokens] },
      { name: 'present.0.key', type: 'float', dims: grown },
      { name: 'present.0.value', type: 'float', dims: grown },
    ],
    weights: [
      { name: 'kinds', dims: [tokens, next.length], data: kinds },
      { name: 'followers', dims: [next.length, tokens], data: followers },
      randomWeight('keys', [tokens, headSize]),
      randomWeight('values', [tokens, headSize]),
      { name: 'head_axis', dims: [1], data: BigInt64Array.of(1n) },
    ],
    nodes: [
      { op: 'Gather', inputs: ['kinds', 'input_ids'], output: 'kind' },
      { op: 'MatMul', inputs: ['kind', 'followers'], output: 'logits' },
      ...(['key', 'value'] as const).flatMap((what) => [
        { op: 'Gather', inputs: [`${what}s`, 'input_ids'], output: `new_${what}` },
        { op: 'Unsqueeze', inputs: [`new_${what}`, 'head_axis'], output: `${what}_of_head` },
        {
          op: 'Concat',
          inputs: [`past_key_values.0.${what}`, `${what}_of_head`],
          output: `present.0.${what}`,
          attributes: { axis: 2 },
        },
      ]),
    ],
  });
}

/** The printable letter that byte-level tokenizers use for each of the 256 bytes, as GPT-2 laid it down. */
function byteLetters(): string[] {
  const printable = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
  let others = 0;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(printable(byte) ? byte : 256 + others++),
  );
}
