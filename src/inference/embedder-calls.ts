import type { EmbeddingCard } from '@/models/types';

/** What a model is run on, strongest first. */
export const backends = ['webgpu', 'wasm-threads', 'wasm'] as const;
export type Backend = (typeof backends)[number];

/** What the embedder's worker is asked. One model in one worker, loaded before anything is embedded. */
export type EmbedderCalls = {
  /** Answers the backend it really runs on: threads need a page that is isolated from other origins. */
  load: { data: { card: EmbeddingCard; backend: Backend }; reply: { dimensions: number; backend: Backend } };
  /** Texts with their prefix; the vectors stand one behind the other. */
  embed: { data: { texts: readonly string[] }; reply: Float32Array };
  /** Takes the graphics device away, as a driver does that restarts. */
  lose: { data: undefined; reply: undefined };
};
