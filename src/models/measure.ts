import { askHub } from '@/models/ask-hub';
import { hubUrl } from '@/models/hub';
import { ModelError } from '@/models/model-error';
import { type Patience, persist } from '@/models/persist';
import { refusalIn } from '@/models/refusal';
import { type Shard, shardsIn } from '@/models/shards';
import type { ModelFile } from '@/models/types';

export interface Measuring {
  host: string;
  repository: string;
  revision: string;
  files: readonly ModelFile[];
}

export interface MeasuredFile {
  path: string;
  /** What the server says; absent where it does not. */
  bytes?: number | undefined;
}

interface Help {
  signal: AbortSignal;
  patience: Patience;
}

/**
 * Asks the hub how long the files of a model are, with those that its manifest names. An optional file that is not
 * there is left out; one that must be there and is not throws `notFound`.
 */
export async function measure(ask: Measuring, help: Help): Promise<MeasuredFile[]> {
  const measured: MeasuredFile[] = [];
  for (const file of ask.files) {
    const url = hubUrl(ask.host, ask.repository, ask.revision, file.path);
    try {
      measured.push({ path: file.path, bytes: await persist(() => lengthAt(url, help), help) });
      if (file.listsShards) measured.push(...(await persist(() => shardsAt(url, help), help)));
    } catch (error) {
      if (!(file.optional && error instanceof ModelError && error.reason === 'notFound')) throw error;
    }
  }
  return measured;
}

async function lengthAt(url: string, { signal, patience: { stallMs } }: Help): Promise<number | undefined> {
  const { response, dismiss } = await askHub(url, { method: 'HEAD' }, { signal, stallMs });
  dismiss();
  // A server that knows no such request has the file nevertheless, or will say so when it is asked for it.
  if ([405, 501].includes(response.status)) return undefined;
  const refusal = refusalIn(response);
  if (refusal) throw refusal;
  const told = response.headers.get('x-linked-size') ?? response.headers.get('content-length') ?? '';
  return /^\d+$/.test(told) ? Number(told) : undefined;
}

async function shardsAt(url: string, { signal, patience: { stallMs } }: Help): Promise<Shard[]> {
  const { response, chunks, dismiss } = await askHub(url, {}, { signal, stallMs });
  const refusal = refusalIn(response);
  if (refusal) {
    dismiss();
    throw refusal;
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestManifest)
      throw new ModelError('corrupt', 'The list of the model’s files is endless');
  }
  return shardsIn(text + decoder.decode());
}

/** In characters. A server may send anything. */
const longestManifest = 32 * 1024 * 1024;
