import lock from '@/models/lock.json';
import type { ModelCard, ModelId } from '@/models/types';

/** The files of a model as they were when somebody looked: written by `npm run models:lock`. */
export interface LockedModel {
  /** Commit of the repository. */
  revision: string;
  /** By path; `sha256` in hex. */
  files: Record<string, { bytes: number; sha256: string }>;
}

export type Lock = Record<ModelId, LockedModel>;

export const modelLock: Lock = lock;

/** What the lock says of a model; undefined where it lacks a file that the card asks for. */
export function lockedModel(lock: Lock, card: ModelCard): LockedModel | undefined {
  const locked = Object.hasOwn(lock, card.id) ? lock[card.id] : undefined;
  if (!locked) return undefined;
  const whole = card.files.every(({ path, optional }) => optional || Object.hasOwn(locked.files, path));
  return whole ? locked : undefined;
}
