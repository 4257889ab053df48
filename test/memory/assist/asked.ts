import type { Ask } from '@/memory/assist/ask';
import type { ExtractorRequest } from '@/memory/ports';
import type { ActiveMemory, MemoryKind } from '@/memory/types';

/** For where no model may be asked. */
export const askNobody: Ask = async () => undefined;

/** Asks a model that always says the same, and keeps what it was asked. */
export function askSaying(answer: string | undefined): Ask & { asked: ExtractorRequest[] } {
  const asked: ExtractorRequest[] = [];
  const ask: Ask = async (request) => {
    asked.push(request);
    return answer;
  };
  return Object.assign(ask, { asked });
}

export function memoryOf(
  text: string,
  {
    importance = 0.5,
    kind = 'fact',
    at = Date.UTC(2026, 10, 22, 12),
  }: { importance?: number; kind?: MemoryKind; at?: number } = {},
): ActiveMemory {
  return {
    id: text,
    kind,
    text,
    space: 'personal',
    basis: 'inferred',
    importance,
    confidence: 0.9,
    strength: 1,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources: [],
    createdAt: at,
    updatedAt: at,
    status: 'active',
  };
}
