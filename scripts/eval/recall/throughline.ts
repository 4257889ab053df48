import type { Embedder } from '@/memory/ports';
import type { Memory, MemoryId, Source } from '@/memory/types';
import { voyIndex } from '@/vectors/voy-index';
import { freshName, type OpenEngine, openEngine } from '../../../test/support/open-engine';
import { compileVoyFromDisk } from '../../../test/vectors/compile-voy-from-disk';
import type { Item, Searcher, System } from './system';

/** The engine itself, on a database in memory. */
export function throughline(embedder: Embedder | undefined): System {
  return {
    name: 'throughline',
    async open(items, now) {
      const ports = embedder && {
        embedder,
        vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk),
      };
      const opened = await openEngine(freshName(), { at: now, ...(ports ? { ports } : {}) });
      const searcher = searcherOn(opened);
      await searcher.store?.(items);
      return searcher;
    },
  };
}

function searcherOn({ engine, store, database, close }: OpenEngine): Searcher {
  const itemOf = new Map<MemoryId, string>();
  let drafts = 0;

  async function put(items: readonly Item[]): Promise<void> {
    const sources = await captureSessions(items);
    for (const item of [...items].sort((one, other) => one.at - other.at)) {
      const { id, text, kind, at, importance, pinned, space } = item;
      const source = sources.get(id);
      const [memory] = await engine.store([
        {
          text,
          kind,
          at,
          ...(importance === undefined ? {} : { importance }),
          ...(pinned === undefined ? {} : { pinned }),
          ...(space === undefined ? {} : { space }),
          ...(source ? { source } : {}),
        },
      ]);
      if (memory) itemOf.set(memory.id, id);
    }
  }

  /** The turns of conversations are captured as they are in a chat, so that each has its place in its thread. */
  async function captureSessions(items: readonly Item[]): Promise<Map<string, Source>> {
    const sources = new Map<string, Source>();
    const sessions = new Set(items.flatMap(({ session }) => session ?? []));
    for (const session of sessions) {
      const said = items.filter((item) => item.session === session);
      const ref = { site: 'chatgpt', provisionalKey: session, siteConversationId: session };
      const turns = said.map(({ id, text }, position) => ({
        key: id,
        role: 'user' as const,
        text,
        origin: 'typed' as const,
        position,
      }));
      await store.saveTurns({ conversation: ref, url: '', title: '', turns }, said[0]?.at ?? 0);
      const conversation = await store.findConversation(ref);
      if (!conversation) throw new Error('A conversation that was just captured is not there');
      const rows = await database.turns
        .where('[conversationId+position]')
        .between([conversation.id, 0], [conversation.id, Infinity])
        .toArray();
      const idOf = new Map(rows.map(({ key, id }) => [key, id]));
      for (const { id, text, at } of said) {
        const turnId = idOf.get(id);
        if (turnId)
          sources.set(id, {
            from: 'turn',
            site: 'chatgpt',
            conversationId: conversation.id,
            turnId,
            quote: text,
            at,
          });
      }
    }
    return sources;
  }

  const idsOf = (memories: readonly Pick<Memory, 'id'>[]) =>
    memories.flatMap(({ id }) => itemOf.get(id) ?? []);

  return {
    store: put,
    async signals({ text, context = [] }) {
      const ranked = await engine.rank(text, [...context].reverse());
      return ranked.flatMap(({ memory, signals }) => {
        const id = itemOf.get(memory.id);
        return id === undefined ? [] : { id, signals };
      });
    },
    rank: async (query, count) =>
      idsOf((await engine.rank(query)).slice(0, count).map(({ memory }) => memory)),
    async inject({ text, context = [], site = 'claude' }, tokens) {
      const chat = `draft-${++drafts}`;
      const { memories } = await engine.recall({
        conversation: { site, provisionalKey: chat, siteConversationId: chat },
        draft: text,
        turns: [...context].reverse(),
        ...(tokens === undefined ? {} : { maxTokens: tokens }),
      });
      return idsOf(memories);
    },
    async close() {
      close();
      await database.delete();
    },
  };
}
