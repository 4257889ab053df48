import { Dexie } from 'dexie';
import type { Thread } from '@/memory/ports';
import type { ConversationId, Turn } from '@/memory/types';
import type { Codec } from '@/store/codec';
import type { Database } from '@/store/database';
import { openConversation, openTurn } from '@/store/rows';

/** A conversation and its turns as they stand in it, without those that were replaced. */
export async function thread(
  { database, codec }: { database: Database; codec: Codec },
  id: ConversationId,
): Promise<Thread | undefined> {
  const conversation = await database.conversations.get(id);
  if (!conversation) return undefined;
  const rows = await database.turns
    .where('[conversationId+key]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .filter(({ replacedBy }) => replacedBy === undefined)
    .toArray();
  const turns = await Promise.all(rows.map((row) => openTurn(row, codec)));
  return { conversation: await openConversation(conversation, codec), turns: turns.sort(inThread) };
}

/** By their places where the site tells them, else as they were captured: ids sort by when they were made. */
function inThread(one: Turn, other: Turn): number {
  if (one.position !== undefined && other.position !== undefined && one.position !== other.position) {
    return one.position - other.position;
  }
  return one.capturedAt - other.capturedAt || (one.id < other.id ? -1 : 1);
}
