import { useState } from 'preact/hooks';
import { formatFor } from '@/memory/injection/format-for';
import { type BlockFormat, blockFormats, type Settings } from '@/memory/settings';
import type { SiteId } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { PromptsBudget } from '@/ui/manager/prompts-budget';
import { PromptsPreview } from '@/ui/manager/prompts-preview';
import { PromptsSites } from '@/ui/manager/prompts-sites';
import { formatNames, formatsMean } from '@/ui/manager/prompts-words';
import { Problem } from '@/ui/problem';
import { Segments } from '@/ui/segments';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';
import { useLive } from '@/ui/use-live';

/** What memories look like in a prompt, on all sites and on single ones, and how much room they get. */
export function PromptsView() {
  const { live } = useConnections();
  const settings = useLive(() => live.settings(), []);
  return settings ? <Prompts settings={settings} /> : null;
}

function Prompts({ settings }: { settings: Settings }) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [site, setSite] = useState<SiteId>();
  /** While it is typed, ahead of the settings. */
  const [budget, setBudget] = useState(settings.budgetTokens);
  const change = (changes: Partial<Settings>) => attempt(() => send('changeSettings', changes));

  const chooseFormat = (blockFormat: BlockFormat) => {
    setSite(undefined);
    return change({ blockFormat });
  };
  const chooseSiteFormat = (id: SiteId, format: BlockFormat | undefined) => {
    setSite(id);
    const { [id]: _, ...others } = settings.siteFormats;
    return change({ siteFormats: format ? { ...others, [id]: format } : others });
  };

  return (
    <>
      <p class="lead">{text('promptsMeans')}</p>
      <section class="part prompts-choices" aria-label={text('format')}>
        <div class="prompts-choice">
          <h2>{text('format')}</h2>
          <Segments
            label={text('format')}
            options={blockFormats.map((value) => ({ value, label: text(formatNames[value]) }))}
            value={settings.blockFormat}
            describedBy="format-meaning"
            onChange={chooseFormat}
          />
          <p class="meta stack" id="format-meaning">
            {blockFormats.map((format) => (
              <span key={format} data-shown={format === settings.blockFormat}>
                {text(formatsMean[format])}
              </span>
            ))}
          </p>
        </div>
        <PromptsBudget
          budget={budget}
          onInput={setBudget}
          onChange={(budgetTokens) => change({ budgetTokens })}
        />
        <Problem words={problem} />
      </section>
      <PromptsPreview
        format={site === undefined ? settings.blockFormat : formatFor(settings, site)}
        budget={budget}
        site={site}
      />
      <PromptsSites settings={settings} onChange={chooseSiteFormat} />
    </>
  );
}
