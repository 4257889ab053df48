/** The match pattern of all pages of an origin, as permissions are asked for. Firefox knows no ports in patterns. */
export function originPattern(origin: string): string {
  const { protocol, host, hostname } = new URL(origin);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}
