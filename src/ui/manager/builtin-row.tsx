import { Bar } from '@/ui/models/bar';
import { Row } from '@/ui/models/row';
import type { Stand } from '@/ui/models/stand';
import { StateLine } from '@/ui/models/state-line';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { standText } from '@/ui/models/words';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface BuiltinRowProps {
  stand: Stand;
  onUse(): Promise<unknown>;
  onStop(): Promise<unknown>;
}

/** The model that is part of the extension: nothing to download, nothing to delete. */
export function BuiltinRow({ stand, onUse, onStop }: BuiltinRowProps) {
  const { problem, attempt } = useAttempt();
  const isWanted = stand.is === 'wanted';
  const words = standText(stand) ?? '';

  return (
    <Row
      name={text('modelBuiltin')}
      about={[text('builtinMeans'), text('builtinSize')]}
      acts={(nameId) =>
        stand.is !== 'serving' && (
          <button
            type="button"
            class="plain"
            aria-describedby={nameId}
            onClick={() => attempt(isWanted ? onStop : onUse)}
            {...takesFocus}
          >
            {text(isWanted ? 'modelStop' : 'modelUse')}
          </button>
        )
      }
    >
      {isWanted && (
        <Bar label={text('modelBuiltin')} share={stand.done / Math.max(1, stand.total)} words={words} />
      )}
      <StateLine
        icon={isWanted ? 'reread' : stand.is === 'serving' ? 'serving' : 'ready'}
        tone={stand.is === 'serving' ? 'good' : 'plain'}
      >
        {words}
      </StateLine>
      <Problem words={problem} />
    </Row>
  );
}
