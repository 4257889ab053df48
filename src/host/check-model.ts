import { shelfExtractor } from '@/host/extractor';
import { transformersEmbedder } from '@/inference/transformers-embedder';
import type { ModelCard } from '@/models/types';

/** Runs a model once, so that one that cannot run here is told before it is chosen. Throws what it ran into. */
export async function checkModel(card: ModelCard): Promise<{ dimensions?: number }> {
  if (card.task === 'language') {
    await shelfExtractor(card).write({ system: '', prompt: 'Say yes.', maxTokens: 4 });
    return {};
  }
  const embedder = transformersEmbedder(card);
  try {
    const [vector] = await embedder.embed(['Somebody says something.']);
    return { dimensions: vector?.length ?? 0 };
  } finally {
    embedder.end();
  }
}
