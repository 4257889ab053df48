import { isPlainPath } from '@/models/plain-path';
import { openFile } from '@/models/shelf';
import type { ModelId } from '@/models/types';

/**
 * A `fetch` that answers `<anything>/<repository>/resolve/<revision>/<path>` from the shelf and knows nothing else:
 * 404 for what is not there. It understands HEAD and `Range: bytes=n-m`.
 */
export function shelfFetch(id: ModelId, repository: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const path = pathIn(request.url, repository);
    const file = path === undefined ? undefined : await openFile(id, path);
    if (!file) return new Response(null, { status: 404, statusText: 'Not Found' });
    const answer = answerWith(file, path ?? '', request.headers.get('range'));
    return request.method === 'HEAD' ? new Response(null, answer) : answer;
  };
}

/** The path of a file in a repository's URL; undefined for URLs of anything else. */
export function pathIn(url: string, repository: string): string | undefined {
  const { pathname } = new URL(url);
  const marker = `/${repository}/resolve/`;
  const at = pathname.indexOf(marker);
  if (at < 0) return undefined;
  const [, ...parts] = pathname.slice(at + marker.length).split('/');
  try {
    const path = parts.map(decodeURIComponent).join('/');
    return isPlainPath(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A whole file, or the part of it that is asked for. */
export function answerWith(file: File, path: string, range?: string | null): Response {
  const headers = {
    'content-type': path.endsWith('.json') ? 'application/json' : 'application/octet-stream',
  };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) {
    return new Response(file, { headers: { ...headers, 'content-length': String(file.size) } });
  }
  const from = Number(first);
  if (from >= file.size) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.size}` } });
  }
  const to = Math.min(last ? Number(last) + 1 : file.size, file.size);
  return new Response(file.slice(from, to), {
    status: 206,
    statusText: 'Partial Content',
    headers: {
      ...headers,
      'content-length': String(Math.max(0, to - from)),
      'content-range': `bytes ${from}-${to - 1}/${file.size}`,
    },
  });
}
