import { holdsSecret, removed } from '@/memory/redact';
import type { Candidate } from '@/memory/types';

/** Characters; shorter says nothing, longer is not one sentence. */
const shortest = 5;
const longest = 300;

/** The candidates that may become memories: really said in the turn, of a sentence's length, without secrets, once. */
export function gate(candidates: Candidate[], turnText: string): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter((candidate) => {
    const text = candidate.text.trim();
    const sameWords = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (sameWords === '' || text.length < shortest || text.length > longest) return false;
    if (candidate.quote.trim() === '' || !turnText.includes(candidate.quote)) return false;
    if (hadSecret(candidate.text) || hadSecret(candidate.quote) || seen.has(sameWords)) return false;
    seen.add(sameWords);
    return true;
  });
}

/** What is left of a sentence that had one says nothing that is worth knowing; its brackets may be trimmed. */
function hadSecret(text: string): boolean {
  return text.includes(removed.slice(1, -1)) || holdsSecret(text);
}
