import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What is known of a file before it is there. Hashes in hex. */
export interface Expected {
  bytes?: number | undefined;
  sha256?: string | undefined;
  /** From a model's manifest; it counts where no SHA-256 is known. */
  md5?: string | undefined;
}

export interface WholeFile {
  bytes: number;
  sha256: string;
  md5?: string | undefined;
}

export interface Digest {
  update(chunk: Uint8Array): void;
  /** Of all that was taken in; ends the digest. */
  close(): WholeFile;
}

export function digestFor(expected: Expected): Digest {
  const sha = sha256.create();
  const weak = expected.md5 && !expected.sha256 ? md5.create() : undefined;
  let bytes = 0;
  return {
    update(chunk) {
      bytes += chunk.length;
      sha.update(chunk);
      weak?.update(chunk);
    },
    close: () => ({
      bytes,
      sha256: bytesToHex(sha.digest()),
      md5: weak && bytesToHex(weak.digest()),
    }),
  };
}

export function fits(file: WholeFile, expected: Expected): boolean {
  if (expected.bytes !== undefined && expected.bytes !== file.bytes) return false;
  if (expected.sha256) return expected.sha256.toLowerCase() === file.sha256;
  return !expected.md5 || expected.md5 === file.md5;
}

/** The digest of a file on the disk. */
export async function digestOf(file: Blob, expected: Expected, signal: AbortSignal): Promise<WholeFile> {
  const digest = digestFor(expected);
  for await (const chunk of chunksOf(file)) {
    signal.throwIfAborted();
    digest.update(chunk);
  }
  return digest.close();
}

/** By slices and not as a stream: each slice lets everything else that waits here run. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += chunkBytes) {
    yield new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer());
  }
}

const chunkBytes = 4 * 1024 * 1024;
