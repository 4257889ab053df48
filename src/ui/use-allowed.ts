import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { originPattern } from '@/lib/origin-pattern';
import type { OwnSite } from '@/memory/settings';

/** The origins among these that the browser lets the extension read, kept up; undefined until it has answered. */
export function useAllowed(ownSites: readonly OwnSite[]): ReadonlySet<string> | undefined {
  const [allowed, setAllowed] = useState<ReadonlySet<string>>();

  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const answers = await Promise.all(
        ownSites.map(({ origin }) => browser.permissions.contains({ origins: [originPattern(origin)] })),
      );
      const origins = ownSites.map(({ origin }) => origin).filter((_, index) => answers[index]);
      if (!isOver) setAllowed(new Set(origins));
    };
    ask();
    browser.permissions.onAdded.addListener(ask);
    browser.permissions.onRemoved.addListener(ask);
    return () => {
      isOver = true;
      browser.permissions.onAdded.removeListener(ask);
      browser.permissions.onRemoved.removeListener(ask);
    };
  }, [JSON.stringify(ownSites)]);

  return allowed;
}
