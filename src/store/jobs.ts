import type { ReadingJob } from '@/memory/ports';
import type { TurnId } from '@/memory/types';
import type { Codec } from '@/store/codec';
import type { Database } from '@/store/database';
import { openConversation, openTurn, type TurnRow, toJob, toJobRow } from '@/store/rows';

interface Open {
  database: Database;
  codec: Codec;
}

export async function nextJob({ database, codec }: Open, now: number): Promise<ReadingJob | undefined> {
  for (;;) {
    const row = await database.jobs
      .orderBy('waitingSince')
      .filter(({ leasedUntil = 0 }) => leasedUntil <= now)
      .first();
    if (!row) return undefined;
    const turn = await database.turns.get(row.turnId);
    const conversation = turn && (await database.conversations.get(turn.conversationId));
    if (turn && conversation && turn.replacedBy === undefined) {
      const before = await answerBefore(database, turn);
      return {
        job: toJob(row),
        turn: await openTurn(turn, codec),
        before: before && (await openTurn(before, codec)),
        conversation: await openConversation(conversation, codec),
      };
    }
    // A turn that was forgotten, or edited since, has nothing to tell.
    await database.jobs.delete(row.turnId);
  }
}

export async function retryJobs({ database }: Open, turnIds: readonly TurnId[], at: number): Promise<void> {
  await database.transaction('rw', database.jobs, async () => {
    const rows = await database.jobs.bulkGet([...turnIds]);
    const parked = rows.filter((row) => row !== undefined).filter((row) => row.parkedAt !== undefined);
    await database.jobs.bulkPut(parked.map(({ turnId }) => toJobRow({ turnId, addedAt: at, attempts: 0 })));
  });
}

/** The assistant's turn just before, where the places in the thread are known. */
async function answerBefore(database: Database, turn: TurnRow): Promise<TurnRow | undefined> {
  if (turn.position === undefined || turn.position === 0) return undefined;
  return database.turns
    .where({ conversationId: turn.conversationId, position: turn.position - 1 })
    .filter(({ role, replacedBy }) => role === 'assistant' && replacedBy === undefined)
    .first();
}
