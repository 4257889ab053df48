import { packagedFile } from '@/host/packaged-file';
import { builtinEmbedder } from '@/inference/builtin-embedder';
import { readStaticModel } from '@/inference/static-model';
import { transformersEmbedder } from '@/inference/transformers-embedder';
import { logFault } from '@/lib/log-fault';
import { once } from '@/lib/once';
import type { Embedding, VectorIndex } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import { findCard } from '@/models/catalogue';
import { ModelError, type ModelProblem } from '@/models/model-error';
import type { ShelvedModel } from '@/models/types';
import { emptyIndex } from '@/vectors/empty-index';
import { voyIndex } from '@/vectors/voy-index';

export async function builtinEmbedding(): Promise<Embedding> {
  const embedder = builtinEmbedder(await builtinStatic());
  return { embedder, vectors: await voyIndex(embedder.dimensions).catch(withoutVectors) };
}

/** Read once, for the embedder and for what places memories. */
export const builtinStatic = once(async () => readStaticModel(await packagedFile('/embedder/model.bin')));

/**
 * The embedding of a model whose files are on this machine. Throws `ModelError` where they are not. `onTrouble` hears why
 * the model could not be run, and undefined once it runs again.
 */
export async function openEmbedding(
  model: string,
  shelved: ShelvedModel | undefined,
  onTrouble: (problem: ModelProblem | undefined) => void,
): Promise<Embedding> {
  if (model === builtinModel) return builtinEmbedding();
  const card = shelved?.card ?? findCard(model);
  const dimensions = shelved?.dimensions;
  if (card?.task !== 'embedding' || dimensions === undefined) throw new ModelError('notOnDisk');
  const embedder = transformersEmbedder(card, {
    dimensions,
    onTrouble,
    onBackend: () => onTrouble(undefined),
  });
  return { embedder, vectors: await voyIndex(dimensions) };
}

/** Where Voy cannot run, words and needs still answer, and capture goes on. */
function withoutVectors(error: unknown): VectorIndex {
  logFault('while starting the vector index')(error);
  return emptyIndex;
}
