import type { Settings } from '@/memory/settings';
import type { ShelvedModel } from '@/models/types';
import type { Tab } from './tab';

export interface StoredTurn {
  key: string;
  role: 'user' | 'assistant';
  conversationId: string;
  pendingAt?: number;
  body: { text: string; origin: string };
}

export interface StoredMemory {
  id: string;
  kind: string;
  status: string;
  updatedAt: number;
  body: { text: string; strength: number; sources: { quote?: string; site?: string }[] };
}

export interface StoredConversation {
  id: string;
  site: string;
  siteConversationId: string;
}

interface Tables {
  models: ShelvedModel;
  jobs: { turnId: string; attempts: number; parkedAt?: number; reason?: string };
  settings: { value: Settings };
  turns: StoredTurn;
  memories: StoredMemory;
  conversations: StoredConversation;
}

/** Reads a table off the real disk, past all of the extension's code, in a tab that shows one of its pages. */
export async function readTable<Name extends keyof Tables>(tab: Tab, name: Name): Promise<Tables[Name][]> {
  const rows = await tab.evaluate(async (table) => {
    const known = await indexedDB.databases();
    if (!known.some((database) => database.name === 'throughline')) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('throughline');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      if (!database.objectStoreNames.contains(table)) return [];
      return await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close();
    }
  }, name);
  return rows as Tables[Name][];
}

/** The turns of the conversations on one site, once there are as many as expected. */
export async function awaitTurns(tab: Tab, site: string, count: number): Promise<StoredTurn[]> {
  return awaitRows(`${count} turns of ${site} are on disk`, async () => {
    const turns = await turnsOf(tab, site);
    return turns.length >= count ? turns : undefined;
  });
}

export async function turnsOf(tab: Tab, site: string): Promise<StoredTurn[]> {
  const conversations = await readTable(tab, 'conversations');
  const ids = new Set(conversations.filter((row) => row.site === site).map(({ id }) => id));
  return (await readTable(tab, 'turns')).filter((row) => ids.has(row.conversationId));
}

export async function awaitMemories(tab: Tab, count: number): Promise<StoredMemory[]> {
  return awaitRows(`${count} memories are on disk`, async () => {
    const memories = await readTable(tab, 'memories');
    return memories.length >= count ? memories : undefined;
  });
}

/** How many memories have a vector of an embedding model. */
export async function countVectors(tab: Tab, model: string): Promise<number> {
  return tab.evaluate(
    (named) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('throughline');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('vectors').objectStore('vectors').index('model').count(named);
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    model,
  );
}

export async function awaitRows<Rows>(
  what: string,
  look: () => Promise<Rows | undefined>,
  patienceMs = 20_000,
): Promise<Rows> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const rows = await look();
    if (rows) return rows;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
