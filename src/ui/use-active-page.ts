import { useEffect, useState } from 'preact/hooks';
import type { OwnSite } from '@/memory/settings';
import { type ActivePage, findActivePage } from '@/ui/active-page';

const askAgainMs = 2_000;

/** The page in front of the user, asked again while this one is looked at; undefined until it is known. */
export function useActivePage(ownSites: readonly OwnSite[] | undefined): ActivePage | undefined {
  const [page, setPage] = useState<ActivePage>();

  useEffect(() => {
    const stopped = new AbortController();
    let newest = 0;
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      newest += 1;
      const asked = newest;
      const found = await findActivePage(ownSites);
      if (asked === newest && !stopped.signal.aborted) setPage(found);
    };

    ask();
    const timer = setInterval(ask, askAgainMs);
    window.addEventListener('focus', ask, stopped);
    document.addEventListener('visibilitychange', ask, stopped);
    return () => {
      clearInterval(timer);
      stopped.abort();
    };
  }, [JSON.stringify(ownSites)]);

  return page;
}
