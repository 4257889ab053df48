import type { ConversationId, Turn } from '@/memory/types';
import type { Codec } from '@/store/codec';
import type { Database } from '@/store/database';
import { openTurn } from '@/store/rows';

/** By their place in the thread, the last first; turns of an unknown place count before all others. */
export async function lastTurns(
  { database, codec }: { database: Database; codec: Codec },
  conversationId: ConversationId,
  count: number,
): Promise<Turn[]> {
  const rows = await database.turns
    .where('[conversationId+position]')
    .between([conversationId, -Infinity], [conversationId, Infinity])
    .reverse()
    .filter(({ replacedBy }) => replacedBy === undefined)
    .limit(count)
    .toArray();
  return Promise.all(rows.map((row) => openTurn(row, codec)));
}
