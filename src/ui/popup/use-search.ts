import { useEffect, useState } from 'preact/hooks';
import type { MemoryId } from '@/memory/types';
import { useConnections } from '@/ui/connections';
import { useAttempt } from '@/ui/use-attempt';

const pauseMs = 80;

/**
 * Asks the engine once typing pauses, and again whenever `data` is another value. The ids come best first and stay
 * until newer ones are there; undefined without words.
 */
export function useSearch(words: string, data: unknown) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt();
  const [ids, setIds] = useState<MemoryId[]>();

  useEffect(() => {
    if (words === '') {
      setIds(undefined);
      return;
    }
    let outdated = false;
    const search = async () => {
      const found = await send('search', { text: words });
      if (!outdated) setIds(found);
    };
    const timer = setTimeout(() => attempt(search), pauseMs);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [words, data]);

  return { ids, problem: words === '' ? undefined : problem };
}
