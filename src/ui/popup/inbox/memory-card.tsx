import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Memory } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { MemoryEditor } from '@/ui/memory-editor';
import { Answer } from '@/ui/popup/inbox/answer';
import { Card } from '@/ui/popup/inbox/card';
import { type Conversations, Said } from '@/ui/popup/inbox/said';
import { useAnswer } from '@/ui/popup/inbox/use-answer';
import { type TextKey, text } from '@/ui/text';

interface MemoryCardProps {
  memory: Memory;
  conversations: Conversations;
}

/** A memory that waits for the user's yes: it is kept, reworded and kept, or forgotten. */
export function MemoryCard({ memory, conversations }: MemoryCardProps) {
  const { send } = useConnections();
  const { problem, answer } = useAnswer();
  const [editing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const id = useId();

  const ids = [memory.id];
  const keep = () => answer(() => send('restore', { ids }));
  // A habit was read off many turns: forgetting it would take its words out of all of them.
  const isPattern = memory.status === 'quarantined' && memory.reason === 'pattern';
  const reject = () => answer(() => send(isPattern ? 'archive' : 'forget', { ids }));
  const edit = () => setEditing(true);
  const reword = (words: string) =>
    answer(async () => {
      await send('revise', { id: memory.id, text: words });
      await send('restore', { ids });
    });

  const wasEditing = useRef(editing);
  useLayoutEffect(() => {
    if (wasEditing.current && !editing) card.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  const keys = { enter: keep, y: keep, e: edit, n: reject, delete: reject, backspace: reject };
  return (
    <Card words={`${id}-words`} why={`${id}-why`} keys={editing ? {} : keys} problem={problem} element={card}>
      <p class="inbox-words" id={`${id}-words`} hidden={editing}>
        {memory.text}
      </p>
      {editing ? (
        <MemoryEditor words={memory.text} onSave={reword} onCancel={() => setEditing(false)}>
          <p class="meta">{text('savingKeeps')}</p>
        </MemoryEditor>
      ) : (
        <>
          <Said memory={memory} source={memory.sources.at(-1)} conversations={conversations} />
          <p class="meta" id={`${id}-why`}>
            {text(whyWaiting(memory))}
          </p>
          <div class="answers">
            <Answer words={text('keep')} hint="Y" keys="Enter y" onClick={keep} />
            <Answer words={text('editIt')} hint="E" keys="e" onClick={edit} />
            <Answer
              words={text(isPattern ? 'archive' : 'forgetIt')}
              hint="N"
              keys="n Delete"
              onClick={reject}
            />
          </div>
        </>
      )}
    </Card>
  );
}

const reasons = ['disagrees', 'framing', 'pattern'] as const;

function whyWaiting(memory: Memory): TextKey {
  const reason = memory.status === 'quarantined' && reasons.find((known) => known === memory.reason);
  return `waiting_${reason || 'unsure'}`;
}
