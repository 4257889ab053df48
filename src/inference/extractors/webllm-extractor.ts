import type { EndingExtractor } from '@/inference/extractors/ending-extractor';
import WebllmWorker from '@/inference/extractors/webllm.worker?worker';
import { type WorkerExtractorOptions, workerExtractor } from '@/inference/extractors/worker-extractor';
import type { LanguageCard } from '@/models/types';

interface Options extends WorkerExtractorOptions {
  createWorker?: () => Worker;
}

/** A language model that WebLLM runs on the graphics card, from files on this machine and in the package. */
export function webllmExtractor(card: LanguageCard, options: Options = {}): EndingExtractor {
  const { createWorker = () => new WebllmWorker() } = options;
  return workerExtractor(card, { createWorker, devices: async () => ['webgpu'] }, options);
}
