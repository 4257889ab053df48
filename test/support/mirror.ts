import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';

/** What goes wrong with a file, for as many requests as `fault` was told. HEAD has no part in what befalls a body. */
export type Fault =
  /** The connection is cut after so many bytes of the body; none at all: before the headers. */
  | { drop: number }
  /** After so many bytes nothing more comes, and the connection stays open until it is released or closed. */
  | { stall: number }
  /** The body ends after so many bytes as though it were whole. */
  | { end: number }
  | { status: number; retryAfter?: number | string }
  /** One byte of the file is another, of the same length. */
  | { corrupt: true }
  /** `Range` is ignored. */
  | { noRange: true }
  /** The file is said to be of another version. */
  | { etag: string }
  /** The answer is this web page, with status 200. */
  | { page: string }
  /** Headers that a page is not shown, as with servers that expose none. */
  | { hide: string[] }
  /** Conditional requests are refused to other origins, as with servers that allow no such header. */
  | { noConditions: true };

export interface MirrorRequest {
  method: string;
  /** `<owner>/<name>/<path>`, or the address of an API call. */
  file: string;
  range?: string | undefined;
  ifRange?: string | undefined;
  status: number;
}

export type MirrorFiles = Record<string, Uint8Array | string>;

export interface Mirror {
  /** Base address, with a slash at its end: what a user writes as the mirror to use. */
  readonly url: string;
  /** Every request, in order, since the last `forget`. Preflights are left out. */
  readonly requests: MirrorRequest[];
  forget(): void;
  /** Serves files under a repository, "owner/name": those given by path, or all below a folder on the disk. */
  serve(repository: string, files: MirrorFiles | string): void;
  /** From now on, and for so many requests of the file, this goes wrong. Later faults of a file replace earlier ones. */
  fault(file: string, fault: Fault, times?: number): void;
  /** Nothing is wrong with any file any more, and what was stalled goes on. */
  heal(): void;
  /** Requests of a file that were answered, in order. */
  of(file: string): MirrorRequest[];
  /** Commit that a repository is said to be at. */
  commit(repository: string): string;
  /** Takes no connection from now on, until `listen`. */
  close(): Promise<void>;
  /** Again at the same address. */
  listen(): Promise<void>;
}

interface MirrorOptions {
  /** Files in one answer of the API's list. */
  pageSize?: number;
}

/** From this length on a file is one of those that the hub keeps apart from the repository. */
const largeBytes = 10_000;

/** A hub for models on this machine: real HTTP with CORS, ranges, validators, the API's lists, and faults. */
export async function startMirror({ pageSize = 1_000 }: MirrorOptions = {}): Promise<Mirror> {
  const repositories = new Map<string, Map<string, Buffer>>();
  const faults = new Map<string, { fault: Fault; times: number }>();
  const stalled = new Set<() => void>();
  const requests: MirrorRequest[] = [];
  const server = createServer((request, response) => answer(request, response));
  let port = 0;

  const listen = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        ({ port } = server.address() as AddressInfo);
        resolve();
      });
    });
  await listen();

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}/`);
    const path = url.pathname.slice(1).split('/').map(decodeURIComponent).join('/');
    const file = /^([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(path);
    const [, repository = '', revision = '', name = ''] = file ?? [];
    const key = file ? `${repository}/${name}` : url.pathname + url.search;
    const fault = takeFault(key, request.method);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', allowedHeaders(faults.get(key)?.fault));
    response.setHeader('access-control-allow-methods', 'GET, HEAD');
    response.setHeader('access-control-max-age', '0');
    response.setHeader('access-control-expose-headers', exposed(fault));
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const log: MirrorRequest = {
      method: request.method ?? '',
      file: key,
      range: request.headers.range,
      ifRange: request.headers['if-range'] as string | undefined,
      status: 0,
    };
    requests.push(log);
    response.on('close', () => {
      log.status = response.headersSent ? response.statusCode : 0;
    });
    const isKnown = revision === 'main' || revision === commitOf(repository);
    const content = isKnown ? repositories.get(repository)?.get(name) : undefined;
    if (file) sendFile(request, response, content, fault);
    else sendApi(url, response);
  }

  function takeFault(key: string, method: string | undefined): Fault | undefined {
    const entry = faults.get(key);
    if (!entry || method === 'OPTIONS' || (method === 'HEAD' && isOfBody(entry.fault))) return undefined;
    entry.times--;
    if (entry.times <= 0) faults.delete(key);
    return entry.fault;
  }

  function sendFile(
    request: IncomingMessage,
    response: ServerResponse,
    served: Buffer | undefined,
    fault: Fault | undefined,
  ): void {
    if (fault && 'drop' in fault && fault.drop === 0) {
      response.destroy();
      return;
    }
    if (fault && 'status' in fault) {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
      response.writeHead(fault.status).end('no');
      return;
    }
    if (fault && 'page' in fault) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.writeHead(200).end(fault.page);
      return;
    }
    if (!served) {
      response.writeHead(404).end('not found');
      return;
    }
    const content = fault && 'corrupt' in fault ? corrupted(served) : served;
    const etag = `"${fault && 'etag' in fault ? fault.etag : sha256Of(served).slice(0, 32)}"`;
    response.setHeader('etag', etag);
    response.setHeader('content-type', 'application/octet-stream');
    response.setHeader('accept-ranges', fault && 'noRange' in fault ? 'none' : 'bytes');
    if (served.length >= largeBytes) {
      response.setHeader('x-linked-size', served.length);
      response.setHeader('x-linked-etag', `"${sha256Of(served)}"`);
    }
    const from = fault && 'noRange' in fault ? undefined : rangeStart(request, etag);
    if (from !== undefined && from >= content.length) {
      response.setHeader('content-range', `bytes */${content.length}`);
      response.writeHead(416).end();
      return;
    }
    const body = content.subarray(from ?? 0);
    if (from !== undefined) {
      response.setHeader('content-range', `bytes ${from}-${content.length - 1}/${content.length}`);
    }
    if (!(fault && 'end' in fault)) response.setHeader('content-length', body.length);
    response.writeHead(from === undefined ? 200 : 206);
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    sendBody(response, body, fault);
  }

  function sendBody(response: ServerResponse, body: Buffer, fault: Fault | undefined): void {
    if (fault && 'drop' in fault) {
      response.write(body.subarray(0, fault.drop), () => setImmediate(() => response.destroy()));
    } else if (fault && 'end' in fault) {
      response.end(body.subarray(0, fault.end));
    } else if (fault && 'stall' in fault) {
      response.write(body.subarray(0, fault.stall));
      const goOn = () => response.end(body.subarray(fault.stall));
      stalled.add(goOn);
      response.on('close', () => stalled.delete(goOn));
    } else {
      response.end(body);
    }
  }

  function sendApi(url: URL, response: ServerResponse): void {
    const [, repository = '', what, revision = ''] =
      /^\/api\/models\/([^/]+\/[^/]+)\/(revision|tree)\/([^/]+)$/.exec(url.pathname) ?? [];
    const files = repositories.get(repository);
    const isKnown = revision === 'main' || revision === commitOf(repository);
    if (!files || !isKnown) {
      response.writeHead(404).end('{"error":"Repository not found"}');
      return;
    }
    response.setHeader('content-type', 'application/json');
    if (what === 'revision') {
      response.end(JSON.stringify({ id: repository, sha: commitOf(repository) }));
      return;
    }
    const entries = [...files].map(([path, content]) => entryOf(path, content));
    const from = Number(url.searchParams.get('cursor') ?? 0);
    if (from + pageSize < entries.length) {
      const next = new URL(url);
      next.searchParams.set('cursor', String(from + pageSize));
      response.setHeader('link', `<${next.href}>; rel="next"`);
    }
    response.end(JSON.stringify(entries.slice(from, from + pageSize)));
  }

  function commitOf(repository: string): string {
    const files = [...(repositories.get(repository) ?? [])];
    const all = files.map(([path, content]) => `${path} ${sha256Of(content)}`).join('\n');
    return sha256Of(Buffer.from(all)).slice(0, 40);
  }

  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    forget: () => requests.splice(0),
    serve(repository, files) {
      const contents = typeof files === 'string' ? readFolder(files) : Object.entries(files);
      repositories.set(
        repository,
        new Map([...contents].map(([path, content]) => [path, Buffer.from(content as Uint8Array)])),
      );
    },
    fault: (file, fault, times = Infinity) => faults.set(file, { fault, times }),
    heal() {
      faults.clear();
      for (const goOn of [...stalled]) goOn();
    },
    of: (file) => requests.filter((request) => request.file === file),
    commit: commitOf,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
    listen,
  };
}

/** The same bytes for the same seed, and no pattern that would hide a wrong offset. */
export function bytesFrom(seed: string, length: number): Uint8Array {
  const words = new Uint32Array(Math.ceil(length / 4));
  let state = Number.parseInt(sha256Of(seed).slice(0, 8), 16) | 1;
  for (let at = 0; at < words.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer, 0, length);
}

export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

export function md5Of(content: Uint8Array | string): string {
  return createHash('md5').update(content).digest('hex');
}

function isOfBody(fault: Fault): boolean {
  return ['stall', 'end', 'corrupt'].some((kind) => kind in fault) || ('drop' in fault && fault.drop > 0);
}

function allowedHeaders(fault: Fault | undefined): string {
  return fault && 'noConditions' in fault ? 'range' : 'range, if-range';
}

function exposed(fault: Fault | undefined): string {
  const all = [
    'etag',
    'content-range',
    'content-length',
    'retry-after',
    'link',
    'x-linked-size',
    'x-linked-etag',
  ];
  const hidden = fault && 'hide' in fault ? fault.hide : [];
  return all.filter((header) => !hidden.includes(header)).join(', ');
}

/** Where a request wants to go on; undefined for who wants the whole file, or had it of another version. */
function rangeStart({ headers }: IncomingMessage, etag: string): number | undefined {
  const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  const condition = headers['if-range'];
  return from === undefined || (condition !== undefined && condition !== etag) ? undefined : Number(from);
}

function corrupted(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 0xff;
  return copy;
}

/** As the API lists a file: the hash of a large one is its SHA-256, that of a small one is git's. */
function entryOf(path: string, content: Buffer) {
  const oid = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  const entry = { type: 'file', oid, size: content.length, path };
  if (content.length < largeBytes) return entry;
  return { ...entry, lfs: { oid: sha256Of(content), size: content.length, pointerSize: 134 } };
}

function readFolder(folder: string): [string, Buffer][] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
  });
}
