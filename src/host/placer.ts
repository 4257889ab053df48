import { builtinStatic } from '@/host/embedding';
import { packagedFile } from '@/host/packaged-file';
import { placer } from '@/inference/placer';
import { readPlacerWeights } from '@/inference/placer-weights';
import { domains, matters } from '@/memory/domains';
import type { Placer } from '@/memory/ports';

export async function builtinPlacer(): Promise<Placer> {
  const [model, file] = await Promise.all([builtinStatic(), packagedFile('/embedder/placer.bin')]);
  const expected = { dimensions: model.dimensions, drafts: matters, memories: domains };
  return placer(model, readPlacerWeights(file, expected));
}
