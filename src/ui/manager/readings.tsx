import { useRef } from 'preact/hooks';
import type { Job } from '@/memory/types';
import { modelProblems } from '@/models/model-error';
import { useConnections } from '@/ui/connections';
import { useKeptFocus } from '@/ui/models/use-kept-focus';
import { problemText } from '@/ui/models/words';
import { Problem } from '@/ui/problem';
import { countText, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';
import { useLive } from '@/ui/use-live';

interface ReadingsProps {
  /** Whether anybody reads. */
  isRead: boolean;
  worksOnBattery: boolean;
}

/** What still waits for the language model, and what it could not read. */
export function Readings({ isRead, worksOnBattery }: ReadingsProps) {
  const { live, send } = useConnections();
  const { problem, attempt } = useAttempt();
  const jobs = useLive(() => live.jobs(), []);
  const part = useRef<HTMLDivElement>(null);
  useKeptFocus(part);
  if (!jobs || (!isRead && jobs.waiting + jobs.parked.length === 0)) return null;

  return (
    <div class="readings" ref={part} tabIndex={-1}>
      <h3>{text('readings')}</h3>
      <p class="meta">{waitingText(jobs.waiting, isRead, worksOnBattery)}</p>
      {jobs.parked.length > 0 && (
        <ul>
          {[...byReason(jobs.parked)].map(([reason, parked]) => (
            <li key={reason} class="parked">
              <p class="parked-words">
                <strong>{countText('parkedOne', 'parkedMany', parked.length)}</strong> {reasonText(reason)}
              </p>
              <button
                type="button"
                class="plain"
                onClick={() =>
                  attempt(() => send('retryReading', { turns: parked.map(({ turnId }) => turnId) }))
                }
                data-takes-focus=""
              >
                {text('retry')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Problem words={problem} />
    </div>
  );
}

function waitingText(waiting: number, isRead: boolean, worksOnBattery: boolean): string {
  if (waiting === 0) return text('waitingNone');
  const count = countText('waitingOne', 'waitingMany', waiting);
  return `${count} ${text(!isRead ? 'waitingForModel' : worksOnBattery ? 'waitingForRest' : 'waitingForPower')}`;
}

function byReason(parked: readonly Job[]): Map<string, Job[]> {
  const groups = new Map<string, Job[]>();
  for (const job of parked) {
    const reason = job.reason ?? '';
    groups.set(reason, [...(groups.get(reason) ?? []), job]);
  }
  return groups;
}

function reasonText(reason: string): string {
  const known = modelProblems.find((problem) => problem === reason);
  return known ? problemText(known) : text('parkedUnknown');
}
