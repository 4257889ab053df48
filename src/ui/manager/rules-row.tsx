import { Row } from '@/ui/models/row';
import { StateLine } from '@/ui/models/state-line';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface RulesRowProps {
  inUse: boolean;
  onUse(): Promise<unknown>;
}

export function RulesRow({ inUse, onUse }: RulesRowProps) {
  const { problem, attempt } = useAttempt();
  return (
    <Row
      name={text('rulesOnly')}
      about={[text('builtinSize'), text('rulesMeans')]}
      acts={(nameId) =>
        !inUse && (
          <button
            type="button"
            class="plain"
            aria-describedby={nameId}
            onClick={() => attempt(onUse)}
            {...takesFocus}
          >
            {text('modelUse')}
          </button>
        )
      }
    >
      <StateLine icon={inUse ? 'serving' : 'ready'} tone={inUse ? 'good' : 'plain'}>
        {text(inUse ? 'modelServing' : 'modelReady')}
      </StateLine>
      <Problem words={problem} />
    </Row>
  );
}
