import { nextTask } from '@/lib/next-task';
import { askHub, type HubAnswer } from '@/models/ask-hub';
import { type Digest, digestFor, type Expected, fits, type WholeFile } from '@/models/digest';
import { ModelError } from '@/models/model-error';
import type { PartFile } from '@/models/part-file';
import { PassingFault } from '@/models/passing-fault';
import { type Patience, persist } from '@/models/persist';
import { refusalIn } from '@/models/refusal';

export interface FileRequest {
  url: string;
  expected: Expected;
  /** Whether a whole file of which no digest is known can be what it is called. */
  isSound?(part: PartFile): boolean;
}

export interface DownloadProgress {
  have: number;
  /** Of the whole file, where it is known. */
  bytes?: number | undefined;
}

interface Help {
  signal: AbortSignal;
  patience: Patience;
  tell(progress: DownloadProgress): void;
}

/** A part, the digest of what is in it, and what the whole is said to be. */
interface Growing {
  part: PartFile;
  digest: Digest;
  expected: Expected;
  /** Whether to ask under the condition that the file is still the same: some servers refuse that to strangers. */
  conditional: boolean;
}

/**
 * Downloads what a part still lacks and answers what the whole file is. A file that is not what was expected is
 * fetched once more from its first byte. Throws a `ModelError`; when it throws, what came is still in the part.
 */
export async function downloadFile(request: FileRequest, part: PartFile, help: Help): Promise<WholeFile> {
  for (let again = false; ; again = true) {
    const growing = await pickUp(part, request.expected, help);
    await persist(() => fetchRest(request.url, growing, help), { ...help, reached: () => part.size });
    const file = growing.digest.close();
    if (fits(file, growing.expected) && request.isSound?.(part) !== false) return file;
    part.startOver({});
    if (again) throw new ModelError('corrupt', 'A file came twice as something else than it should be');
  }
}

async function pickUp(part: PartFile, expected: Expected, { signal, tell }: Help): Promise<Growing> {
  const growing: Growing = {
    part,
    digest: digestFor(expected),
    expected: { ...expected },
    conditional: true,
  };
  if (!canGoOn(part, expected)) startOver(growing, {});
  for (let at = 0; at < part.size; ) {
    const chunk = part.read(at, chunkBytes);
    at += chunk.length;
    growing.digest.update(chunk);
    if (chunk.length === 0) startOver(growing, {});
    await nextTask();
    signal.throwIfAborted();
  }
  tell({ have: part.size, bytes: wholeBytes(part, expected) });
  return growing;
}

/** Bytes that nothing could tell from those of another version are not gone on with. */
function canGoOn(part: PartFile, expected: Expected): boolean {
  const certain = part.origin.etag ?? expected.sha256 ?? expected.md5;
  return certain !== undefined && part.size <= (expected.bytes ?? Infinity);
}

async function fetchRest(url: string, growing: Growing, help: Help): Promise<void> {
  const { part, expected } = growing;
  if (part.size > 0 && part.size === expected.bytes) return;
  const answer = await askForRest(url, growing, help);
  try {
    if (isWhole(answer.response, growing)) return;
    begin(answer.response, growing);
    await takeIn(answer, growing, help);
  } finally {
    answer.dismiss();
  }
}

async function askForRest(
  url: string,
  growing: Growing,
  { signal, patience: { stallMs } }: Help,
): Promise<HubAnswer> {
  const { part } = growing;
  if (part.size === 0) return askHub(url, {}, { signal, stallMs });
  const headers: Record<string, string> = { Range: `bytes=${part.size}-` };
  if (part.origin.etag && growing.conditional) headers['If-Range'] = part.origin.etag;
  try {
    return await askHub(url, { headers }, { signal, stallMs });
  } catch (error) {
    growing.conditional = !growing.conditional;
    throw error;
  }
}

/**
 * The server has nothing beyond what is there: either that is all, or it is of something else. Where the server tells
 * no length, the condition under which it was asked says that it is the same file, or a digest will.
 */
function isWhole({ status, headers }: Response, growing: Growing): boolean {
  if (status !== 416) return false;
  const { part, expected, conditional } = growing;
  const told = rangeOf(headers).whole;
  const same = (conditional ? part.origin.etag : undefined) ?? expected.sha256 ?? expected.md5;
  if (part.size > 0 && (told === undefined ? same : told === part.size)) return true;
  startOver(growing, {});
  throw new PassingFault('serverTrouble', 'The server has not the rest of the file');
}

/** Makes the part ready for the bytes of an answer: to go on, or to begin anew. Throws where it holds no file. */
function begin(response: Response, growing: Growing): void {
  const refusal = refusalIn(response);
  if (refusal) throw refusal;
  const { headers } = response;
  if (!growing.expected.md5) growing.expected.sha256 ??= linkedHash(headers);
  const origin = originOf(response);
  if (response.status === 206 && goesOn(headers, growing)) return;
  startOver(growing, response.status === 206 ? {} : origin);
  if (response.status !== 206) return;
  throw new PassingFault('serverTrouble', 'The server goes on with another file, or elsewhere in it');
}

/** Whether a partial answer begins where the part ends, and is of the same version as far as anybody can tell. */
function goesOn(headers: Headers, { part, expected }: Growing): boolean {
  const range = rangeOf(headers);
  if (range.from !== undefined && range.from !== part.size) return false;
  if (range.whole !== undefined && range.whole !== (expected.bytes ?? range.whole)) return false;
  const etag = strongEtag(headers);
  if (etag && part.origin.etag) return etag === part.origin.etag;
  return Boolean(expected.sha256 ?? expected.md5);
}

async function takeIn({ response, chunks }: HubAnswer, growing: Growing, { tell }: Help): Promise<void> {
  const { part, digest, expected } = growing;
  for await (const chunk of chunks()) {
    part.append(chunk);
    digest.update(chunk);
    tell({ have: part.size, bytes: wholeBytes(part, expected) });
    // Nothing that is longer than it should be is right; that it is wrong is found out by its digest.
    if (part.size > (expected.bytes ?? Infinity)) return;
  }
  const whole = expected.bytes ?? rangeOf(response.headers).whole ?? part.origin.bytes;
  if (whole !== undefined && part.size < whole) {
    throw new PassingFault('incomplete', 'The file ended before its end');
  }
}

function startOver(growing: Growing, origin: PartFile['origin']): void {
  growing.part.startOver(origin);
  growing.digest = digestFor(growing.expected);
}

/** For showing: what the server told of the length is that of the packed file where it packs files for the journey. */
function wholeBytes(part: PartFile, expected: Expected): number | undefined {
  return expected.bytes ?? part.origin.bytes;
}

function originOf({ status, headers }: Response): PartFile['origin'] {
  return { etag: strongEtag(headers), bytes: rangeOf(headers).whole ?? lengthOf(status, headers) };
}

/** The length of what comes is that of the file, unless it is packed for the journey. */
function lengthOf(status: number, headers: Headers): number | undefined {
  if (status !== 200 || headers.has('content-encoding')) return undefined;
  return countIn(headers.get('content-length'));
}

/** Only a strong validator promises the same bytes. */
function strongEtag(headers: Headers): string | undefined {
  const etag = headers.get('etag')?.trim();
  return etag?.startsWith('"') ? etag : undefined;
}

/** The hub's own hash of a large file, where a server passes it on. */
function linkedHash(headers: Headers): string | undefined {
  return /^"?([\da-f]{64})"?$/i.exec(headers.get('x-linked-etag') ?? '')?.[1]?.toLowerCase();
}

/** `bytes 5-9/10`; also `bytes *\/10`, which comes with 416. Servers do not show it to everybody. */
function rangeOf(headers: Headers): { from?: number | undefined; whole?: number | undefined } {
  const [, from, whole] = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? [];
  return { from: countIn(from), whole: countIn(whole) };
}

function countIn(text: string | null | undefined): number | undefined {
  return text && /^\d+$/.test(text) ? Number(text) : undefined;
}

const chunkBytes = 4 * 1024 * 1024;
