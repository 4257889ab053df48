import { useState } from 'preact/hooks';
import type { OwnSite, Settings } from '@/memory/settings';
import { sites } from '@/sites/index';
import { useConnections } from '@/ui/connections';
import { Row } from '@/ui/models/row';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { switchOff, switchOn } from '@/ui/own-sites';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface OwnAddressProps {
  entry: OwnSite;
  settings: Settings;
  allowed: ReadonlySet<string>;
}

/** One address of the user's own, what runs there, and the way to have it read no more. */
export function OwnAddress({ entry, settings, allowed }: OwnAddressProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [isRefused, setIsRefused] = useState(false);
  const isAllowed = allowed.has(entry.origin);
  const isPaused = settings.pausedSites.includes(entry.site);
  const name = sites.find(({ id }) => id === entry.site)?.name ?? entry.site;

  return (
    <Row
      name={entry.origin}
      about={[name, text(!isAllowed ? 'ownSiteNotAllowed' : isPaused ? 'sitePaused' : 'siteOn')]}
      acts={(nameId) => (
        <>
          {(!isAllowed || isPaused) && (
            <button
              type="button"
              class="plain"
              aria-describedby={nameId}
              onClick={() => attempt(async () => setIsRefused(!(await switchOn([entry], settings, send))))}
            >
              {text('ownSiteAllow')}
            </button>
          )}
          <button
            type="button"
            class="plain"
            aria-describedby={nameId}
            onClick={() => attempt(() => switchOff([entry], settings, send))}
            {...takesFocus}
          >
            {text('ownSiteRemove')}
          </button>
        </>
      )}
    >
      <Problem words={isRefused ? text('siteNotAllowed') : problem} />
    </Row>
  );
}
