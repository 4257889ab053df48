import { withinTime } from '@/lib/within-time';
import type { CapturedTurn, Origin } from '@/memory/types';
import { refTo, type View } from '@/page/conversation';
import { type Deliveries, deliveries } from '@/page/deliveries';
import type { Engine } from '@/page/engine';
import { currentPlace } from '@/page/place';
import type { SeenTurn } from '@/page/seen-turns';
import { settler } from '@/page/settle';
import type { Site } from '@/sites/site';

export type CaptureTrouble = 'engineUnreachable' | 'storageFull' | 'switchedOff';

export interface Capture {
  /** Why the last attempt kept nothing; undefined when all is well. */
  readonly trouble: CaptureTrouble | undefined;
  /** Sends what has settled; returns when to look again even without a change, in ms. */
  read(view: View, turns: readonly SeenTurn[], reading: Reading): number | undefined;
  /** Whatever was wrong may be right again: the next reading tries at once. */
  retry(): void;
}

export interface Reading {
  isAnswering: boolean;
  isLast: boolean;
  now: number;
}

interface CaptureParts {
  site: Site;
  engine: Pick<Engine, 'capture'>;
  originOf(text: string): Origin;
  /** The last moment at which the page can say that nothing may leave it. */
  mayStore(view: View): boolean;
  /** A batch was answered: there may be more to send. */
  onAnswer(): void;
}

const longestTurn = 8_000_000;
const batchTurns = 100;
const batchCharacters = 4_000_000;
const rereadMs = 400;
/** The engine may be busy with a model, or have died with the question. Asked twice it stores once. */
const answerMs = 60_000;
const backoffMs = { first: 1_000, most: 60_000 };

/** Captures the turns of the conversation in view: each one once, in order, marked only when the engine has it. */
export function captureTurns({ site, engine, originOf, mayStore, onAnswer }: CaptureParts): Capture {
  const settle = settler();
  let conversation = { key: '', done: deliveries(), engineKnows: undefined as string | undefined };
  let trouble: CaptureTrouble | undefined;
  let failures = 0;
  let retryAt = 0;
  let isSending = false;

  function read(view: View, turns: readonly SeenTurn[], { isAnswering, isLast, now }: Reading) {
    if (view.provisionalKey !== conversation.key) {
      conversation = { key: view.provisionalKey, done: deliveries(), engineKnows: undefined };
      trouble = undefined;
      retryAt = 0;
    }
    const settled = settle(turns, isAnswering, isLast);
    const againMs = settled.isWaiting ? rereadMs : undefined;
    const fresh = settled.turns.filter((turn) => conversation.done.keyFor(turn) !== undefined);
    if (fresh.length === 0 && !isRenamed(view)) return againMs;
    if (isSending && !isLast) return againMs;
    if (now < retryAt && !isLast) return Math.max(retryAt - now, againMs ?? 0);
    if (!mayStore(view)) return againMs;
    void deliver(view, fresh, now);
    return againMs;
  }

  /** The chat got its id and there is nothing else to tell: the engine has to hear of it all the same. */
  function isRenamed({ siteConversationId }: View): boolean {
    return siteConversationId !== undefined && conversation.engineKnows === '';
  }

  async function deliver(view: View, fresh: readonly SeenTurn[], now: number): Promise<void> {
    const { done } = conversation;
    const heading = conversation;
    const batch = batchOf(fresh, done, trouble ? 1 : batchTurns);
    const ref = refTo(site, view);
    isSending = true;
    try {
      const turns = batch.map(({ captured }) => captured);
      const receipt = await withinTime(
        engine.capture({ conversation: ref, ...currentPlace(), turns }),
        answerMs,
      );
      if ('off' in receipt) return stumble('switchedOff', now);
      for (const { seen } of batch) done.acknowledge(seen);
      heading.engineKnows = ref.siteConversationId ?? '';
      trouble = undefined;
      failures = 0;
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'StorageFullError';
      stumble(isFull ? 'storageFull' : 'engineUnreachable', now);
    } finally {
      isSending = false;
      onAnswer();
    }
  }

  function stumble(why: CaptureTrouble, now: number): void {
    trouble = why;
    retryAt = now + Math.min(backoffMs.most, backoffMs.first * 2 ** failures);
    failures += 1;
  }

  function batchOf(fresh: readonly SeenTurn[], done: Deliveries, most: number) {
    const batch: { seen: SeenTurn; captured: CapturedTurn }[] = [];
    let characters = 0;
    for (const seen of fresh) {
      const key = done.keyFor(seen);
      if (key === undefined || batch.length >= most) continue;
      const text = seen.turn.text().slice(0, longestTurn);
      characters += text.length;
      if (batch.length > 0 && characters > batchCharacters) break;
      const { role } = seen;
      const { position } = seen.turn;
      const origin = role === 'user' ? originOf(text) : 'unknown';
      batch.push({
        seen,
        captured: { key, role, text, origin, ...(position === undefined ? {} : { position }) },
      });
    }
    return batch;
  }

  return {
    get trouble() {
      return trouble;
    },
    read,
    retry() {
      retryAt = 0;
    },
  };
}
