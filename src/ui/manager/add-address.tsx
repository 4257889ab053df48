import { useId, useState } from 'preact/hooks';
import { pageOrigin } from '@/lib/page-origin';
import type { Settings } from '@/memory/settings';
import type { SiteId } from '@/memory/types';
import { findSite } from '@/sites/index';
import type { Site } from '@/sites/site';
import { useConnections } from '@/ui/connections';
import { takesFocus } from '@/ui/models/use-kept-focus';
import { switchOn } from '@/ui/own-sites';
import { Problem } from '@/ui/problem';
import { text } from '@/ui/text';
import { useAttempt } from '@/ui/use-attempt';

interface AddAddressProps {
  choices: readonly Site[];
  settings: Settings;
}

/** Where a site runs that everybody hosts for themselves, and which one it is. */
export function AddAddress({ choices, settings }: AddAddressProps) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [refusal, setRefusal] = useState<string>();
  const [added, setAdded] = useState<string>();
  const id = useId();

  const add = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    setAdded(undefined);
    const form = event.currentTarget;
    const filled = new FormData(form);
    const site = String(filled.get('site'));
    const read = readAddress(String(filled.get('address')), site, settings);
    if ('refusal' in read) return setRefusal(read.refusal);
    return attempt(async () => {
      // First of all: browsers show the question only within the click.
      const isAllowed = await switchOn([{ origin: read.origin, site }], settings, send);
      setRefusal(isAllowed ? undefined : text('siteNotAllowed'));
      if (!isAllowed) return;
      setAdded(read.origin);
      form.reset();
    });
  };

  return (
    <form class="line-form" onSubmit={add}>
      <label for={id}>{text('ownSiteAddress')}</label>
      <div class="line">
        <div class="field">
          <input
            id={id}
            name="address"
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxLength={500}
            placeholder="localhost:3000"
            onInput={() => setRefusal(undefined)}
            {...takesFocus}
          />
        </div>
        <div class="field site-choice">
          <select name="site" aria-label={text('ownSiteSite')}>
            {choices.map(({ id: choice, name }) => (
              <option key={choice} value={choice}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="plain">
          {text('ownSiteAdd')}
        </button>
      </div>
      <p class="meta" role="status">
        {added && text('ownSiteAllowed', added)}
      </p>
      <Problem words={refusal ?? problem} />
    </form>
  );
}

function readAddress(
  address: string,
  site: SiteId,
  { ownSites }: Settings,
): { origin: string } | { refusal: string } {
  const read = pageOrigin(address);
  if ('problem' in read) return { refusal: text(`ownSite_${read.problem}`) };
  const { origin } = read;
  const known = findSite(new URL(origin));
  // On this machine anything may run; a public address of a known site is that site's.
  if (known && origin.startsWith('https:')) return { refusal: text('ownSite_known', known.name) };
  const isThere = ownSites.some((own) => own.origin === origin && own.site === site);
  return isThere ? { refusal: text('ownSite_there') } : { origin };
}
