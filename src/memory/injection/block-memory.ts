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

/** What one has one of (a name, a home, a birthday), the family, and what must be kept to. */
function isProfile({ kind, key, importance, text }: Memory): boolean {
  if (kind === 'preference') return true;
  return kind === 'fact' && (key !== undefined || importance >= constraint || family.test(text));
}

/** From here on a fact is a constraint: an allergy, a diet, an illness. */
const constraint = 0.85;

const family = new RegExp(
  `(?<!\\p{L})(?:${[
    'wife|husband|spouse|partner|girlfriend|boyfriend|fiancée?|sons?|daughters?|child(?:ren)?|kids?|twins?',
    'mother|father|mum|mom|dad|parents?|sisters?|brothers?|siblings?|grand\\p{L}+|uncle|aunt|niece|nephew|cousins?',
    'frau|ehemann|kinder|kind|sohn|tochter|töchter|söhne|mutter|vater|eltern|schwester|bruder',
    'femme|mari|enfants?|fils|filles?|mère|père|sœurs?|frères?',
    'esposa|esposo|marido|mujer|hij[oa]s?|herman[oa]s?|filh[oa]s?|irmãos?|irmãs?|mãe|pai|padres?|madre',
    'moglie|marito|figli[oa]?|sorell[ae]|fratell[oi]|genitori',
  ].join('|')})(?!\\p{L})`,
  'iu',
);
