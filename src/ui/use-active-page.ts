import { useEffect, useState } from 'preact/hooks';
import { type ActivePage, findActivePage } from '@/ui/active-page';

const askAgainMs = 2_000;

/** The page in front of the user, asked again while this one is looked at; undefined until it is known. */
export function useActivePage(): ActivePage | undefined {
  const [page, setPage] = useState<ActivePage>();

  useEffect(() => {
    const stopped = new AbortController();
    let newest = 0;
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      newest += 1;
      const asked = newest;
      const found = await findActivePage();
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
  }, []);

  return page;
}
