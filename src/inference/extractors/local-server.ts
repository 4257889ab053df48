import { systemWithSchema } from '@/inference/extractors/schema-in-words';
import { badAnswer, readAnswer, readNames, readRefusal } from '@/inference/extractors/server-answer';
import { answerIn } from '@/inference/extractors/without-thinking';
import type { Extractor, ExtractorRequest } from '@/memory/ports';
import { ModelError } from '@/models/model-error';

export interface LocalServer {
  /** Ends before "/chat/completions", as `checkServerUrl` gives it. */
  url: string;
  model: string;
  contextTokens?: number | undefined;
}

export interface ServerPatience {
  /** Until the first token: the server may have to load the model, and reads the prompt first. */
  firstTokenMs: number;
  /** Between two tokens. */
  silenceMs: number;
}

interface Network {
  fetch?: typeof fetch;
  timeouts?: ServerPatience | undefined;
}

/** What Ollama gives a model of which nothing else was said. */
export const usualContext = 4_096;

const patience: ServerPatience = { firstTokenMs: 180_000, silenceMs: 60_000 };
const listPatience: ServerPatience = { firstTokenMs: 15_000, silenceMs: 15_000 };
/** A token is a few characters, and its event some hundred bytes. */
const charactersPerToken = 32;
const bytesPerToken = 4_096;

/** Ways to ask for JSON, the strictest first. A server answers 400 to one that it does not know. */
const forms = ['schema', 'json', 'words'] as const;
type Form = (typeof forms)[number];

/** A language model behind an OpenAI-compatible server of the user's own; runs where the network can be reached. */
export function localServer(server: LocalServer & Network): Extractor {
  const { url, model, contextTokens = usualContext, timeouts = patience } = server;
  let understood: Form = 'schema';

  /** Undefined where the server does not understand the form. */
  async function inForm(form: Form, request: ExtractorRequest, line: Line): Promise<string | undefined> {
    const response = await line.ask(`${url}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyFor(model, form, request)),
    });
    if (!response.ok) {
      const refusal = await readRefusal(response);
      if (response.status === 400 && refusal.reason === 'badAnswer' && form !== 'words') return undefined;
      throw refusal;
    }
    const longest = {
      characters: request.maxTokens * charactersPerToken,
      bytes: request.maxTokens * bytesPerToken,
    };
    return answerIn(await readAnswer(response, longest, line.heard));
  }

  return {
    model: `server:${model}`,
    contextTokens,
    ready: true,
    write: (request, signal) =>
      onLine({ ask: server.fetch, timeouts, signal }, async (line) => {
        if (!request.schema) return (await inForm('words', request, line)) ?? '';
        for (const form of forms.slice(forms.indexOf(understood))) {
          const text = await inForm(form, request, line);
          if (text === undefined) continue;
          understood = form;
          return text;
        }
        throw badAnswer('understands no way to ask');
      }),
  };
}

/** Names of the models that a server offers. */
export function listModels(
  url: string,
  { signal, ...network }: Network & { signal?: AbortSignal | undefined } = {},
): Promise<string[]> {
  const { fetch: ask, timeouts = listPatience } = network;
  return onLine({ ask, timeouts, signal }, async (line) => {
    const response = await line.ask(`${url}/models`);
    if (!response.ok) throw await readRefusal(response);
    return readNames(response, line.heard);
  });
}

function bodyFor(model: string, form: Form, request: ExtractorRequest): object {
  const { system, prompt, schema, maxTokens } = request;
  return {
    model,
    messages: [
      { role: 'system', content: form === 'schema' ? system : systemWithSchema(request) },
      { role: 'user', content: prompt },
    ],
    stream: true,
    temperature: 0,
    max_tokens: maxTokens,
    ...(schema && formatFor(form, schema)),
  };
}

function formatFor(form: Form, schema: object): object {
  if (form === 'words') return {};
  if (form === 'json') return { response_format: { type: 'json_object' } };
  return { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } };
}

/** A conversation with a server, under the caller's signal and both time-outs. */
interface Line {
  ask: (url: string, init?: RequestInit) => Promise<Response>;
  heard: () => void;
}

interface Call {
  ask?: typeof fetch | undefined;
  timeouts: ServerPatience;
  signal?: AbortSignal | undefined;
}

/** Whatever goes wrong comes out as `ModelError`, or as the reason of the caller's abort. */
async function onLine<Value>(call: Call, job: (line: Line) => Promise<Value>): Promise<Value> {
  const { ask = fetch.bind(globalThis), timeouts, signal } = call;
  signal?.throwIfAborted();
  const silence = new AbortController();
  const giveUp = () => silence.abort(new ModelError('timedOut', 'The server was silent for too long.'));
  let timer = setTimeout(giveUp, timeouts.firstTokenMs);
  const ended = AbortSignal.any(signal ? [signal, silence.signal] : [silence.signal]);
  try {
    return await job({
      ask: (address, init) => ask(address, { ...quietly, ...init, signal: ended }),
      heard() {
        clearTimeout(timer);
        timer = setTimeout(giveUp, timeouts.silenceMs);
      },
    });
  } catch (error) {
    if (ended.aborted) throw ended.reason;
    if (error instanceof ModelError) throw error;
    // Nor is a server reached that refuses other origins where the browser has no permission for its address.
    throw new ModelError('serverUnreachable', 'The server cannot be reached.');
  } finally {
    clearTimeout(timer);
  }
}

/** No cookies, no copies, and no redirect, which could lead what the user said to any machine. */
const quietly = {
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'manual',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;
