import { useRef } from 'preact/hooks';
import { useAttempt } from '@/ui/use-attempt';

/** Like `useAttempt`, but while one act is under way, further ones are dropped: a card is answered once. */
export function useAnswer() {
  const { problem, attempt } = useAttempt();
  const isUnderWay = useRef(false);

  async function answer(act: () => Promise<unknown>): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await attempt(act);
    } finally {
      isUnderWay.current = false;
    }
  }

  return { problem, answer };
}
