import type { Domain } from '@/memory/domains';
import { lastSaidAt } from '@/memory/last-said-at';
import type { Memory, MemoryKind } from '@/memory/types';

/** What a block needs to know of a memory. */
export interface BlockMemory {
  text: string;
  kind: MemoryKind;
  /** When it was last said or written, epoch milliseconds. */
  at: number;
  /** Says who the user is and what must not be overlooked, rather than something they mentioned. */
  profile?: boolean | undefined;
}

export function toBlockMemory(memory: Memory): BlockMemory {
  return { text: memory.text, kind: memory.kind, at: lastSaidAt(memory), profile: isProfile(memory) };
}

function isProfile({ kind, domains, importance }: Memory): boolean {
  if (kind === 'preference') return true;
  return kind === 'fact' && (importance >= constraint || domains.some((domain) => lasting.has(domain)));
}

/** Who somebody is, where and with whom they live, and what they must keep to. */
const lasting: ReadonlySet<Domain> = new Set<Domain>([
  'identity',
  'city',
  'dwelling',
  'partner',
  'children',
  'relatives',
  'pets',
  'languages',
  'allergy',
  'diet',
  'condition',
  'medication',
]);
/** From here on a fact is a constraint, whatever it bears on. */
const constraint = 0.85;
