import { builtinStatic } from '@/host/embedding';
import { packagedFile } from '@/host/packaged-file';
import { judge } from '@/inference/judge';
import type { Judge } from '@/memory/ports';

export async function builtinJudge(): Promise<Judge> {
  const [model, file] = await Promise.all([builtinStatic(), packagedFile('/embedder/judge.bin')]);
  return judge(model, file);
}
