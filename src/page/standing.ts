import { contentWords } from '@/lib/content-words';
import { squashSpace } from '@/lib/squash-space';
import type { Recall, RecalledMemory } from '@/memory/recall/types';
import { holdsBlock } from '@/page/serving';

/** So much of a block's first words tells where it begins. */
const beginning = 30;

/**
 * Which memories of an added block stand in a draft still: the user may have deleted lines of it. None does once the
 * block's first words are gone.
 */
export function standingIn(draft: string, recall: Recall): RecalledMemory[] {
  if (holdsBlock(draft, recall)) return recall.memories;
  const block = squashSpace(recall.block);
  const rest = blockIn(squashSpace(draft), block);
  if (rest === undefined) return [];
  const added = contentWords(block);
  const standing = contentWords(rest);
  return recall.memories.filter((memory) => {
    if (holdsSentence(rest, squashSpace(memory.text))) return true;
    // A reworded line is still a line; words that others say too tell nothing.
    const others = recall.memories.filter(({ id }) => id !== memory.id).map(({ text }) => text);
    const shared = contentWords(others.join('\n'));
    const own = [...contentWords(memory.text)].filter((word) => added.has(word) && !shared.has(word));
    return own.length > 0 && own.filter((word) => standing.has(word)).length * 2 >= own.length;
  });
}

/** The user's own part of a draft that a block was added to. */
export function ownWords(draft: string, recall: Recall | undefined): string {
  const at = recall ? draft.indexOf(recall.block.split('\n', 1)[0]?.slice(0, beginning) ?? '') : -1;
  return at < 0 ? draft : draft.slice(0, at).trimEnd();
}

function blockIn(draft: string, block: string): string | undefined {
  const at = block === '' ? -1 : draft.indexOf(block.slice(0, beginning));
  return at < 0 ? undefined : draft.slice(at);
}

/** The whole sentence, and not the beginning of a longer one. */
function holdsSentence(text: string, sentence: string): boolean {
  const words = sentence.replace(/[.!?…]+$/u, '');
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (/^[.!?…]*\s*(?:$|[^\s\p{L}\p{N},'’])/u.test(text.slice(at + words.length))) return true;
    if (words === '') return false;
  }
  return false;
}
