import { graphics } from '@/inference/capability';
import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import type { Device } from '@/inference/extractors/generation-calls';
import TextGenerationWorker from '@/inference/extractors/text-generation.worker?worker';
import { type WorkerExtractorOptions, workerExtractor } from '@/inference/extractors/worker-extractor';
import type { LanguageCard } from '@/models/types';

interface Options extends WorkerExtractorOptions {
  createWorker?: () => Worker;
  /** To try in this order; what this machine offers unless told. */
  devices?: readonly Device[];
}

/** A language model that transformers.js runs in a worker, from files on this machine. */
export function transformersExtractor(card: LanguageCard, options: Options = {}): EndingExtractor {
  const { createWorker = () => new TextGenerationWorker(), devices } = options;
  return workerExtractor(card, { createWorker, devices: async () => devices ?? offered(card) }, options);
}

/** Graphics that are only played are slower than the processor, and it has no numbers of 16 bits. */
async function offered({ dtype, needs }: LanguageCard): Promise<Device[]> {
  const found = await graphics();
  const features = found.adapter && !found.software ? found.features : [];
  const halfNumbers = dtype === 'q4f16' || needs.includes('shader-f16');
  const canGraphics = found.adapter && !found.software && (!halfNumbers || features.includes('shader-f16'));
  return [...(canGraphics ? (['webgpu'] as const) : []), ...(halfNumbers ? [] : (['wasm'] as const))];
}
