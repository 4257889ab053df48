/** Why an address is not taken: it is none, or it would send what the user said over a network in the clear. */
export type UrlProblem = 'notAnAddress' | 'plainHttp';

/**
 * The address that ends before "/chat/completions", from what people type: "localhost:11434", or the whole address of
 * a call. Plain http only reaches this machine.
 */
export function checkServerUrl(text: string): { url: string } | { problem: UrlProblem } {
  const typed = text.trim();
  const url = parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return { problem: 'notAnAddress' };
  }
  if (url.protocol === 'http:' && !isThisMachine(url.hostname)) return { problem: 'plainHttp' };
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:chat\/completions|completions|models)$/, '');
  return { url: `${url.origin}${path || '/v1'}` };
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function schemeFor(typed: string): 'http' | 'https' {
  const host = /^(?:\[[^\]]*\]|[^/:?#]*)/.exec(typed)?.[0] ?? '';
  return isThisMachine(host.toLowerCase()) ? 'http' : 'https';
}

/** Whether a host's name stands for the machine that asks. */
export function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1'].includes(host);
}
