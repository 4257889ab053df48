import type { ExtractorRequest } from '@/memory/ports';
import type { LanguageCard } from '@/models/types';

/** What a language model runs on. */
export type Device = 'webgpu' | 'wasm';

/** Bytes of the model's files that are in memory. */
export interface LoadProgress {
  loaded: number;
  total: number;
}

export type GenerationEvent = { loading: LoadProgress } | { loadedOn: Device } | { tokens: number };

/** The one call of a worker that runs a language model: it loads the model if it has not yet, and writes. */
export type GenerationCalls = {
  write: {
    data: { card: LanguageCard; device: Device; request: ExtractorRequest };
    event: GenerationEvent;
    reply: string;
  };
};
