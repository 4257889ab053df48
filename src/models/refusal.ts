import { ModelError } from '@/models/model-error';
import { PassingFault } from '@/models/passing-fault';

/** What it means that a server answered with something else than the file; undefined for an answer that is one. */
export function refusalIn(response: Response): ModelError | undefined {
  const { status } = response;
  const said = `The server answered ${status}`;
  if (response.ok) return isPage(response) ? new PassingFault('serverTrouble', 'A web page came') : undefined;
  if (status === 429) {
    return new PassingFault('tooManyRequests', said, { waitMs: retryAfterMs(response.headers) });
  }
  if (status >= 500)
    return new PassingFault('serverTrouble', said, { waitMs: retryAfterMs(response.headers) });
  if (status === 408 || status === 425) return new PassingFault('serverTrouble', said);
  // Signed addresses that a hub redirects to run out; the next attempt is given a new one.
  if (status === 403 && response.redirected) return new PassingFault('serverTrouble', said);
  // The hub does not tell strangers a repository that is closed from one that does not exist.
  if ([401, 403, 404, 410, 451].includes(status)) return new ModelError('notFound', said);
  return new ModelError('serverTrouble', said);
}

/** No file of a model is a web page: it is the log-in page of a network, or the maintenance page of a server. */
function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

/** Seconds, or a date. */
function retryAfterMs(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
