import type { Extractor, ReadingJob } from '@/memory/ports';
import type { Origin } from '@/memory/types';

/** A job to read a turn with these words. */
export function readingOf(
  text: string,
  {
    origin = 'typed',
    at = '2026-11-22T12:00:00Z',
    before = '',
  }: { origin?: Origin | undefined; at?: string | undefined; before?: string } = {},
): ReadingJob {
  const capturedAt = Date.parse(at);
  const conversationId = 'conversation';
  const conversation = {
    id: conversationId,
    site: 'chatgpt',
    provisionalKey: 'key',
    url: '',
    title: '',
    space: 'personal',
    startedAt: capturedAt,
    lastTurnAt: capturedAt,
    told: {},
  };
  const turn = {
    id: '01931234-aaaa-7bbb-8ccc-1f2e3d4c5b6a',
    key: 'turn',
    role: 'user',
    text,
    origin,
    conversationId,
    capturedAt,
  } as const;
  return {
    job: { turnId: turn.id, addedAt: capturedAt, attempts: 0 },
    turn,
    before:
      before === '' ? undefined : { ...turn, id: 'before', key: 'before', role: 'assistant', text: before },
    conversation,
  };
}

/** A language model that writes the same whatever it is asked, or what a function makes of the question. */
export function extractorSaying(
  answer: string | Extractor['write'],
  { contextTokens = 4_096, ready = true } = {},
): Extractor {
  return {
    model: 'scripted',
    contextTokens,
    ready,
    write: typeof answer === 'string' ? async () => answer : answer,
  };
}
