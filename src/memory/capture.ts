import { stripBlock } from '@/memory/injection/strip-block';
import type { MemoryStore } from '@/memory/ports';
import type { Settings } from '@/memory/settings';
import type { CapturedTurns, CaptureReceipt, SiteId } from '@/memory/types';

/** Puts captured turns on disk; the receipt is given when they are there. Throws `StorageFullError`. */
export async function capture(
  captured: CapturedTurns,
  store: MemoryStore,
  now: number,
): Promise<CaptureReceipt> {
  if (!isOn(await store.settings(), captured.conversation.site)) return { off: true };
  const turns = captured.turns
    .map((turn) => ({ ...turn, text: stripBlock(turn.text) }))
    .filter((turn) => turn.text.trim() !== '');
  return { stored: await store.saveTurns({ ...captured, turns }, now) };
}

export function isOn(settings: Settings, site: SiteId): boolean {
  return settings.enabled && !settings.pausedSites.includes(site);
}
