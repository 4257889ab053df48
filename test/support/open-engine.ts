import 'fake-indexeddb/auto';
import { miniSearchIndex } from '@/lexical/minisearch-index';
import { newId } from '@/lib/new-id';
import { type MemoryEngine, memoryEngine } from '@/memory/engine';
import type { MemoryStore, Ports } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import type { CapturedTurn, CapturedTurns } from '@/memory/types';
import { type Database, openDatabase } from '@/store/database';
import { memoryStore } from '@/store/memory-store';
import { voyIndex } from '@/vectors/voy-index';
import { compileVoyFromDisk } from '../vectors/compile-voy-from-disk';
import { builtinFromDisk, judgeFromDisk, placerFromDisk } from './builtin-from-disk';

export interface OpenEngine {
  engine: MemoryEngine;
  store: MemoryStore;
  database: Database;
  /** Moves the clock. */
  wait(ms: number): void;
  /** Closes the database as a killed page would leave it. */
  close(): void;
  faults: unknown[];
}

let databases = 0;

export function freshName(): string {
  return `story-${++databases}`;
}

/** The real engine on the real store, indexes and embedder; only the disk is in memory and the clock is ours. */
export async function openEngine(
  name = freshName(),
  { at = Date.UTC(2026, 10, 22, 10), ports = {} }: { at?: number; ports?: Partial<Ports> } = {},
): Promise<OpenEngine> {
  let now = at;
  const faults: unknown[] = [];
  const embedder = builtinFromDisk();
  const database = openDatabase(name);
  const store = memoryStore(database, newId);
  const all: Ports = {
    store,
    vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk),
    words: miniSearchIndex(),
    placer: placerFromDisk(),
    judge: judgeFromDisk(),
    embedder,
    now: () => now,
    newId,
    openEmbedding: async (model) => {
      if (model !== builtinModel) throw new Error(`There is no model ${model} here`);
      return { embedder, vectors: await voyIndex(embedder.dimensions, compileVoyFromDisk) };
    },
    extractor: () => undefined,
    mayWork: async () => true,
    ...ports,
  };
  const engine = memoryEngine(all, (error) => faults.push(error));
  return {
    engine,
    store,
    database,
    faults,
    wait: (ms) => {
      now += ms;
    },
    close: () => database.close(),
  };
}

let turns = 0;

export function turn(text: string, more: Partial<CapturedTurn> = {}): CapturedTurn {
  return { key: `turn-${++turns}`, role: 'user', text, origin: 'typed', ...more };
}

export function captured(
  texts: readonly (string | CapturedTurn)[],
  { site = 'chatgpt', chat = 'chat-1' }: { site?: string; chat?: string } = {},
): CapturedTurns {
  return {
    conversation: { site, provisionalKey: `${site}-${chat}`, siteConversationId: chat },
    url: `https://${site}.example/c/${chat}`,
    title: 'A chat',
    turns: texts.map((text) => (typeof text === 'string' ? turn(text) : text)),
  };
}

export function draftIn(draft: string, { site = 'claude', chat = 'chat-2' } = {}) {
  return { conversation: { site, provisionalKey: `${site}-${chat}`, siteConversationId: chat }, draft };
}
