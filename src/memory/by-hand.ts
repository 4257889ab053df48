import { RefusedError } from '@/memory/errors';
import { keptIfAsked } from '@/memory/kept';
import type { Ports } from '@/memory/ports';
import { holdsSecret } from '@/memory/redact';
import { withoutSecrets } from '@/memory/redaction/without-secrets';

/** Throws `RefusedError` where what somebody writes may not be kept: nothing is cut out of it behind their back. */
export async function refuseUnkept(text: string, ports: Ports): Promise<void> {
  refuseSecrets(text);
  if ((await keptIfAsked([{ text }], ports)).length > 0) return;
  throw new RefusedError(
    'This holds an e-mail address, a phone number or a postal address. Allow contacts under Privacy, or take it out.',
  );
}

/** Of a text, or of texts at any depth. */
export function refuseSecrets(written: unknown): void {
  if (JSON.stringify(withoutSecrets(written)) === JSON.stringify(written)) return;
  throw new RefusedError(
    'This holds a password, a key or a number that could be misused. Take it out: such things are never kept.',
  );
}

/** The items of an import that may be kept; the others are left out, and it goes on. */
export async function storable<Item extends { text: string }>(
  items: readonly Item[],
  ports: Ports,
): Promise<Item[]> {
  return keptIfAsked(
    items.filter(({ text }) => !holdsSecret(text)),
    ports,
  );
}
