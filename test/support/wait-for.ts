import { vi } from 'vitest';

/** `vi.waitFor` with the patience that a busy machine needs: its own second is over before a library is loaded. */
export function waitFor<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(look, { timeout: 15_000 });
}
