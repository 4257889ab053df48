import type { AuditEntry, AuditKind, FeedbackSort } from '@/memory/types';
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
};

const didRate: Record<FeedbackSort, TextKey> = {
  up: 'didRateUp',
  down: 'didRateDown',
  dismissed: 'didRateDismissed',
  'edited-out': 'didRateEditedOut',
};

function didText({ kind, changes, rated }: AuditEntry): string | undefined {
  if (rated) return text(didRate[rated]);
  const words = did[kind];
  return words && countText(...words, chosen(changes).length);
}

/** The memory that the act left behind; nothing of what was forgotten is shown again. */
function wordsLeft({ changes }: AuditEntry): string | undefined {
  const [change, ...others] = chosen(changes);
  return others.length === 0 ? change?.after?.text : undefined;
}

/** Without the older values that an act takes along. */
function chosen(changes: AuditEntry['changes']) {
  const isHistory = (status: string | undefined) => status === 'superseded';
  return changes.filter(({ before, after }) => !isHistory((after ?? before)?.status));
}
