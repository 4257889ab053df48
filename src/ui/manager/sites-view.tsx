import { useRef } from 'preact/hooks';
import type { Settings } from '@/memory/settings';
import { sites } from '@/sites/index';
import { isSelfHosted } from '@/sites/own-sites';
import { useConnections } from '@/ui/connections';
import { AddAddress } from '@/ui/manager/add-address';
import { OwnAddress } from '@/ui/manager/own-address';
import { SiteRow } from '@/ui/manager/site-row';
import { useKeptFocus } from '@/ui/models/use-kept-focus';
import { language, text } from '@/ui/text';
import { useAllowed } from '@/ui/use-allowed';
import { useLive } from '@/ui/use-live';

/** Which chat sites are read, and the user's own addresses of those that everybody hosts for themselves. */
export function SitesView() {
  const { live } = useConnections();
  const settings = useLive(() => live.settings(), []);
  return settings ? <Sites settings={settings} /> : null;
}

const selfHosted = sites.filter(isSelfHosted);

function Sites({ settings }: { settings: Settings }) {
  const allowed = useAllowed(settings.ownSites);
  const ownPlace = useRef<HTMLElement>(null);
  useKeptFocus(ownPlace);
  if (!allowed) return null;
  const own = settings.ownSites.filter(({ site }) => selfHosted.some(({ id }) => id === site));
  const names = new Intl.ListFormat(language()).format(selfHosted.map(({ name }) => name));

  return (
    <>
      <p class="lead">{text('sitesMean')}</p>
      {!settings.enabled && <p class="careful">{text('sitesAllOff')}</p>}
      <section class="part" aria-labelledby="known-sites">
        <h2 id="known-sites">{text('sitesKnown')}</h2>
        <p>{text('sitesKnownMean')}</p>
        <ul class="sites">
          {sites
            .filter((site) => !isSelfHosted(site))
            .map((site) => (
              <SiteRow key={site.id} site={site} settings={settings} allowed={allowed} />
            ))}
        </ul>
      </section>
      <section class="part" aria-labelledby="own-sites" ref={ownPlace} tabIndex={-1}>
        <h2 id="own-sites">{text('ownSites')}</h2>
        <p>{text('ownSitesMean', names)}</p>
        {own.length > 0 && (
          <ul class="models">
            {own.map((entry) => (
              <OwnAddress key={entry.origin} entry={entry} settings={settings} allowed={allowed} />
            ))}
          </ul>
        )}
        <AddAddress choices={selfHosted} settings={settings} />
      </section>
    </>
  );
}
