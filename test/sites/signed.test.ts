import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sites } from '@/sites/index';
import { siteFile } from '@/sites/map-file';
import { readSignedSites, SignedSitesError, signedPart } from '@/sites/signed';

const now = Date.parse('2026-10-20T12:00:00Z');
const issued = '2026-10-20T08:00:00Z';
const maps = sites.flatMap(({ map }) => (map ? [map] : [])).slice(0, 4);
const data: unknown[] = maps.map((map) => JSON.parse(siteFile(map)));

const kinds = [
  { kind: 'Ed25519', generate: { name: 'Ed25519' }, sign: { name: 'Ed25519' } },
  {
    kind: 'P-256',
    generate: { name: 'ECDSA', namedCurve: 'P-256' },
    sign: { name: 'ECDSA', hash: 'SHA-256' },
  },
] as const;

describe.each(kinds)('a list of sites signed with $kind', async ({ generate, sign }) => {
  const makeKeys = async () =>
    (await crypto.subtle.generateKey(generate, false, ['sign', 'verify'])) as CryptoKeyPair;
  const { privateKey, publicKey } = await makeKeys();

  async function signed(at = issued, list = data): Promise<Record<string, unknown>> {
    const bytes = await crypto.subtle.sign(sign, privateKey, signedPart(at, list));
    const signature = btoa(String.fromCharCode(...new Uint8Array(bytes)));
    return { issued: at, sites: list, signature };
  }

  const read = (list: unknown, newerThan = 0, key = publicKey) =>
    readSignedSites(JSON.stringify(list), { key, newerThan, now });

  test('is taken, with the sites as they are', async () => {
    expect(await read(await signed())).toEqual({ issued: Date.parse(issued), sites: maps });
  });

  test('is taken with its white space changed, which says nothing', async () => {
    const text = JSON.stringify(await signed(), null, 4);
    expect((await readSignedSites(text, { key: publicKey, newerThan: 0, now })).sites).toEqual(maps);
  });

  test('is refused if anything in it was changed', async () => {
    const list = await signed();
    const other = structuredClone(data) as { name: string }[];
    if (other[0]) other[0].name = 'Another';
    await expect(read({ ...list, sites: other })).rejects.toMatchObject({ reason: 'signature' });
    await expect(read({ ...list, sites: data.slice(1) })).rejects.toMatchObject({ reason: 'signature' });
    await expect(read({ ...list, issued: '2026-10-20T09:00:00Z' })).rejects.toMatchObject({
      reason: 'signature',
    });
  });

  test('is refused if another key has signed it', async () => {
    const { publicKey: other } = await makeKeys();
    await expect(read(await signed(), 0, other)).rejects.toMatchObject({ reason: 'signature' });
  });

  test('is refused if it is older than the one in use, the same, or from the future', async () => {
    const list = await signed();
    const at = Date.parse(issued);
    await expect(read(list, at + 1)).rejects.toMatchObject({ reason: 'age' });
    await expect(read(list, at)).rejects.toMatchObject({ reason: 'age' });
    expect((await read(list, at - 1)).issued).toBe(at);
    await expect(read(await signed('2026-10-22T08:00:00Z'))).rejects.toMatchObject({ reason: 'age' });
  });

  test('is refused with fields that nobody knows, in the list or in a site', async () => {
    await expect(read({ ...(await signed()), script: 'x' })).rejects.toMatchObject({ reason: 'shape' });
    const more = [{ ...(data[0] as object), script: 'https://example.org/a.js' }];
    await expect(read(await signed(issued, more))).rejects.toMatchObject({
      reason: 'site',
      message: 'Site 1 of the list: script: expected no such field',
    });
  });

  test('is refused with one site twice', async () => {
    await expect(read(await signed(issued, [data[0], data[0]]))).rejects.toMatchObject({ reason: 'site' });
  });

  test('is refused with its own error whatever it is', async () => {
    const list = await signed();
    const damaged = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .tuple(fc.constantFrom('issued', 'sites', 'signature'), fc.jsonValue())
        .map(([field, value]) => JSON.stringify({ ...list, [field]: value })),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        const failure = await readSignedSites(text, { key: publicKey, newerThan: 0, now }).catch(
          (error: unknown) => error,
        );
        expect(failure).toBeInstanceOf(SignedSitesError);
      }),
    );
  });
});
