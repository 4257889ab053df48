import { browser } from 'wxt/browser';
import type { Settings } from '@/memory/settings';
import type { PageStatus } from '@/messaging/protocol';
import type { ActivePage } from '@/ui/active-page';
import { useConnections } from '@/ui/connections';
import { Icon } from '@/ui/icons';
import { CopyReport } from '@/ui/popup/copy-report';
import { UseHere } from '@/ui/popup/use-here';
import { Problem } from '@/ui/problem';
import { Switch } from '@/ui/switch';
import { type TextKey, text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface SiteStatusProps {
  page: ActivePage | undefined;
  settings: Settings | undefined;
}

/** How capture fares on the page in front of the user, and the two switches for it. */
export function SiteStatus({ page, settings }: SiteStatusProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const site = page && 'site' in page ? page.site : undefined;
  const paused = settings?.pausedSites ?? [];
  const isOn = (settings?.enabled ?? true) && !(site && paused.includes(site.id));

  const pause = (id: string, on: boolean) => {
    const others = paused.filter((other) => other !== id);
    return attempt(() => send('changeSettings', { pausedSites: on ? others : [...others, id] }));
  };

  return (
    <header class="site-status">
      {page && <Words page={page} isOn={isOn} />}
      {settings && page?.is === 'off' && <UseHere page={page} settings={settings} />}
      {settings && page && (
        <div class="site-switches">
          {site && (
            <Switch
              label={text('onThisSite')}
              on={isOn}
              disabled={!settings.enabled}
              onChange={(on) => pause(site.id, on)}
            />
          )}
          <Switch
            label={text('onAllSites')}
            on={settings.enabled}
            onChange={(enabled) => attempt(() => send('changeSettings', { enabled }))}
          />
        </div>
      )}
      <Problem words={problem} />
    </header>
  );
}

function Words({ page, isOn }: { page: ActivePage; isOn: boolean }) {
  if (page.is === 'elsewhere') {
    return (
      <>
        <h1>{text('stateElsewhere')}</h1>
        <p class="site-sentence">{text('elsewhere')}</p>
      </>
    );
  }
  if (page.is === 'off') {
    return (
      <>
        <h1>{page.sites.map(({ name }) => name).join(' / ')}</h1>
        <p class="site-sentence">{text('useHereMeans')}</p>
      </>
    );
  }
  const { state, name, sentence, report } = wordsFor(page, isOn);
  return (
    <>
      <div class="site-line">
        <h1>{page.site.name}</h1>
        <p class="site-state" data-state={state}>
          <Icon name={state} />
          {text(name)}
        </p>
      </div>
      <p class="site-sentence" aria-live="polite">
        {sentence && text(sentence, page.site.name)}
        {report && <CopyReport report={report} />}
        {page.is === 'silent' && (
          <button type="button" class="plain" onClick={() => browser.tabs.reload(page.tabId)}>
            {text('reload')}
          </button>
        )}
      </p>
    </>
  );
}

interface StateWords {
  state: PageStatus['state'] | 'elsewhere';
  name: TextKey;
  sentence?: TextKey;
  report?: string | undefined;
}

/** Whether it is switched off is known here before the page finds out with its next capture. */
function wordsFor(page: Extract<ActivePage, { site: unknown }>, isOn: boolean): StateWords {
  if (page.is === 'silent') return { state: 'elsewhere', name: 'stateSilent', sentence: 'silent' };
  const { state, reason = 'pausedUnknown', health } = page.status;
  if (state === 'temporary') return { state, name: 'stateTemporary', sentence: 'temporary' };
  if (!isOn) return { state: 'paused', name: 'statePaused', sentence: 'switchedOff' };
  return state === 'paused' && reason !== 'switchedOff'
    ? { state, name: 'statePaused', sentence: reason, report: health?.report }
    : { state: 'capturing', name: 'stateCapturing' };
}
