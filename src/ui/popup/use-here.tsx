import { useState } from 'preact/hooks';
import type { OwnSite, Settings } from '@/memory/settings';
import { sites } from '@/sites/index';
import { isSelfHosted, ownSitesOf } from '@/sites/own-sites';
import type { ActivePage } from '@/ui/active-page';
import { useConnections } from '@/ui/connections';
import { switchOn } from '@/ui/own-sites';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface UseHereProps {
  page: Extract<ActivePage, { is: 'off' }>;
  settings: Settings;
}

/** One button for each site that can read the page; most often there is one. */
export function UseHere({ page, settings }: UseHereProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [isRefused, setIsRefused] = useState(false);

  const use = (id: string) =>
    attempt(async () => setIsRefused(!(await switchOn(entriesFor(id, page.origin), settings, send))));

  return (
    <>
      <p class="site-use">
        {page.sites.map(({ id, name }) => (
          <button key={id} type="button" class="plain" onClick={() => use(id)}>
            {page.sites.length === 1 ? text('useHere') : text('useHereAs', name)}
          </button>
        ))}
      </p>
      <Problem words={isRefused ? text('siteNotAllowed') : problem} />
    </>
  );
}

/** A known site is switched on wherever it is; one to host oneself at this address. */
function entriesFor(id: string, origin: string): OwnSite[] {
  const site = sites.find((known) => known.id === id);
  return site && !isSelfHosted(site) ? ownSitesOf(site) : [{ origin, site: id }];
}
