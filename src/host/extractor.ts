import { browserModel } from '@/inference/extractors/browser-model';
import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import { serverExtractor } from '@/inference/extractors/server-extractor';
import { transformersExtractor } from '@/inference/extractors/transformers-extractor';
import { webllmExtractor } from '@/inference/extractors/webllm-extractor';
import type { Extractor } from '@/memory/ports';
import type { ExtractorChoice } from '@/memory/settings';
import type { LanguageCard, ModelCard, ModelId } from '@/models/types';

/** The language model the user chose; nobody where its files are not here. */
export async function openExtractor(
  choice: ExtractorChoice,
  readyCard: (id: ModelId) => Promise<ModelCard | undefined>,
): Promise<Extractor | EndingExtractor | undefined> {
  if (choice.by === 'browser') return browserModel();
  if (choice.by === 'server') return serverExtractor(choice);
  if (choice.by === 'nobody') return undefined;
  const card = await readyCard(choice.model);
  return card?.task === 'language' ? shelfExtractor(card) : undefined;
}

export function shelfExtractor(card: LanguageCard): EndingExtractor {
  return card.runtime === 'webllm' ? webllmExtractor(card) : transformersExtractor(card);
}
