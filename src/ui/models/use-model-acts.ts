import { useRef, useState } from 'preact/hooks';
import type { ModelId } from '@/models/types';
import { useConnections } from '@/ui/connections';
import type { MainAct } from '@/ui/models/main-act';
import { useAttempt } from '@/ui/use-attempt';

/** What the user is asked before something is done. */
export type Question = { asks: 'download'; bytes: number } | { asks: 'delete' };

interface Use {
  use(): Promise<unknown>;
  /** Gives up changing to the model. */
  stop?: (() => Promise<unknown>) | undefined;
}

/** Everything that can be done about one model, and the question that stands before some of it. */
export function useModelActs(model: ModelId, { use, stop }: Use) {
  const { send } = useConnections();
  const { problem, attempt } = useAttempt({ offline: 'sizeOffline' });
  const [question, setQuestion] = useState<Question>();
  const [isAsking, setIsAsking] = useState(false);
  const asking = useRef<object>(undefined);

  const close = () => setQuestion(undefined);
  const stopAsking = () => {
    asking.current = undefined;
    setIsAsking(false);
  };
  // A hub that does not answer is waited for in vain for a while: the user may give up before.
  const askSize = async () => {
    const mine = {};
    asking.current = mine;
    setIsAsking(true);
    await attempt(async () => {
      try {
        const bytes = await send('modelSize', { model });
        if (asking.current === mine) setQuestion({ asks: 'download', bytes });
      } catch (error) {
        if (asking.current === mine) throw error;
      }
    });
    if (asking.current === mine) stopAsking();
  };

  const acts: Record<MainAct, () => void> = {
    download: askSize,
    pause: () => attempt(() => send('pauseModel', { model })),
    resume: () => attempt(() => send('resumeModel', { model })),
    use: () => attempt(use),
    stop: () => stop && attempt(stop),
  };

  return {
    problem,
    question,
    isAsking,
    stopAsking,
    close,
    do: (act: MainAct) => acts[act](),
    askDelete: () => setQuestion({ asks: 'delete' }),
    async download() {
      if (await attempt(() => send('downloadModel', { model }))) close();
    },
    async remove() {
      if (await attempt(() => send('removeModel', { model }))) close();
    },
  };
}
