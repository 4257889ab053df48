import type { ComponentChildren } from 'preact';
import { memoryKinds } from '@/memory/types';
import { Icon, KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import type { ShelfQuery } from '@/ui/popup/use-shelf';
import { text } from '@/ui/text';

interface ShelfFilterProps {
  query: ShelfQuery;
  /** How many wait for the user's answer. */
  waiting: number;
  onQuery(change: Partial<ShelfQuery>): void;
}

/** Narrows the list to one kind, and turns it to memories that are not in use; pressing again takes that back. */
export function ShelfFilter({ query: { kind: chosen, status }, waiting, onQuery }: ShelfFilterProps) {
  return (
    <fieldset class="chips">
      <legend class="unseen">{text('show')}</legend>
      {memoryKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={kind === chosen}
          onClick={() => onQuery({ kind: kind === chosen ? undefined : kind })}
        >
          <KindGlyph kind={kind} />
          {text(kindNames[kind])}
        </button>
      ))}
      {(waiting > 0 || status === 'waiting') && (
        <StatusChip icon="waiting" of="waiting" shown={status} onQuery={onQuery}>
          {text('statusWaiting', String(waiting))}
        </StatusChip>
      )}
      <StatusChip icon="archive" of="archived" shown={status} onQuery={onQuery}>
        {text('statusArchived')}
      </StatusChip>
    </fieldset>
  );
}

interface StatusChipProps {
  icon: Parameters<typeof Icon>[0]['name'];
  of: ShelfQuery['status'];
  shown: ShelfQuery['status'];
  onQuery(change: Partial<ShelfQuery>): void;
  children: ComponentChildren;
}

function StatusChip({ icon, of, shown, onQuery, children }: StatusChipProps) {
  const isShown = of === shown;
  return (
    <button
      type="button"
      class="chip chip-status"
      aria-pressed={isShown}
      onClick={() => onQuery({ status: isShown ? 'active' : of })}
    >
      <Icon name={icon} />
      {children}
    </button>
  );
}
