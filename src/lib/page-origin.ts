/** Why an address is not taken: it is none, or what is said there would cross a public network in the clear. */
export type OriginProblem = 'notAnAddress' | 'plainHttp';

/**
 * The origin of a page, from what people type or paste: "192.168.1.5:3000", or the whole address of a chat. Plain http
 * only on this machine and in private networks.
 */
export function pageOrigin(text: string): { origin: string } | { problem: OriginProblem } {
  const typed = text.trim();
  const url = parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `${schemeFor(typed)}://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return { problem: 'notAnAddress' };
  }
  // Match patterns know no other hosts, and take `*` for any.
  if (!/^[a-z\d.-]+$/.test(url.hostname)) return { problem: 'notAnAddress' };
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) return { problem: 'plainHttp' };
  return { origin: url.origin };
}

/** Whether this is such an origin as it stands: nothing before it, behind it or left out. */
export function isPageOrigin(text: string): boolean {
  const read = pageOrigin(text);
  return 'origin' in read && read.origin === text;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function schemeFor(typed: string): 'http' | 'https' {
  const host = /^[^/:?#]*/.exec(typed)?.[0] ?? '';
  return isPrivateHost(host.toLowerCase()) ? 'http' : 'https';
}

/** Addresses of RFC 1918 and of the machine itself, and names that are never those of a public host. */
function isPrivateHost(host: string): boolean {
  const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
  return isAddress
    ? /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host)
    : /^(?:[a-z\d-]+\.)*(?:localhost|local|internal|home\.arpa)$/.test(host);
}
