import { type InjectionMode, injectionModes } from '@/memory/settings';
import { useConnections } from '@/ui/connections';
import { Problem } from '@/ui/problem';
import { Segments } from '@/ui/segments';
import { type TextKey, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

const words: Record<InjectionMode, { name: TextKey; meaning: TextKey }> = {
  automatic: { name: 'injectionAutomatic', meaning: 'injectionAutomaticMeans' },
  ask: { name: 'injectionAsk', meaning: 'injectionAskMeans' },
  off: { name: 'injectionOff', meaning: 'injectionOffMeans' },
};

export function InjectionChoice({ mode }: { mode: InjectionMode }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  return (
    <section class="injection">
      <h2>{text('injection')}</h2>
      <Segments
        label={text('injection')}
        options={injectionModes.map((value) => ({ value, label: text(words[value].name) }))}
        value={mode}
        describedBy="injection-meaning"
        onChange={(injection) => attempt(() => send('changeSettings', { injection }))}
      />
      <p class="meta" id="injection-meaning" aria-live="polite">
        {text(words[mode].meaning)}
      </p>
      <Problem words={problem} />
    </section>
  );
}
