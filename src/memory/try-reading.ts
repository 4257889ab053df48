import { RefusedError } from '@/memory/errors';
import type { ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { estimateTokens } from '@/memory/injection/tokens';
import type { Ports } from '@/memory/ports';
import type { Turn } from '@/memory/types';

export interface ReadingTrial {
  model: string;
  found: ReadCandidate[];
  /** What the model said that is not in the text, or not about its writer. */
  dropped: number;
  /** Of what the model wrote, estimated. */
  wroteTokens: number;
}

/** What the chosen language model reads in a text, as if it were a turn; nothing is stored. */
export async function tryReading(text: string, ports: Ports, signal: AbortSignal): Promise<ReadingTrial> {
  const extractor = ports.extractor();
  if (!extractor) throw new RefusedError('Choose a language model first.');
  const at = ports.now();
  const id = ports.newId();
  const turn: Turn = { id, key: id, conversationId: id, role: 'user', text, origin: 'typed', capturedAt: at };
  let wroteTokens = 0;
  const counted = {
    ...extractor,
    ready: extractor.ready,
    write: async (...asked: Parameters<typeof extractor.write>) => {
      const written = await extractor.write(...asked);
      wroteTokens += estimateTokens(written);
      return written;
    },
  };
  const { candidatesByModel } = await import('@/memory/extraction/model/candidates-by-model');
  const { said, read } = await candidatesByModel({ turn }, [], counted, signal);
  return { model: extractor.model, found: read, dropped: said - read.length, wroteTokens };
}
