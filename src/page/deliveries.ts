import type { SeenTurn } from '@/page/seen-turns';

/** Enough for the longest chats; beyond it the oldest are sent again, which the engine takes as known. */
const mostKeys = 20_000;
/** A turn whose words never rest is not worth more. */
const mostRevisions = 8;

/** Which turns of one conversation the engine has on disk. */
export interface Deliveries {
  /** The key to send the turn under; undefined when the engine has these words of it. */
  keyFor(seen: SeenTurn): string | undefined;
  acknowledge(seen: SeenTurn): void;
}

export function deliveries(): Deliveries {
  const done = new Map<string, string[]>();

  return {
    keyFor({ key, hash }) {
      if (key === undefined || hash === undefined) return undefined;
      const hashes = done.get(key);
      if (!hashes) return key;
      // An edit that keeps the id: other words are another turn, in the place of the first.
      return hashes.includes(hash) || hashes.length > mostRevisions ? undefined : `${key}~${hash}`;
    },
    acknowledge({ key, hash }) {
      if (key === undefined || hash === undefined) return;
      const hashes = done.get(key) ?? [];
      if (!hashes.includes(hash)) done.set(key, [...hashes, hash]);
      if (done.size <= mostKeys) return;
      const oldest = done.keys().next().value;
      if (oldest !== undefined) done.delete(oldest);
    },
  };
}
