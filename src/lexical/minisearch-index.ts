import MiniSearch, { type SearchResult } from 'minisearch';
import { wordsToFind, wordsToIndex } from '@/lexical/words';
import { englishStem } from '@/lib/english-stem';
import type { Domain } from '@/memory/domains';
import type { LexicalIndex, LexicalItem, Neighbour, WordMatch } from '@/memory/ports';
import type { MemoryId } from '@/memory/types';

/** English only and few: BM25 weighs common words down by itself, so these save space rather than noise. */
const stopWords = new Set(
  'a an and are as at be been but by do for from had has have i if in is it its me my of on or our so that the their them they this to was we were with you your'.split(
    ' ',
  ),
);

/** A turn is mostly found by its own words; what stands around it tells what "it" and "there" are. */
const fieldWeights = { text: 1, near: 0.3, wide: 0.15 };

/** Memories by the words they share with a text, and by their domains; words as MiniSearch ranks them. */
export function miniSearchIndex(): LexicalIndex {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements LexicalIndex {
  private readonly placed = new Map<Domain, Map<MemoryId, number>>();
  private readonly words = new MiniSearch<LexicalItem>({
    fields: Object.keys(fieldWeights),
    tokenize: wordsToIndex,
    processTerm: (word) => (stopWords.has(word) ? null : forms(word)),
    searchOptions: { tokenize: wordsToFind, combineWith: 'OR', boost: fieldWeights },
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

  search(text: string, k: number, { prefix = false }: { prefix?: boolean } = {}): WordMatch[] {
    if (!(k > 0)) return [];
    const unfinished = prefix ? wordsToFind(text).at(-1) : undefined;
    const found = this.words.search(text, {
      processTerm: (word) => {
        if (word === unfinished) return forms(word);
        return stopWords.has(word) ? null : englishStem(word);
      },
      prefix: (word) => word === unfinished,
    });
    const terms = wordsToFind(text).filter((word) => !stopWords.has(word));
    return withShares(found, k, terms.map(englishStem), this.size);
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

/**
 * The share of a query that each match answers by its own words. A word weighs as in BM25 (Robertson and Spärck Jones
 * 1976); one that no memory holds weighs most, for no memory answers it.
 */
function withShares(found: readonly SearchResult[], k: number, terms: readonly string[], size: number): WordMatch[] {
  const telling = new Map<string, number>();
  for (const term of new Set(terms)) {
    const holders = found.filter(({ match }) => match[term] !== undefined).length;
    telling.set(term, Math.log(1 + (size - holders + 0.5) / (holders + 0.5)));
  }
  const all = [...telling.values()].reduce((sum, weight) => sum + weight, 0);
  return found.slice(0, k).map(({ id, score, match }) => {
    let own = 0;
    for (const [term, weight] of telling) if (match[term]?.includes('text')) own += weight;
    return { id, score, share: all > 0 ? own / all : 0 };
  });
}
