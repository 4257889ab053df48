import type { BlockMemory } from '@/memory/injection/block-memory';
import { clauseOf, joinClauses } from '@/memory/injection/clauses';
import { formatDay } from '@/memory/injection/day';
import { harmless } from '@/memory/injection/harmless';
import { type BlockLanguage, wordings } from '@/memory/injection/wording';

/** Most memories that one sentence tells of: eight memories make four sentences at most. */
const mostInSentence = 3;

/** Memories as a few sentences: who the user is, what they are at, and how they like things. */
export function paragraphOf(memories: readonly BlockMemory[], language: BlockLanguage): string {
  return [wordings[language].context, ...sentencesOf(memories, language)].join(' ');
}

export function sentencesOf(memories: readonly BlockMemory[], language: BlockLanguage): string[] {
  const of = (...kinds: BlockMemory['kind'][]) =>
    kinds.flatMap((kind) => memories.filter((memory) => memory.kind === kind));
  return [of('fact'), of('goal', 'episode'), of('preference', 'procedure')]
    .flatMap(inThrees)
    .map((few) => joinClauses(few.map((memory) => clauseFor(memory, language))));
}

/** What passes quickly carries its day. */
function clauseFor({ text, kind, at }: BlockMemory, language: BlockLanguage) {
  const passes = kind === 'goal' || kind === 'episode';
  return clauseOf(harmless(text), {
    isRule: kind === 'procedure',
    aside: passes ? formatDay(at, language) : '',
  });
}

function inThrees<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / mostInSentence);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * mostInSentence, (index + 1) * mostInSentence),
  );
}
