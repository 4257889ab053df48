import * as v from 'valibot';
import { contentWords } from '@/lib/content-words';
import { openEngine } from '../../../test/support/open-engine';
import type { Figures } from '../figures';

/** A conversation of one user, with the times of its turns. */
interface Replayed {
  id: string;
  turns: { at: number; role: 'user' | 'assistant'; text: string }[];
}

const bankShape = v.object({
  user: v.string(),
  days: v.array(
    v.object({ date: v.string(), turns: v.array(v.object({ query: v.string(), response: v.string() })) }),
  ),
});
const longShape = v.object({
  data: v.array(
    v.object({
      id: v.string(),
      conversation: v.array(
        v.object({ role: v.picklist(['user', 'assistant']), content: v.string(), date: v.string() }),
      ),
    }),
  ),
});

/** MemoryBank (Zhong et al. 2023): each user's chats of ten days. */
export function bankReplay(rows: readonly unknown[]): Promise<Figures> {
  const users = rows.map((row) => v.parse(bankShape, row));
  return replay(
    'memorybank',
    users.map(({ user, days }) =>
      days.map(({ date, turns }) => ({
        id: `${user} ${date}`,
        turns: turns.flatMap(({ query, response }, index) => [
          { at: Date.parse(date) + index * 60_000, role: 'user' as const, text: query },
          { at: Date.parse(date) + index * 60_000, role: 'assistant' as const, text: response },
        ]),
      })),
    ),
  );
}

/** LongMemEval (Wu et al., ICLR 2025): all conversations of the file are one user's. */
export function longReplay(rows: readonly unknown[]): Promise<Figures> {
  const talks = rows.flatMap((row) => v.parse(longShape, row).data);
  return replay('longMemEval', [
    talks.map(({ id, conversation }) => ({
      id,
      turns: conversation.map(({ role, content, date }) => ({
        at: Date.parse(`${date.slice(0, 10).replaceAll('/', '-')}T${date.slice(-5)}Z`),
        role,
        text: content,
      })),
    })),
  ]);
}

/** How much a memory grows by, and how much of it says what another one says in the same words. */
async function replay(name: string, lives: readonly Replayed[][]): Promise<Figures> {
  let said = 0;
  let kept = 0;
  let episodes = 0;
  let twice = 0;
  for (const life of lives) {
    const at = life[0]?.turns[0]?.at ?? 0;
    const { engine, store, wait, close, database } = await openEngine(undefined, { at });
    let clock = at;
    for (const { id, turns } of life) {
      const next = Math.max(clock, turns[0]?.at ?? clock);
      wait(next - clock);
      clock = next;
      said += turns.filter(({ role }) => role === 'user').length;
      await engine.capture({
        conversation: { site: 'chatgpt', provisionalKey: id, siteConversationId: id },
        url: '',
        title: '',
        turns: turns.map(({ role, text }, position) => ({
          role,
          text,
          origin: 'typed',
          key: `${id}-${position}`,
          position,
        })),
      });
      await engine.learn();
    }
    const active = await store.memoriesByStatus('active');
    const stated = active.filter(({ kind }) => kind !== 'episode');
    const meanings = stated.map(({ text }) => [...contentWords(text)].sort().join(' '));
    episodes += active.length - stated.length;
    kept += stated.length;
    twice += meanings.length - new Set(meanings).size;
    close();
    await database.delete();
  }
  return {
    [`${name}.memoriesPer100`]: (100 * kept) / said,
    [`${name}.episodesPer100`]: (100 * episodes) / said,
    [`${name}.duplicates`]: kept === 0 ? 0 : twice / kept,
    [`counts.${name}`]: said,
  };
}
