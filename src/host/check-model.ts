import { shelfExtractor } from '@/host/extractor';
import { tryEmbedder } from '@/inference/try-embedder';
import type { ModelCard } from '@/models/types';

/** Runs a model once, so that one that cannot run here is told before it is chosen. Throws what it ran into. */
export async function checkModel(card: ModelCard): Promise<{ dimensions?: number }> {
  if (card.task === 'embedding') return tryEmbedder(card);
  const extractor = shelfExtractor(card);
  try {
    await extractor.write({ system: '', prompt: 'Say yes.', maxTokens: 4 });
    return {};
  } finally {
    extractor.end();
  }
}
