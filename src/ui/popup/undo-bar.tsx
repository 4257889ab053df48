import type { AuditEntry, AuditKind, Change, FeedbackSort, Memory } from '@/memory/types';
import { Icon } from '@/ui/icons';
import type { Undo } from '@/ui/popup/use-undo';
import { Problem } from '@/ui/problem';
import { countText, type TextKey, text } from '@/ui/text';

/** Names the last act and takes it back. The bar stays in the page when empty, so that its words are read out. */
export function UndoBar({ entry, undone, problem, undo }: Undo) {
  return (
    <div class="undo-bar" data-empty={!entry && !problem}>
      <p class="unseen" role="status" key={undone?.id}>
        {undone && text('didUndo')}
      </p>
      <p class="undo-words" role="status">
        {entry && (
          <>
            <strong>{didText(entry)}</strong> {wordsLeft(entry)}
          </>
        )}
      </p>
      {entry && (
        <button
          type="button"
          class="plain"
          aria-keyshortcuts="Control+Z Meta+Z"
          title="Ctrl+Z"
          onClick={undo}
        >
          <Icon name="undo" />
          {text('undo')}
        </button>
      )}
      <Problem words={problem} />
    </div>
  );
}

const did: Partial<Record<AuditKind, readonly [one: TextKey, many: TextKey]>> = {
  add: ['didAdd', 'didAdd'],
  revise: ['didRevise', 'didRevise'],
  archive: ['didArchiveOne', 'didArchiveMany'],
  restore: ['didRestoreOne', 'didRestoreMany'],
  forget: ['didForgetOne', 'didForgetMany'],
  settle: ['didKeepOne', 'didKeepMany'],
};

const didRate: Record<FeedbackSort, TextKey> = {
  up: 'didRateUp',
  down: 'didRateDown',
  dismissed: 'didRateDismissed',
  'edited-out': 'didRateEditedOut',
};

function didText(entry: AuditEntry): string | undefined {
  if (entry.rated) return text(didRate[entry.rated]);
  if (entry.kind === 'pin') return text(entry.changes[0]?.after?.pinned ? 'didPin' : 'didUnpin');
  const words = did[isAnswer(entry) ? 'settle' : entry.kind];
  return words && countText(...words, chosen(entry).length);
}

/** Whether the user said yes to what waited for that. */
function isAnswer({ kind, changes }: AuditEntry): boolean {
  const isKept = ({ before, after }: Change) => after?.status === 'active' && isWaiting(before);
  return kind === 'settle' || (kind === 'restore' && changes.some(isKept));
}

function isWaiting(memory: Memory | undefined): boolean {
  return memory?.status === 'quarantined' || memory?.status === 'conflict';
}

/** The memory that the act left behind; nothing of what was forgotten is shown again. */
function wordsLeft(entry: AuditEntry): string | undefined {
  const [change, ...others] = chosen(entry);
  return others.length === 0 ? change?.after?.text : undefined;
}

/** Without the older values that an act takes along; of what was answered, only what was kept. */
function chosen(entry: AuditEntry): Change[] {
  if (isAnswer(entry)) return entry.changes.filter(({ after }) => after?.status === 'active');
  return entry.changes.filter(({ before, after }) => (after ?? before)?.status !== 'superseded');
}
