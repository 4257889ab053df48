import type { MemoryEngine } from '@/memory/engine';
import type { EmbeddingTrial, ExtractionTrial } from '@/messaging/protocol';

/** Times the second of two runs: the first may have had to load the model. */
export async function tryEmbedding(
  one: string,
  other: string,
  engine: MemoryEngine,
): Promise<EmbeddingTrial> {
  await engine.compare(one, other);
  const from = performance.now();
  const compared = await engine.compare(one, other);
  return { ...compared, tookMs: performance.now() - from };
}

export async function tryExtraction(text: string, engine: MemoryEngine): Promise<ExtractionTrial> {
  const from = performance.now();
  const { model, found, dropped, wroteTokens } = await engine.tryReading(text);
  const tookMs = performance.now() - from;
  return {
    model,
    found: found.map(({ candidate: { kind, text, quote } }) => ({ kind, text, quote })),
    dropped,
    tookMs,
    tokensPerSecond: (1_000 * wroteTokens) / tookMs,
  };
}
