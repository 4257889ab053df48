import { type MemoryKind, memoryKinds } from '@/memory/types';
import { KindGlyph } from '@/ui/icons';
import { kindNames } from '@/ui/kinds';
import { text } from '@/ui/text';

interface KindFilterProps {
  kind: MemoryKind | undefined;
  onKind(kind: MemoryKind | undefined): void;
}

/** Shows one kind; pressing it again shows all. */
export function KindFilter({ kind: chosen, onKind }: KindFilterProps) {
  return (
    <fieldset class="chips">
      <legend class="unseen">{text('kinds')}</legend>
      {memoryKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={kind === chosen}
          onClick={() => onKind(kind === chosen ? undefined : kind)}
        >
          <KindGlyph kind={kind} />
          {text(kindNames[kind])}
        </button>
      ))}
    </fieldset>
  );
}
