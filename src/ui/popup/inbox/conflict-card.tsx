import { useId } from 'preact/hooks';
import { inTime } from '@/memory/consolidation/said-when';
import type { Keep, Memory, Source } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { Answer } from '@/ui/popup/inbox/answer';
import { Card } from '@/ui/popup/inbox/card';
import { type Conversations, Said } from '@/ui/popup/inbox/said';
import { useAnswer } from '@/ui/popup/inbox/use-answer';
import { text } from '@/ui/text';

interface ConflictCardProps {
  older: Memory;
  newer: Memory;
  conversations: Conversations;
}

/** Two memories that seem to contradict each other: one of them is kept, or both. */
export function ConflictCard({ older, newer, conversations }: ConflictCardProps) {
  const { send } = useConnections();
  const { problem, answer } = useAnswer();
  const id = useId();
  const keep = (which: Keep) => () => answer(() => send('settle', { id: older.id, keep: which }));
  const [keepOlder, keepNewer, keepBoth] = [keep('older'), keep('newer'), keep('both')];

  return (
    <Card
      words={`${id}-older ${id}-newer`}
      why={`${id}-why`}
      keys={{ 1: keepOlder, 2: keepNewer, 3: keepBoth }}
      problem={problem}
    >
      <p class="meta" id={`${id}-why`}>
        {text('waiting_conflict')}
      </p>
      <div class="sides">
        <div class="side">
          <p class="inbox-words" id={`${id}-older`}>
            {older.text}
          </p>
          <Said memory={older} source={firstOf(older)} conversations={conversations} label={text('older')} />
        </div>
        <div class="side">
          <p class="inbox-words" id={`${id}-newer`}>
            {newer.text}
          </p>
          <Said memory={newer} source={firstOf(newer)} conversations={conversations} label={text('newer')} />
        </div>
      </div>
      <div class="answers">
        <Answer words={text('keepOlder')} hint="1" keys="1" onClick={keepOlder} />
        <Answer words={text('keepNewer')} hint="2" keys="2" onClick={keepNewer} />
        <Answer words={text('keepBoth')} hint="3" keys="3" onClick={keepBoth} />
      </div>
    </Card>
  );
}

/** Which of the two is the older one goes by when each was said first. */
function firstOf({ sources }: Memory): Source | undefined {
  return inTime(sources)[0];
}
