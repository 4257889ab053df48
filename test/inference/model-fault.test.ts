import { describe, expect, test } from 'vitest';
import { modelFault } from '@/inference/model-fault';
import { ModelError } from '@/models/model-error';

/** As transformers.js 4.3.1 and ONNX Runtime 1.31 threw them in Chromium. */
const seen: [string, Error, string][] = [
  [
    'a file that is missing',
    named('ModelFileNotFoundError', 'Could not locate file: "tokenizer.json".'),
    'notOnDisk',
  ],
  [
    'a model that is cut off',
    new Error(
      "Can't create a session. ERROR_CODE: 7, ERROR_MESSAGE: Failed to load model because protobuf parsing failed.",
    ),
    'corrupt',
  ],
  [
    'an empty model',
    new Error("Can't create a session. ERROR_CODE: 2, ERROR_MESSAGE: No graph was found in the protobuf."),
    'corrupt',
  ],
  ['a page in place of JSON', new SyntaxError('Unterminated string in JSON at position 7'), 'corrupt'],
  [
    'no memory',
    new Error('failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc'),
    'outOfMemory',
  ],
  ['too large a tensor', new Error('INVALID_ARGUMENT : Tensor shape is too large'), 'outOfMemory'],
  ['too large a batch', new Error('SafeIntOnOverflow() Integer overflow'), 'outOfMemory'],
  ['memory that was not had', new WebAssembly.RuntimeError('memory access out of bounds'), 'outOfMemory'],
  ['an array that is not had', new RangeError('Array buffer allocation failed'), 'outOfMemory'],
  ['a device that is gone', new Error('The GPU device was lost'), 'deviceLost'],
  ['an operation that is not known', new Error('No Op registered for Frobnicate'), 'unusable'],
  ['a recursion', new RangeError('Maximum call stack size exceeded'), 'unusable'],
];

describe('what a model library throws', () => {
  test.each(seen)('%s', (_, error, reason) => {
    expect(modelFault(error)).toMatchObject({ name: 'ModelError', reason });
  });

  test('is told without its own words, which may be the user’s', () => {
    const { message, cause } = modelFault(new Error('cannot embed "I live in Lisbon"'));
    expect(message).not.toContain('Lisbon');
    expect(cause).toBeUndefined();
  });

  test('may be no error at all', () => {
    for (const thrown of [undefined, null, 1_234_567, 'std::bad_alloc']) {
      expect(modelFault(thrown)).toBeInstanceOf(ModelError);
    }
    expect(modelFault('std::bad_alloc').reason).toBe('outOfMemory');
  });

  test('stays what it is where it has a reason already', () => {
    const error = new ModelError('noAdapter');
    expect(modelFault(error)).toBe(error);
  });
});

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
