import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model of a request makes the server do; each name is a manner. */
type Manner = (request: Asked, response: ServerResponse) => void | Promise<void>;

export interface Asked {
  path: string;
  method: string;
  headers: IncomingMessage['headers'];
  body: {
    model: string;
    messages: { role: string; content: string }[];
    stream: boolean;
    temperature: number;
    max_tokens: number;
    response_format?: { type: string; json_schema?: { name: string; schema: object } };
  };
}

export interface ModelServer {
  url: string;
  asked: Asked[];
  /** Requests whose connection the other side ended before the answer was whole. */
  left: number;
  untilLeft(): Promise<void>;
  close(): Promise<void>;
}

interface Manners {
  manners: Record<string, Manner>;
  models: (response: ServerResponse) => void;
  /** Which origins browsers may ask from; all unless told. */
  allows?: (origin: string) => boolean;
}

/** A real HTTP server that speaks the OpenAI protocol, in the manner that the name of the model asks for. */
export async function startModelServer(options: Partial<Manners> = {}): Promise<ModelServer> {
  const { manners = usualManners, models = ollamaModels, allows = () => true } = options;
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  let left = 0;

  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (response.writableEnded) return;
      left++;
      for (const go of waiting.splice(0)) go();
    });
    const origin = request.headers.origin;
    if (origin !== undefined) {
      if (!allows(origin)) return void response.writeHead(403).end();
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('access-control-allow-headers', 'content-type');
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (request.url === '/v1/models') return models(response);
    if (request.url !== '/v1/chat/completions') {
      return void response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
    }
    const body = JSON.parse(await read(request)) as Asked['body'];
    const one = { path: request.url, method: request.method ?? '', headers: request.headers, body };
    asked.push(one);
    await (manners[body.model] ?? missing)(one, response);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    get left() {
      return left;
    },
    untilLeft: () => (left > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const story = ['Once', ' upon', ' a', ' time', ' – “ü', '”.'];

export const usualManners: Record<string, Manner> = {
  plain: (_asked, response) => stream(response, story.map(token), [finish('stop'), '[DONE]']),
  long: (_asked, response) => stream(response, story.map(token), [finish('length'), '[DONE]']),
  'no-done': (_asked, response) => stream(response, story.map(token), [finish('stop')]),
  'no-finish': (_asked, response) => stream(response, story.map(token), ['[DONE]']),
  whole: (_asked, response) =>
    json(response, 200, { choices: [{ message: { role: 'assistant', content: story.join('') } }] }),
  carriage: (_asked, response) => {
    events(response);
    response.end([...story.map(token), finish('stop')].map((data) => `data: ${data}\r\n\r\n`).join(''));
  },
  comments: (_asked, response) => {
    events(response);
    response.write(': still here\n\nevent: ping\ndata: {}\n\n');
    response.end([...story.map(token), finish('stop')].map(line).join(': still here\n\n'));
  },
  thinks: (_asked, response) =>
    stream(response, ['<think>', 'the user', ' is', '</think>', '\n\n{"a"', ': 1}'].map(token), [
      finish('stop'),
    ]),
  reasons: (_asked, response) =>
    stream(
      response,
      [delta({ reasoning_content: 'the user is' }), delta({ reasoning: ' well' }), token('{"a": 1}')],
      [finish('stop')],
    ),
  'only-thinks': (_asked, response) => stream(response, ['<think>', 'hm'].map(token), [finish('length')]),
  'json-only': ({ body }, response) =>
    body.response_format?.type === 'json_schema'
      ? json(response, 400, { error: { message: `response_format of ${echo(body)}` } })
      : stream(response, ['{"a": 1}'].map(token), [finish('stop')]),
  'words-only': ({ body }, response) =>
    body.response_format
      ? json(response, 400, { error: { message: `response_format of ${echo(body)}` } })
      : stream(response, ['{"a": 1}'].map(token), [finish('stop')]),
  'too-long': ({ body }, response) =>
    json(response, 400, { error: { message: `${echo(body)} exceeds`, type: 'exceed_context_size_error' } }),
  'needs-key': ({ body }, response) => json(response, 401, { error: { message: echo(body) } }),
  'wrong-origin': (_asked, response) => void response.writeHead(403).end(),
  missing,
  'missing-by-code': ({ body }, response) =>
    json(response, 400, { error: { code: 'model_not_found', message: echo(body) } }),
  busy: (_asked, response) => json(response, 429, { error: { message: 'later' } }),
  loading: (_asked, response) => json(response, 503, { error: { message: 'Loading model', code: 503 } }),
  html: (_asked, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Sign in</p>'),
  'html-gone': (_asked, response) =>
    void response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><p>Not here</p>'),
  'wrong-json': (_asked, response) => json(response, 200, { error: 'Unexpected endpoint or method.' }),
  'other-json': (_asked, response) => json(response, 200, { answer: 'Once upon a time' }),
  'broken-events': (_asked, response) =>
    stream(response, [token('Once'), '{"choices": [{'], [finish('stop')]),
  'error-midway': ({ body }, response) =>
    stream(response, [token('Once'), JSON.stringify({ error: { message: echo(body) } })], []),
  cut: (_asked, response) => stream(response, story.map(token), []),
  torn: async (_asked, response) => {
    events(response);
    await written(response, line(token('Once')));
    response.destroy();
  },
  hang: () => undefined,
  'hang-midway': async (_asked, response) => {
    events(response);
    await written(response, line(token('Once')));
  },
  pings: async (_asked, response) => {
    events(response);
    while (!response.destroyed) {
      await written(response, ': still here\n\n');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  huge: async (_asked, response) => {
    events(response);
    const part = line(token('Once upon a time. '.repeat(50)));
    while (!response.destroyed) await written(response, part);
  },
  'huge-line': async (_asked, response) => {
    events(response);
    await written(response, 'data: {"choices": [{"delta": {"content": "');
    while (!response.destroyed) await written(response, 'Once upon a time. '.repeat(500));
  },
  'huge-reasoning': async (_asked, response) => {
    events(response);
    const part = line(delta({ reasoning_content: 'hm, '.repeat(200) }));
    while (!response.destroyed) await written(response, part);
  },
  chatty: (_asked, response) =>
    stream(response, Array(120).fill(token('Once upon a time. ')), [finish('stop')]),
  redirect: (_asked, response) =>
    void response.writeHead(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }).end(),
};

export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function missing({ body }: Asked, response: ServerResponse): void {
  json(response, 404, { error: { message: `model "${body.model}" not found for ${echo(body)}` } });
}

function ollamaModels(response: ServerResponse): void {
  json(response, 200, {
    object: 'list',
    data: [{ id: 'qwen3:4b' }, { id: 'llama3.2:1b' }, { id: 'qwen3:4b' }],
  });
}

/** Servers like to quote what they were sent in their errors. */
function echo(body: Asked['body']): string {
  return body.messages.map(({ content }) => content).join(' ');
}

async function stream(response: ServerResponse, parts: string[], last: string[]): Promise<void> {
  events(response);
  for (const part of [...parts, ...last]) await written(response, line(part));
  response.end();
}

function events(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

function line(data: string): string {
  return `data: ${data}\n\n`;
}

function token(content: string): string {
  return delta({ content });
}

function delta(fields: object): string {
  return JSON.stringify({ choices: [{ index: 0, delta: fields, finish_reason: null }] });
}

function finish(reason: string): string {
  return JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: reason }] });
}

/** Written one by one, so that the parts arrive as parts. */
function written(response: ServerResponse, part: string): Promise<void> {
  return new Promise((resolve) => response.write(part, () => resolve()));
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}
