import { memoryKinds } from '@/memory/types';
import { Icon, KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import type { ShelfQuery } from '@/ui/popup/use-shelf';
import { text } from '@/ui/text';

interface ShelfFilterProps {
  query: ShelfQuery;
  onQuery(change: Partial<ShelfQuery>): void;
}

/** Narrows the list to one kind, and turns it to the archived memories; pressing again takes that back. */
export function ShelfFilter({ query: { kind: chosen, status }, onQuery }: ShelfFilterProps) {
  const archived = status === 'archived';
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
      <button
        type="button"
        class="chip chip-apart"
        aria-pressed={archived}
        onClick={() => onQuery({ status: archived ? 'active' : 'archived' })}
      >
        <Icon name="archive" />
        {text('statusArchived')}
      </button>
    </fieldset>
  );
}
