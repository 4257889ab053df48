import type { ModelFiles } from './model-files';
import { onnxFile, randomWeight } from './onnx';

const dimensions = 32;
const longestTokens = 128;

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
const marks = [...'.,;:!?\'"()-/&%+'];
const words =
  `a about after all also always am an and any are as at be because been before but by can card coffee come day do
does dog during each eat every family few find first for from get give go good had has have he her here him his home
house how i if in into is it its just know last learn life like little live long make many me meet more most much
must my name near never new next no not now of old on one only or other our out over own people place play read
river say see she should sister so some speak still such take tea than that the their them then there these they
thing think this time to today two under until up us use very want was way we week well were what when where which
while who why will with work world would write year you your`.split(/\s+/);

/**
 * An embedding model that knows no language: a row of numbers for each token, mixed once and averaged over the
 * tokens that are really there. Texts that share words lie near each other.
 */
export function tinyEmbedder(): ModelFiles {
  const tokens = [...special, ...letters, ...letters.map((letter) => `##${letter}`), ...marks];
  const vocabulary = [...new Set([...tokens, ...words])];
  return {
    'config.json': {
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: dimensions,
      vocab_size: vocabulary.length,
      max_position_embeddings: longestTokens,
      pad_token_id: 0,
    },
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      model_max_length: longestTokens,
      unk_token: '[UNK]',
      pad_token: '[PAD]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      mask_token: '[MASK]',
    },
    'tokenizer.json': tokenizer(vocabulary),
    'onnx/model_quantized.onnx': graph(vocabulary.length),
  };
}

function tokenizer(vocabulary: readonly string[]) {
  const cls = { id: '[CLS]', ids: [vocabulary.indexOf('[CLS]')], tokens: ['[CLS]'] };
  const sep = { id: '[SEP]', ids: [vocabulary.indexOf('[SEP]')], tokens: ['[SEP]'] };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 1 } },
        { SpecialToken: { id: '[SEP]', type_id: 1 } },
      ],
      special_tokens: { '[CLS]': cls, '[SEP]': sep },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
    },
  };
}

function graph(tokens: number): Uint8Array {
  const one = { name: 'one', dims: [1], data: Float32Array.of(1) };
  const least = { name: 'least', dims: [1], data: Float32Array.of(1e-12) };
  const overTokens = { name: 'over_tokens', dims: [1], data: BigInt64Array.of(1n) };
  const lastAxis = { name: 'last_axis', dims: [1], data: BigInt64Array.of(2n) };
  return onnxFile({
    name: 'tiny-embedder',
    inputs: [
      { name: 'input_ids', type: 'int64', dims: ['batch', 'tokens'] },
      { name: 'attention_mask', type: 'int64', dims: ['batch', 'tokens'] },
    ],
    outputs: [
      { name: 'last_hidden_state', type: 'float', dims: ['batch', 'tokens', dimensions] },
      { name: 'sentence_embedding', type: 'float', dims: ['batch', dimensions] },
    ],
    weights: [
      randomWeight('rows', [tokens, dimensions]),
      randomWeight('mix', [dimensions, dimensions]),
      one,
      least,
      overTokens,
      lastAxis,
    ],
    nodes: [
      { op: 'Gather', inputs: ['rows', 'input_ids'], output: 'looked_up' },
      { op: 'MatMul', inputs: ['looked_up', 'mix'], output: 'mixed' },
      { op: 'Tanh', inputs: ['mixed'], output: 'last_hidden_state' },
      { op: 'Cast', inputs: ['attention_mask'], output: 'mask', attributes: { to: 1 } },
      { op: 'Unsqueeze', inputs: ['mask', 'last_axis'], output: 'wide_mask' },
      { op: 'Mul', inputs: ['last_hidden_state', 'wide_mask'], output: 'masked' },
      { op: 'ReduceSum', inputs: ['masked', 'over_tokens'], output: 'sum', attributes: { keepdims: 0 } },
      { op: 'ReduceSum', inputs: ['mask', 'over_tokens'], output: 'count', attributes: { keepdims: 1 } },
      { op: 'Max', inputs: ['count', 'one'], output: 'at_least_one' },
      { op: 'Div', inputs: ['sum', 'at_least_one'], output: 'mean' },
      { op: 'Mul', inputs: ['mean', 'mean'], output: 'squares' },
      { op: 'ReduceSum', inputs: ['squares', 'over_tokens'], output: 'square', attributes: { keepdims: 1 } },
      { op: 'Sqrt', inputs: ['square'], output: 'length' },
      { op: 'Max', inputs: ['length', 'least'], output: 'some_length' },
      { op: 'Div', inputs: ['mean', 'some_length'], output: 'sentence_embedding' },
    ],
  });
}
