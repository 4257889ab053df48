import type { Conversation, ConversationId, Memory, Source } from '@/memory/types';
import { KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import { SourceLine } from '@/ui/source-line';
import { text } from '@/ui/text';

export type Conversations = ReadonlyMap<ConversationId, Conversation> | undefined;

interface SaidProps {
  memory: Memory;
  /** One of the memory's. */
  source: Source | undefined;
  conversations: Conversations;
  /** Stands in the place of the kind. */
  label?: string;
}

/** What a memory goes by: the exact words that were said, where and when. */
export function Said({ memory, source, conversations, label }: SaidProps) {
  const { quote, conversationId } = source?.from === 'turn' ? source : { quote: '', conversationId: '' };
  const chats = chatsOf(memory);
  return (
    <>
      {quote !== '' && !isAlike(quote, memory.text) && <q class="quote meta">{quote}</q>}
      <p class="meta">
        {label ?? (
          <span class="kind">
            <KindGlyph kind={memory.kind} />
            {text(kindNames[memory.kind])}
          </span>
        )}
        {source && ' · '}
        {source && <SourceLine source={source} conversation={conversations?.get(conversationId)} />}
        {chats > 1 && ` · ${text('saidInChats', String(chats))}`}
      </p>
    </>
  );
}

function chatsOf({ sources }: Memory): number {
  return new Set(sources.flatMap((source) => (source.from === 'turn' ? source.conversationId : []))).size;
}

/** A quote that says the same, but for its signs and capitals, tells nothing more. */
function isAlike(quote: string, words: string): boolean {
  return lettersOf(quote) === lettersOf(words);
}

function lettersOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
