import MiniSearch from 'minisearch';
import { wordsToFind, wordsToIndex } from '@/lexical/words';
import { englishStem } from '@/lib/english-stem';
import type { Domain } from '@/memory/domains';
import type { LexicalIndex, LexicalItem, Neighbour } from '@/memory/ports';
import type { MemoryId } from '@/memory/types';

/** English only and few: BM25 weighs common words down by itself, so these save space rather than noise. */
const stopWords = new Set(
  'a an and are as at be been but by do for from had has have i if in is it its me my of on or our so that the their them they this to was we were with you your'.split(
    ' ',
  ),
);

/** Memories by the words they share with a text, and by their domains; words as MiniSearch ranks them. */
export function miniSearchIndex(): LexicalIndex {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements LexicalIndex {
  private readonly placed = new Map<Domain, Map<MemoryId, number>>();
  private readonly words = new MiniSearch<LexicalItem>({
    fields: ['text'],
    tokenize: wordsToIndex,
    processTerm: (word) => (stopWords.has(word) ? null : forms(word)),
    searchOptions: { tokenize: wordsToFind, combineWith: 'OR' },
  });

  get size(): number {
    return this.words.documentCount;
  }

  add(items: readonly LexicalItem[]): void {
    for (const item of items) {
      this.remove([item.id]);
      this.words.add(item);
      for (const domain of item.domains) this.place(item, domain);
    }
  }

  remove(ids: readonly MemoryId[]): void {
    for (const id of ids) {
      if (!this.words.has(id)) continue;
      this.words.discard(id);
      for (const members of this.placed.values()) members.delete(id);
    }
  }

  search(text: string, k: number, { prefix = false }: { prefix?: boolean } = {}): Neighbour[] {
    if (!(k > 0)) return [];
    const unfinished = prefix ? wordsToFind(text).at(-1) : undefined;
    const found = this.words.search(text, {
      processTerm: (word) => {
        if (word === unfinished) return forms(word);
        return stopWords.has(word) ? null : englishStem(word);
      },
      prefix: (word) => word === unfinished,
    });
    return found.slice(0, k).map(({ id, score }) => ({ id, score }));
  }

  inDomains(needs: ReadonlyMap<Domain, number>, k: number): Neighbour[] {
    if (!(k > 0)) return [];
    const scores = new Map<MemoryId, number>();
    for (const [domain, need] of needs) {
      for (const [id, importance] of this.placed.get(domain) ?? []) {
        scores.set(id, (scores.get(id) ?? 0) + need * importance);
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
  }

  private place({ id, importance }: LexicalItem, domain: Domain): void {
    const members = this.placed.get(domain) ?? new Map<MemoryId, number>();
    this.placed.set(domain, members.set(id, importance));
  }
}

/** The stem meets all other forms; the word as it stands is what an unfinished word begins. */
function forms(word: string): string[] {
  const stem = englishStem(word);
  return stem === word ? [word] : [stem, word];
}
