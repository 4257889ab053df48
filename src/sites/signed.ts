import * as v from 'valibot';
import type { SiteMap } from '@/sites/map';
import { parseSiteData, SiteFileError } from '@/sites/map-file';

/** Why a list of sites is not taken. */
export class SignedSitesError extends Error {
  override name = 'SignedSitesError';
  readonly reason: 'shape' | 'signature' | 'age' | 'site';

  constructor(reason: SignedSitesError['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface SignedSites {
  /** When it was signed, in milliseconds since 1970. */
  issued: number;
  sites: SiteMap[];
}

export interface Trust {
  /** An Ed25519 or a P-256 ECDSA key, with the right to verify. */
  key: CryptoKey;
  /** `issued` of the list in use: an older one, or the same, is no news and may be a bad one played back. */
  newerThan: number;
  /** In milliseconds since 1970: a list from later than this, but for clocks that differ, is none. */
  now: number;
}

/**
 * Reads `{ issued, sites, signature }`: site files as data, an ISO time, and a signature in base64 over
 * `signedPart`. Rejects with `SignedSitesError` and nothing else, whatever the text; no site is looked at
 * before it is known whose they are.
 */
export async function readSignedSites(text: string, { key, newerThan, now }: Trust): Promise<SignedSites> {
  const { issued, sites, signature } = readShape(text);
  const isGenuine = await isSigned(signedPart(issued, sites), signature, key);
  if (!isGenuine)
    throw new SignedSitesError('signature', 'The list of sites is not signed with the known key');
  const at = Date.parse(issued);
  if (at <= newerThan) throw new SignedSitesError('age', 'The list of sites is no newer than the one in use');
  if (at > now + clocksDiffer) throw new SignedSitesError('age', 'The list of sites is from the future');
  return { issued: at, sites: readSites(sites) };
}

/**
 * The bytes that are signed: the JSON of time and sites, without white space, in the order in which they
 * stand.
 */
export function signedPart(issued: string, sites: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ issued, sites }));
}

const longest = 2_000_000;
const clocksDiffer = 24 * 60 * 60 * 1000;

const shape = v.strictObject({
  issued: v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    v.check((at) => !Number.isNaN(Date.parse(at))),
  ),
  sites: v.pipe(v.array(v.unknown()), v.maxLength(200)),
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/)),
});

function readShape(text: string): v.InferOutput<typeof shape> {
  try {
    if (text.length > longest) throw new RangeError(`A list of sites has at most ${longest} characters`);
    return v.parse(shape, JSON.parse(text));
  } catch {
    throw new SignedSitesError('shape', 'A list of sites is JSON with issued, sites and signature alone');
  }
}

/** Both kinds of signature are 64 bytes. */
async function isSigned(data: Uint8Array<ArrayBuffer>, signature: string, key: CryptoKey): Promise<boolean> {
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  const algorithm = key.algorithm.name === 'ECDSA' ? { name: 'ECDSA', hash: 'SHA-256' } : key.algorithm.name;
  try {
    return await crypto.subtle.verify(algorithm, key, bytes, data);
  } catch {
    throw new SignedSitesError('signature', 'The known key cannot verify a list of sites');
  }
}

function readSites(sites: readonly unknown[]): SiteMap[] {
  const maps = sites.map((data, index) => {
    try {
      return parseSiteData(data);
    } catch (error) {
      const why = error instanceof SiteFileError ? error.message : 'it cannot be read';
      throw new SignedSitesError('site', `Site ${index + 1} of the list: ${why}`);
    }
  });
  if (new Set(maps.map(({ id }) => id)).size < maps.length) {
    throw new SignedSitesError('site', 'Two sites of the list have one id');
  }
  return maps;
}
