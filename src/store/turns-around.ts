import { groupBy } from '@/lib/group-by';
import type { TurnAround } from '@/memory/ports';
import type { TurnId } from '@/memory/types';
import type { Codec } from '@/store/codec';
import type { Database } from '@/store/database';
import { openTurn, type TurnRow } from '@/store/rows';

/** The turns up to `reach` places before and after each of these, where the places in the thread are known. */
export async function turnsAround(
  { database, codec }: { database: Database; codec: Codec },
  ids: readonly TurnId[],
  reach: number,
): Promise<Map<TurnId, TurnAround[]>> {
  const rows = (await database.turns.bulkGet([...ids])).filter((row) => row !== undefined);
  const around = new Map<TurnId, TurnAround[]>();
  for (const [conversationId, placed] of byConversation(rows)) {
    const places = placed.map(({ position }) => position);
    const thread = await database.turns
      .where('[conversationId+position]')
      .between(
        [conversationId, Math.min(...places) - reach],
        [conversationId, Math.max(...places) + reach],
        true,
        true,
      )
      .filter(({ replacedBy }) => replacedBy === undefined)
      .toArray();
    const opened = await Promise.all(thread.map((row) => openTurn(row, codec)));
    const at = groupBy(opened, ({ position }) => position);
    for (const { id, position } of placed) {
      const found: TurnAround[] = [];
      for (let step = -reach; step <= reach; step++) {
        if (step !== 0)
          for (const turn of at.get(position + step) ?? []) found.push({ turn, distance: Math.abs(step) });
      }
      around.set(id, found);
    }
  }
  return around;
}

type PlacedRow = TurnRow & { position: number };

function byConversation(rows: readonly TurnRow[]): Map<string, PlacedRow[]> {
  const placed = rows.filter((row): row is PlacedRow => row.position !== undefined);
  return groupBy(placed, ({ conversationId }) => conversationId);
}
