/** Whether an extension match pattern (`https://*.host/path*`) covers the address. A port is no part of a pattern. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme, host, path] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) {
    throw new TypeError(`Not a match pattern: ${pattern}. Write it as https://host/*`);
  }
  return (
    (scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`) &&
    matchesHost(host, url.hostname) &&
    matchesPath(path, url.pathname + url.search)
  );
}

function matchesHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === '*' || pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}

function matchesPath(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 's').test(path);
}
