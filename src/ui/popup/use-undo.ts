import { useState } from 'preact/hooks';
import type { AuditEntry } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { useAttempt } from '@/ui/use-attempt';
import { useLive } from '@/ui/use-live';

/** An act from before the page was opened is offered for undoing if it was younger than this then. */
const recentMs = 5 * 60_000;

export interface Undo {
  /** The act that undoing would take back. */
  entry: AuditEntry | undefined;
  /** The act that was taken back last in this page. */
  undone: AuditEntry | undefined;
  problem: string | undefined;
  undo(): void;
}

export function useUndo(): Undo {
  const { live, send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [openedAt] = useState(Date.now);
  const [undone, setUndone] = useState<AuditEntry>();
  const last = useLive(() => live.lastUndoable(), []);
  const entry = last && last.at > openedAt - recentMs ? last : undefined;

  const undo = async () => {
    if (entry && (await attempt(() => send('undo', { entry: entry.id })))) setUndone(entry);
  };
  return { entry, undone, problem, undo };
}
