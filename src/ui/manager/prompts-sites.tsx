import { type BlockFormat, blockFormats, type Settings } from '@/memory/settings';
import type { SiteId } from '@/memory/types';
import { sites } from '@/sites/index';
import { formatNames } from '@/ui/manager/prompts-words';
import { text } from '@/ui/text';

interface PromptsSitesProps {
  settings: Settings;
  /** Undefined: as on all other sites. */
  onChange(site: SiteId, format: BlockFormat | undefined): void;
}

/** Sites whose prompts get another format. */
export function PromptsSites({ settings, onChange }: PromptsSitesProps) {
  return (
    <section class="part" aria-labelledby="site-formats">
      <h2 id="site-formats">{text('siteFormats')}</h2>
      <p>{text('siteFormatsMeans')}</p>
      <ul class="prompts-sites">
        {sites.map(({ id, name }) => (
          <li key={id}>
            <label class="prompts-site">
              <span>{name}</span>
              <span class="field">
                <select
                  value={settings.siteFormats[id] ?? ''}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    onChange(
                      id,
                      blockFormats.find((format) => format === value),
                    );
                  }}
                >
                  <option value="">{text('siteFormatUsual')}</option>
                  {blockFormats.map((format) => (
                    <option key={format} value={format}>
                      {text(formatNames[format])}
                    </option>
                  ))}
                </select>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
