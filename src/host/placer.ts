import { builtinStatic } from '@/host/embedding';
import { packagedFile } from '@/host/packaged-file';
import { placer } from '@/inference/placer';
import type { Placer } from '@/memory/ports';

export async function builtinPlacer(): Promise<Placer> {
  const [model, file] = await Promise.all([builtinStatic(), packagedFile('/embedder/placer.bin')]);
  return placer(model, file);
}
