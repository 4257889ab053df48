import { useState } from 'preact/hooks';
import type { Settings } from '@/memory/settings';
import { ownSitesOf } from '@/sites/own-sites';
import type { Site } from '@/sites/site';
import { useConnections } from '@/ui/connections';
import { monthText } from '@/ui/month';
import { switchOff, switchOn } from '@/ui/own-sites';
import { Problem } from '@/ui/problem';
import { Switch } from '@/ui/switch';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface SiteRowProps {
  site: Site;
  settings: Settings;
  allowed: ReadonlySet<string>;
}

/** One known site: whether it is read, where it is, and how fresh what is known of it is. */
export function SiteRow({ site, settings, allowed }: SiteRowProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [isRefused, setIsRefused] = useState(false);
  const { id, name, experimental, seen } = site;
  const entries = ownSitesOf(site);
  const isAllowed = !experimental || isWithin(entries, settings, allowed);
  const isPaused = settings.pausedSites.includes(id);
  const about = `about-site-${id}`;

  const change = (on: boolean) =>
    attempt(async () => {
      if (!experimental || (on && isAllowed)) {
        const others = settings.pausedSites.filter((paused) => paused !== id);
        await send('changeSettings', { pausedSites: on ? others : [...others, id] });
      } else if (on) {
        setIsRefused(!(await switchOn(entries, settings, send)));
      } else {
        await switchOff(entries, settings, send);
      }
    });

  return (
    <li class="site choice">
      <div class="site-name">
        <Switch
          label={name}
          on={isAllowed && !isPaused}
          disabled={!settings.enabled}
          describedBy={about}
          onChange={change}
        />
        {experimental && <span class="tag">{text('siteExperimental')}</span>}
      </div>
      <p class="meta" id={about}>
        {[
          text(!isAllowed ? 'siteOff' : isPaused ? 'sitePaused' : 'siteOn'),
          ...entries.map(({ origin }) => new URL(origin).host),
          text('siteSeen', monthText(seen)),
        ].join(' · ')}
      </p>
      <Problem words={isRefused ? text('siteNotAllowed') : problem} />
    </li>
  );
}

function isWithin(entries: Settings['ownSites'], { ownSites }: Settings, allowed: ReadonlySet<string>) {
  return entries.every(
    ({ origin, site }) =>
      allowed.has(origin) && ownSites.some((own) => own.origin === origin && own.site === site),
  );
}
