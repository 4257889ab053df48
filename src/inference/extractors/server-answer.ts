import { createParser } from 'eventsource-parser';
import { at, parseJson } from '@/inference/extractors/unknown-json';
import { ModelError } from '@/models/model-error';

/** Sizes above which a server is not answering but flooding. */
export interface Longest {
  characters: number;
  bytes: number;
}

/**
 * What a server of the OpenAI protocol wrote, streamed or in one piece. `heard` is called for every token. Throws
 * `ModelError`; nothing of what the server sent stands in it.
 */
export async function readAnswer(response: Response, longest: Longest, heard: () => void): Promise<string> {
  const type = response.headers.get('content-type') ?? '';
  if (/\bevent-stream\b/i.test(type)) return readStream(response, longest, heard);
  const answer = parseJson(await readBody(response, longest.bytes, heard));
  if (at(answer, 'error') !== undefined) throw ownTrouble(at(answer, 'error'));
  const text = at(answer, 'choices', 0, 'message', 'content');
  if (typeof text !== 'string') throw badAnswer('does not speak the protocol');
  if (text.length > longest.characters) throw tooMuch();
  return text;
}

/** The error for a status that says no. */
export async function readRefusal(response: Response): Promise<ModelError> {
  const { status } = response;
  const error = at(parseJson(await readBody(response, longestRefusal)), 'error');
  const message = `The server says no: status ${status}.`;
  if (status === 401 || status === 403) return new ModelError('serverRefused', message);
  if (isMissingModel(error) || (status === 404 && error !== undefined)) {
    return new ModelError('serverHasNoSuchModel', message);
  }
  if (status === 408 || status === 504) return new ModelError('timedOut', message);
  if (status === 429) return new ModelError('tooManyRequests', message);
  if (status >= 500) return new ModelError('serverTrouble', message);
  return new ModelError('badAnswer', message);
}

/** The names in a list of models, in the form of OpenAI, Ollama or a plain list. */
export async function readNames(response: Response, heard: () => void): Promise<string[]> {
  const list = parseJson(await readBody(response, longestList, heard));
  const found = [list, at(list, 'data'), at(list, 'models')].find(Array.isArray);
  if (!found) throw badAnswer('has no list of models');
  const names = found.slice(0, mostNames).flatMap(nameOf);
  return [...new Set(names)].sort((one, other) => one.localeCompare(other));
}

export function badAnswer(what: string): ModelError {
  return new ModelError('badAnswer', `The server ${what}.`);
}

const longestRefusal = 64_000;
const longestList = 1_000_000;
const mostNames = 1_000;
const longestName = 200;

async function readStream(response: Response, longest: Longest, heard: () => void): Promise<string> {
  let text = '';
  let thought = 0;
  let isOver = false;
  const parser = createParser({
    onEvent({ data }) {
      if (isOver) return;
      if (data.trim() === '[DONE]') {
        isOver = true;
        return;
      }
      const chunk = parseJson(data);
      if (chunk === undefined) throw badAnswer('does not speak the protocol');
      if (at(chunk, 'error') !== undefined) throw ownTrouble(at(chunk, 'error'));
      const delta = at(chunk, 'choices', 0, 'delta');
      const said = wordsOf(at(delta, 'content'));
      const thinking = wordsOf(at(delta, 'reasoning_content') ?? at(delta, 'reasoning'));
      if (said || thinking) heard();
      text += said;
      thought += thinking.length;
      if (text.length + thought > longest.characters) throw tooMuch();
      isOver = typeof at(chunk, 'choices', 0, 'finish_reason') === 'string';
    },
  });
  for await (const part of bounded(response, longest.bytes)) {
    parser.feed(part);
    if (isOver) return text;
  }
  throw badAnswer('broke off');
}

async function readBody(response: Response, limit: number, heard?: () => void): Promise<string> {
  let text = '';
  for await (const part of bounded(response, limit)) {
    heard?.();
    text += part;
  }
  return text;
}

/** The text of a body as it comes; the connection ends when the reader leaves or the body grows over the limit. */
async function* bounded(response: Response, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let left = limit;
  for await (const bytes of response.body ?? []) {
    left -= bytes.byteLength;
    if (left < 0) throw tooMuch();
    yield decoder.decode(bytes, { stream: true });
  }
}

function ownTrouble(error: unknown): ModelError {
  if (isMissingModel(error)) return new ModelError('serverHasNoSuchModel', 'The server has no such model.');
  return new ModelError('serverTrouble', 'The server reports an error of its own.');
}

function isMissingModel(error: unknown): boolean {
  return [at(error, 'code'), at(error, 'type')].includes('model_not_found');
}

function tooMuch(): ModelError {
  return badAnswer('says far more than it was asked for');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nameOf(entry: unknown): string[] {
  const name = [entry, at(entry, 'id'), at(entry, 'name'), at(entry, 'model')].find(
    (one) => typeof one === 'string',
  );
  return typeof name === 'string' && name !== '' && name.length <= longestName ? [name] : [];
}
