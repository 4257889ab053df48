import type { Memory } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { MemoryRow } from '@/ui/memory-row';
import { useLive } from '@/ui/use-live';

interface MemoryListProps {
  label: string;
  memories: readonly Memory[];
}

export function MemoryList({ label, memories }: MemoryListProps) {
  const { live } = useConnections();
  const ids = memories.flatMap((memory) => conversationOf(memory) ?? []);
  const conversations = useLive(() => live.conversations(ids), [ids.join()]);

  return (
    <ul class="memory-list" aria-label={label}>
      {memories.map((memory) => (
        <MemoryRow
          key={memory.id}
          memory={memory}
          conversation={conversations?.get(conversationOf(memory) ?? '')}
        />
      ))}
    </ul>
  );
}

/** The conversation in which a memory was said last, unless the user's own hand came after it. */
function conversationOf({ sources }: Memory): string | undefined {
  const source = sources.at(-1);
  return source?.from === 'turn' ? source.conversationId : undefined;
}
