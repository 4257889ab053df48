import type { Settings } from '@/memory/settings';
import { useConnections } from '@/ui/connections';
import { Problem } from '@/ui/problem';
import { Switch } from '@/ui/switch';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

export function ReadingSwitches({ settings }: { settings: Settings }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const change = (changes: Partial<Settings>) => attempt(() => send('changeSettings', changes));

  return (
    <div class="switches">
      <div class="choice">
        <Switch
          label={text('worksOnBattery')}
          on={settings.worksOnBattery}
          onChange={(worksOnBattery) => change({ worksOnBattery })}
        />
        <p class="meta">{text('worksOnBatteryMeans')}</p>
      </div>
      <div class="choice">
        <Switch
          label={text('assist')}
          on={settings.assist && settings.extractor.by !== 'nobody'}
          disabled={settings.extractor.by === 'nobody'}
          onChange={(assist) => change({ assist })}
        />
        <p class="meta">{text(settings.extractor.by === 'nobody' ? 'assistNeeds' : 'assistMeans')}</p>
      </div>
      <Problem words={problem} />
    </div>
  );
}
