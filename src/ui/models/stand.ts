import { builtinModel, type Settings } from '@/memory/settings';
import type { ModelProblem } from '@/models/model-error';
import type { ModelCard, ShelvedModel } from '@/models/types';

/** Why this machine cannot run a model, or had better not. */
export interface Unfit {
  problem: ModelProblem;
  /** Nothing would work: it is not even offered at the user's risk. */
  surely: boolean;
}

/** How a model stands, as its row shows it. */
export type Stand =
  | { is: 'absent'; unfit?: Unfit | 'unknown' | undefined }
  /** `waits` while another model has its turn. */
  | { is: 'downloading'; have: number; bytes: number; bytesPerSecond: number; waits: boolean }
  | { is: 'paused'; have: number; bytes: number }
  | { is: 'failed'; problem: ModelProblem; have: number; bytes: number }
  | { is: 'checking'; bytes: number }
  | { is: 'ready'; bytes: number; unfit?: Unfit | undefined }
  /** An embedding model that is to serve once it has read every memory. */
  | { is: 'wanted'; done: number; total: number }
  | { is: 'serving'; bytes: number };

interface Known {
  shelved: ShelvedModel | undefined;
  /** `unknown` until the machine was looked at. */
  unfit: Unfit | 'unknown' | undefined;
  settings: Settings;
  /** Whether another model is being downloaded or tried: one has its turn at a time. */
  isOtherBusy: boolean;
  /** Memories that the wanted embedding model has read, of all. */
  embedded: { done: number; total: number };
}

export function standOf({ id, aboutBytes }: Pick<ModelCard, 'id' | 'aboutBytes'>, known: Known): Stand {
  const { shelved, unfit, settings, isOtherBusy, embedded } = known;
  const { have, bytes } = amountOf(shelved, aboutBytes);
  if (shelved?.state === 'failed') return { is: 'failed', problem: shelved.problem, have, bytes };
  if (isServing(id, settings)) return { is: 'serving', bytes: have };
  if (settings.embedding.wanted === id) return { is: 'wanted', ...embedded };
  const bytesPerSecond = shelved?.state === 'downloading' ? shelved.bytesPerSecond : 0;
  switch (shelved?.state) {
    case undefined:
      return id === builtinModel ? { is: 'ready', bytes: 0 } : { is: 'absent', unfit };
    case 'downloading':
      return { is: 'downloading', have, bytes, bytesPerSecond, waits: isOtherBusy && bytesPerSecond === 0 };
    case 'checking':
      return { is: 'checking', bytes: have };
    case 'ready':
      return { is: 'ready', bytes: have, unfit: unfit === 'unknown' ? undefined : unfit };
    case 'paused':
      return { is: 'paused', have, bytes };
  }
}

/** Bytes of all files: those that are here, and how many there will be, as far as the hub told. */
export function amountOf(shelved: ShelvedModel | undefined, aboutBytes = 0): { have: number; bytes: number } {
  const files = shelved?.files ?? [];
  const have = files.reduce((sum, file) => sum + file.have, 0);
  const told = files.reduce((sum, file) => sum + (file.bytes ?? file.have), 0);
  const isAllTold = files.length > 0 && files.every(({ bytes }) => bytes !== undefined);
  return { have, bytes: isAllTold ? told : Math.max(told, aboutBytes) };
}

function isServing(id: string, { embedding, extractor }: Settings): boolean {
  return embedding.serving === id || (extractor.by === 'shelf' && extractor.model === id);
}
