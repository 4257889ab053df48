import { builtinModel } from '@/memory/settings';
import { findCard } from '@/models/catalogue';
import type { ModelCard, ModelId } from '@/models/types';
import { text } from '@/ui/text';

/** What a model is called; `shelved` knows the cards of those that are not in the catalogue. */
export function nameOf(
  id: ModelId,
  shelved: ReadonlyMap<ModelId, { card?: ModelCard | undefined }> = new Map(),
): string {
  if (id === builtinModel) return text('modelBuiltin');
  return (shelved.get(id)?.card ?? findCard(id))?.name ?? id.replace(/^\w+:/, '');
}
