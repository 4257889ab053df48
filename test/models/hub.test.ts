import { describe, expect, test } from 'vitest';
import { customCard } from '@/models/custom-card';
import { hubUrl } from '@/models/hub';
import { ModelError } from '@/models/model-error';
import { isPlainPath } from '@/models/plain-path';
import { expectRoom } from '@/models/room';
import { shardsIn } from '@/models/shards';

describe('the address of a file', () => {
  test('is on the hub where no mirror is named', () => {
    expect(hubUrl('', 'maker/model', 'main', 'onnx/model.onnx')).toBe(
      'https://huggingface.co/maker/model/resolve/main/onnx/model.onnx',
    );
  });

  test.each(['https://mirror.test/hub', 'https://mirror.test/hub/', ' https://mirror.test/hub/?a=1#b '])(
    'is below the mirror %s',
    (host) => {
      expect(hubUrl(host, 'maker/model', 'main', 'a.bin')).toBe(
        'https://mirror.test/hub/maker/model/resolve/main/a.bin',
      );
    },
  );

  test('takes every character of a name for a name', () => {
    expect(hubUrl('https://m.test', 'a/b', 'refs/pr/1', 'c?d#e f.bin')).toBe(
      'https://m.test/a/b/resolve/refs%2Fpr%2F1/c%3Fd%23e%20f.bin',
    );
  });

  test.each(['mirror', 'file:///etc', 'javascript:1', 'http://'])('is nowhere for the mirror %s', (host) => {
    expect(() => hubUrl(host, 'a/b', 'main', 'c')).toThrow(ModelError);
  });
});

describe('a model that the user names', () => {
  test.each(['Xenova/all-MiniLM-L6-v2', ' maker/model_1.5 ', 'a/b', 'maker/model_'])(
    '%s has a card',
    (hubId) => {
      expect(customCard(hubId)).toMatchObject({
        id: `hub:${hubId.trim()}`,
        repository: hubId.trim(),
        task: 'embedding',
        dtype: 'q8',
        pooling: 'mean',
        prefixes: { query: '', memory: '' },
      });
      expect(customCard(hubId)?.dimensions).toBeUndefined();
    },
  );

  test.each([
    '',
    'model',
    'a/b/c',
    '/model',
    'maker/',
    '../model',
    'maker/..',
    'maker/.model',
    'maker/model.',
    'maker/mo--del',
    'maker/mo..del',
    'maker/mo del',
    'maker/mödel',
    'maker/model?x',
    'https://hub.test/maker/model',
    `maker/${'m'.repeat(97)}`,
  ])('%s has none', (hubId) => {
    expect(customCard(hubId)).toBeUndefined();
  });
});

describe('a manifest', () => {
  test('names files, their lengths and hashes', () => {
    const records = [
      { dataPath: 'params_shard_0.bin', nbytes: 5, md5sum: 'D41D8CD98F00B204E9800998ECF8427E' },
      { dataPath: 'deep/params_shard_1.bin', nbytes: 0 },
    ];
    expect(shardsIn(JSON.stringify({ records }))).toEqual([
      { path: 'params_shard_0.bin', bytes: 5, md5: 'd41d8cd98f00b204e9800998ecf8427e' },
      { path: 'deep/params_shard_1.bin', bytes: 0, md5: undefined },
    ]);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"records":{}}',
    '{"records":[null]}',
    '{"records":[{"dataPath":"a","nbytes":-1}]}',
    '{"records":[{"dataPath":"a","nbytes":1.5}]}',
    '{"records":[{"dataPath":"a"}]}',
    '{"records":[{"dataPath":"../a","nbytes":1}]}',
    '{"records":[{"dataPath":"/a","nbytes":1}]}',
    '{"records":[{"dataPath":"a\\\\b","nbytes":1}]}',
  ])('that is none is corrupt: %s', (text) => {
    expect(() => shardsIn(text)).toThrow(expect.objectContaining({ reason: 'corrupt' }));
  });
});

test.each(['', '/a', 'a/', 'a//b', '.', 'a/../b', './a', 'a\\b', 'a\u0000b', 'a\ud800b', 'x'.repeat(201)])(
  'the path %j leads nowhere',
  (path) => {
    expect(isPlainPath(path)).toBe(false);
  },
);

describe('room', () => {
  test('is needed for a tenth more than the files', () => {
    expect(() => expectRoom(1_000_000_000, { quota: 1_099_999_999, usage: 0 })).toThrow(
      expect.objectContaining({ reason: 'noRoom' }),
    );
    expect(() => expectRoom(1_000_000_000, { quota: 1_100_000_000, usage: 0 })).not.toThrow();
  });

  test('is needed for 50 MB more than small files', () => {
    expect(() => expectRoom(1_000_000, { quota: 60_000_000, usage: 10_000_000 })).toThrow();
    expect(() => expectRoom(1_000_000, { quota: 61_000_000, usage: 10_000_000 })).not.toThrow();
  });

  test('is not needed when everything is there', () => {
    expect(() => expectRoom(0, { quota: 10, usage: 10 })).not.toThrow();
  });
});
