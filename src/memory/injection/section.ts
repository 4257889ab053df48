import type { BlockMemory } from '@/memory/injection/block-memory';
import { formatDay } from '@/memory/injection/day';
import { harmless } from '@/memory/injection/harmless';
import { type BlockLanguage, type Part, parts, wordings } from '@/memory/injection/wording';

/** The lines of a list of memories under headings; a heading only where it has memories. */
export function sectionLines(memories: readonly BlockMemory[], language: BlockLanguage): string[] {
  const { headings } = wordings[language];
  return parts.flatMap((part) => {
    const lines = memories
      .filter((memory) => partOf(memory) === part)
      .map((memory) => lineOf(memory, language));
    return lines.length > 0 ? [`${headings[part]}:`, ...lines] : [];
  });
}

function lineOf({ text, kind, at }: BlockMemory, language: BlockLanguage): string {
  return `- ${harmless(text)} (${wordings[language].kinds[kind]}, ${formatDay(at, language)})`;
}

function partOf({ kind, profile }: BlockMemory): Part {
  if (kind === 'procedure') return 'rules';
  if (kind === 'episode') return 'past';
  return profile ? 'profile' : 'facts';
}
