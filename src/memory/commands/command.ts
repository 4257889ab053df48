import type { AuditId, MemoryId } from '@/memory/types';

/**
 * What a prompt asks of the memory itself. `words` are an exact part of the prompt: what to keep, or what is meant.
 * *tell* wants to see what is known; *ignore* keeps this prompt out; *unuse* puts away what was told to the
 * conversation last.
 */
export type Command =
  | { do: 'remember' | 'update'; words: string; isRule?: boolean }
  /** `isTopic`: all that is known of something, and not one statement. */
  | { do: 'forget'; words: string; isTopic: boolean }
  | { do: 'tell'; topic?: string }
  | { do: 'ignore' }
  | { do: 'unuse' };

export interface CommandLine {
  id: MemoryId;
  text: string;
}

/** The parts of a profile, in the order in which they are shown. */
export const profileParts = ['facts', 'preferences', 'rules', 'goals'] as const;
export type ProfilePart = (typeof profileParts)[number];

/** What a command would do if its draft were sent now. */
export type Prospect =
  /** The sentences that would be kept; none where there is nothing to keep, or nothing that may be kept. */
  | { do: 'remember' | 'update'; texts: string[] }
  /** The memories it means. */
  | { do: 'forget' | 'unuse'; memories: CommandLine[] }
  /** Of `total` memories those that matter most. */
  | { do: 'tell'; parts: { part: ProfilePart; memories: CommandLine[] }[]; total: number }
  | { do: 'ignore' };

/** What a command did, and the entry that takes it back. */
export interface CommandDone {
  do: 'remember' | 'update' | 'forget' | 'unuse';
  /** Memories that came, changed or went. */
  count: number;
  entry: AuditId;
}
