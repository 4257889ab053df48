import MiniSearch, { type SearchResult } from 'minisearch';
import { termsOf, type Word, wordsToFind, wordsToIndex } from '@/lexical/words';
import type { LexicalIndex, LexicalItem, WordMatch } from '@/memory/ports';
import type { MemoryId } from '@/memory/types';

/** A turn is mostly found by its own words; what stands around it tells what "it" and "there" are. */
const fieldWeights = { text: 1, near: 0.4, wide: 0.2 };

/** What the very form that is looked for adds to a match of its stem. */
const sameForm = 0.4;

/** Memories by the words they share with a text, as MiniSearch ranks them. */
export function miniSearchIndex(): LexicalIndex {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements LexicalIndex {
  private readonly words = new MiniSearch<LexicalItem>({
    fields: Object.keys(fieldWeights),
    tokenize: (text) => wordsToIndex(text).flatMap((word) => (word.isStop ? [] : termsOf(word))),
    searchOptions: { combineWith: 'OR', boost: fieldWeights },
  });

  get size(): number {
    return this.words.documentCount;
  }

  add(items: readonly LexicalItem[]): void {
    for (const item of items) {
      this.remove([item.id]);
      this.words.add(item);
    }
  }

  remove(ids: readonly MemoryId[]): void {
    for (const id of ids) {
      if (this.words.has(id)) this.words.discard(id);
    }
  }

  search(text: string, k: number, { prefix = false }: { prefix?: boolean } = {}): WordMatch[] {
    if (!(k > 0)) return [];
    const words = wordsToFind(text);
    const unfinished = prefix ? words.at(-1)?.plain : undefined;
    const sought = words.filter(({ plain, isStop }) => !isStop || plain === unfinished);
    const stems = new Set(sought.map(({ stem }) => stem));
    const found = this.words.search(text, {
      tokenize: () => sought.flatMap(termsOf),
      boostTerm: (term) => (stems.has(term) ? 1 : sameForm),
      prefix: (term) => term === unfinished,
    });
    return withShares(
      found,
      k,
      words.filter(({ isStop }) => !isStop),
      this.size,
    );
  }
}

/**
 * The share of a query that each match answers by its own words. A word weighs as in BM25 (Robertson and Spärck Jones
 * 1976); one that no memory holds weighs most, for no memory answers it.
 */
function withShares(
  found: readonly SearchResult[],
  k: number,
  words: readonly Word[],
  size: number,
): WordMatch[] {
  const telling = new Map<string, { terms: string[]; weight: number }>();
  for (const word of words) {
    if (telling.has(word.stem)) continue;
    const terms = termsOf(word);
    const holders = found.filter(({ match }) => terms.some((term) => match[term] !== undefined)).length;
    const weight = Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
    telling.set(word.stem, { terms, weight });
  }
  const all = [...telling.values()].reduce((sum, { weight }) => sum + weight, 0);
  return found.slice(0, k).map(({ id, score, match }) => {
    let own = 0;
    for (const { terms, weight } of telling.values()) {
      if (terms.some((term) => match[term]?.includes('text'))) own += weight;
    }
    return { id, score, share: all > 0 ? own / all : 0 };
  });
}
