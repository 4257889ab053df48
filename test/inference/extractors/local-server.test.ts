import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listModels, localServer } from '@/inference/extractors/local-server';
import type { ExtractorRequest } from '@/memory/ports';
import { behaviours, failureOf } from './extractor.contract';
import { json, type ModelServer, startModelServer } from './model-server';

const request: ExtractorRequest = { system: 'You read.', prompt: 'I live in Ghent.', maxTokens: 40 };
const schema = { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] };
const short = { firstTokenMs: 300, silenceMs: 300 };
const story = 'Once upon a time – “ü”.';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

function extractor(model: string, timeouts = { firstTokenMs: 20_000, silenceMs: 20_000 }) {
  return localServer({ url: server.url, model, timeouts });
}

describe('a local server', () => {
  for (const { sentence, of, complaint } of behaviours) {
    test(sentence, async () => {
      const model = { able: 'plain', unable: 'error-midway' }[of];
      expect(await complaint(extractor(model))).toBeUndefined();
    });
  }

  test.each(['plain', 'long', 'no-done', 'no-finish', 'whole', 'carriage', 'comments'])(
    'reads an answer that comes in the manner “%s”',
    async (model) => {
      expect(await extractor(model).write(request)).toBe(story);
    },
  );

  test('reads an answer that comes byte by byte', async () => {
    const delta = JSON.stringify({ choices: [{ delta: { content: story } }] });
    const bytes = new TextEncoder().encode(`data: ${delta}\n\ndata: [DONE]\n\n`);
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const answer = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    const own = localServer({ url: 'http://localhost/v1', model: 'a', fetch: async () => answer });
    expect(await own.write(request)).toBe(story);
  });

  test('is asked in the protocol, greedily and with a limit', async () => {
    await extractor('plain').write(request);
    const { body, headers } = server.asked.at(-1) ?? expect.fail('Nothing was asked');
    expect(body).toEqual({
      model: 'plain',
      messages: [
        { role: 'system', content: 'You read.' },
        { role: 'user', content: 'I live in Ghent.' },
      ],
      stream: true,
      temperature: 0,
      max_tokens: 40,
    });
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
  });

  test('is asked for an answer under the schema', async () => {
    await extractor('plain').write({ ...request, schema });
    expect(server.asked.at(-1)?.body.response_format).toEqual({
      type: 'json_schema',
      json_schema: { name: 'answer', strict: true, schema },
    });
  });

  test('that knows no schemas is asked for JSON, and from then on at once', async () => {
    const one = extractor('json-only');
    const before = server.asked.length;
    expect(await one.write({ ...request, schema })).toBe('{"a": 1}');
    expect(await one.write({ ...request, schema })).toBe('{"a": 1}');
    const asked = server.asked.slice(before).map(({ body }) => body);
    expect(asked.map(({ response_format }) => response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
    expect(asked[1]?.messages[0]?.content).toContain(JSON.stringify(schema));
  });

  test('that knows no formats is asked in words', async () => {
    const before = server.asked.length;
    expect(await extractor('words-only').write({ ...request, schema })).toBe('{"a": 1}');
    const asked = server.asked.slice(before).map(({ body }) => body);
    expect(asked.map(({ response_format }) => response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ]);
    expect(asked[2]?.messages[0]?.content).toMatch(/^You read\.\n\nAnswer with JSON alone/);
  });

  test.each(['thinks', 'reasons'])('has its reasoning left out in the manner “%s”', async (model) => {
    expect(await extractor(model).write(request)).toBe('{"a": 1}');
  });

  test.each([
    ['only-thinks', 'badAnswer'],
    ['too-long', 'badAnswer'],
    ['needs-key', 'serverRefused'],
    ['wrong-origin', 'serverRefused'],
    ['missing', 'serverHasNoSuchModel'],
    ['missing-by-code', 'serverHasNoSuchModel'],
    ['busy', 'tooManyRequests'],
    ['loading', 'serverTrouble'],
    ['html', 'badAnswer'],
    ['html-gone', 'badAnswer'],
    ['wrong-json', 'serverTrouble'],
    ['other-json', 'badAnswer'],
    ['broken-events', 'badAnswer'],
    ['error-midway', 'serverTrouble'],
    ['cut', 'badAnswer'],
    ['torn', 'serverUnreachable'],
    ['redirect', 'badAnswer'],
    ['chatty', 'badAnswer'],
    ['huge', 'badAnswer'],
    ['huge-line', 'badAnswer'],
    ['huge-reasoning', 'badAnswer'],
  ])('that answers in the manner “%s” is %s', async (model, reason) => {
    const error = await failureOf(extractor(model).write(request));
    expect(error).toMatchObject({ name: 'ModelError', reason });
    expect(String(error)).not.toContain('Ghent');
  });

  test.each(['hang', 'hang-midway', 'pings'])('that hangs in the manner “%s” times out', async (model) => {
    const error = await failureOf(extractor(model, short).write(request));
    expect(error).toMatchObject({ name: 'ModelError', reason: 'timedOut' });
  });

  test('that is not running is unreachable', async () => {
    const gone = await startModelServer();
    await gone.close();
    const error = await failureOf(localServer({ url: gone.url, model: 'plain' }).write(request));
    expect(error).toMatchObject({ reason: 'serverUnreachable' });
  });

  test('hears that nobody waits any more when the call is aborted', async () => {
    const own = await startModelServer();
    const stop = new AbortController();
    const writing = localServer({ url: own.url, model: 'huge' }).write(
      { ...request, maxTokens: 1_000_000 },
      stop.signal,
    );
    const failure = failureOf(writing);
    await expect.poll(() => own.asked.length).toBe(1);
    stop.abort('enough');
    expect(await failure).toBe('enough');
    await own.untilLeft();
    await own.close();
  });
});

describe('the models of a local server', () => {
  test.each([
    ['OpenAI', { data: [{ id: 'b' }, { id: 'a' }, { id: 'b' }] }, ['a', 'b']],
    ['Ollama', { models: [{ name: 'qwen3:4b' }, { model: 'llama' }] }, ['llama', 'qwen3:4b']],
    ['a plain list', ['a', { name: 'b' }, 7, null, { id: '' }, { id: 'x'.repeat(500) }], ['a', 'b']],
    ['nothing', { data: [] }, []],
  ])('are listed in the form of %s', async (_form, list, names) => {
    const own = await startModelServer({ models: (response) => json(response, 200, list) });
    expect(await listModels(own.url)).toEqual(names);
    await own.close();
  });

  test.each([
    ['HTML', 200, '<!doctype html>', 'badAnswer'],
    ['another JSON', 200, '{"hello": 1}', 'badAnswer'],
    ['403', 403, '', 'serverRefused'],
    ['404', 404, 'not here', 'badAnswer'],
    ['an endless list', 200, `["${'a'.repeat(2_000_000)}"]`, 'badAnswer'],
  ])('are not to be had from a server that answers %s', async (_form, status, body, reason) => {
    const own = await startModelServer({ models: (response) => void response.writeHead(status).end(body) });
    expect(await failureOf(listModels(own.url))).toMatchObject({ name: 'ModelError', reason });
    await own.close();
  });

  test('are not waited for without end', async () => {
    const own = await startModelServer({ models: () => undefined });
    expect(await failureOf(listModels(own.url, { timeouts: short }))).toMatchObject({ reason: 'timedOut' });
    await own.close();
  });
});
