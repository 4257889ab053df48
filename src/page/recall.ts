import { withinTime } from '@/lib/within-time';
import type { Recall } from '@/memory/recall/types';
import type { ConversationRef, MemoryId } from '@/memory/types';
import { type Choice, followChoice, type Thumb } from '@/page/choice';
import { composerOf } from '@/page/composer-events';
import type { Engine } from '@/page/engine';
import {
  holdsBlock,
  isEmptyRecall,
  isWorthRecalling,
  type ReadyRecall,
  recallable,
  serves,
} from '@/page/serving';
import { standingIn } from '@/page/standing';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

/** What was recalled for the draft, and what the user makes of it. */
export interface Offered extends Pick<Choice, 'unticked' | 'rated'> {
  recall: Recall;
  /** What would be added; undefined where nothing is ticked, or where its block is not there yet. */
  chosen: Recall | undefined;
}

export interface Drafts {
  /** What may be added to this draft as it stands: only what is ticked. */
  readyFor(draft: string): Recall | undefined;
  /** The recall whose block stands in this draft already, or what the user left of it. */
  addedTo(draft: string): Recall | undefined;
  /** What to offer now, whether or not the last words of the draft were seen yet. */
  offered(): Offered | undefined;
  /** Memories that the user unticked, and no more than that. */
  declined(): MemoryId[];
  /** The draft that was recalled for. */
  recalledFor(): string;
  /** Reads the composer again: sites empty and fill it without any event of the user. */
  check(): void;
  noteAdded(recall: Recall): void;
  tick(id: MemoryId, isTicked: boolean): void;
  rate(id: MemoryId, thumb: Thumb): void;
  /** The user wants none of it for this draft. */
  dismiss(): void;
  /** Settings or memories may have changed while the user was elsewhere: what was recalled is asked for again. */
  refresh(): void;
  /** The draft was sent or left behind. Should it still stand there, what was added to it stays known. */
  clear(): void;
}

interface DraftParts {
  site: Site;
  engine: Pick<Engine, 'recall' | 'blockFor'>;
  /** The conversation to recall for; undefined where nothing may be recalled. */
  conversation(): ConversationRef | undefined;
  isOurWriting(): boolean;
  onChange(): void;
  signal: AbortSignal;
}

const pauseMs = 120;
const longestPauseMs = 400;
const answerMs = 8_000;
const mostAtOnce = 3;

/** Recalls for the draft while it is typed, so that what bears on it is there before it is sent. */
export function followDrafts({
  site,
  engine,
  conversation,
  isOurWriting,
  onChange,
  signal,
}: DraftParts): Drafts {
  let draft = '';
  let ready: ReadyRecall | undefined;
  let added: Recall | undefined;
  let isDismissed = false;
  /** The user has a hand in this draft: what a page puts into its own composer asks for nobody's memories. */
  let isUsers = false;
  let asked = 0;
  let answered = 0;
  let waiting = 0;
  let askedDraft: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typingSince: number | undefined;

  const choice = followChoice({
    async blockFor(question, memories) {
      const ref = conversation();
      const request = ref && { conversation: ref, draft: recallable(question), memories };
      return request && withinTime(engine.blockFor(request), answerMs);
    },
    onChange: () => !signal.aborted && onChange(),
  });

  document.addEventListener('input', onInput, { capture: true, signal });
  document.addEventListener('paste', onInput, { capture: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  function onInput(event: Event): void {
    // Right after a paste the editor has not drawn it yet; the pause is long enough for that.
    if (!composerOf(event, site)) return;
    isUsers ||= event.isTrusted;
    schedule();
  }

  function schedule(): void {
    const now = performance.now();
    typingSince ??= now;
    clearTimeout(timer);
    timer = setTimeout(check, Math.max(0, Math.min(pauseMs, typingSince + longestPauseMs - now)));
  }

  function check(): void {
    clearTimeout(timer);
    typingSince = undefined;
    if (signal.aborted || isOurWriting()) return;
    const composer = site.composer(document);
    const text = composer ? readComposer(composer) : '';
    const isTakenOut = added !== undefined && standingIn(text, added).length === 0;
    if (text === draft && !isTakenOut) return;
    draft = text;
    if (isTakenOut) added = undefined;
    if (added) return;
    if (text.trim() === '') clear();
    else if (isWorthRecalling(text)) void ask();
    else ready = undefined;
    onChange();
  }

  async function ask(): Promise<void> {
    const ref = conversation();
    if (!ref || !isUsers || isDismissed || waiting >= mostAtOnce || draft === askedDraft) return;
    const question = draft;
    const number = ++asked;
    askedDraft = question;
    waiting += 1;
    try {
      const recall = await withinTime(
        engine.recall({ conversation: ref, draft: recallable(question) }),
        answerMs,
      );
      if (number > answered) take(number, { draft: question, recall });
    } catch {
      // Without an answer the prompt leaves as it is; the next words ask again.
      if (number > answered) take(number, undefined);
    } finally {
      waiting -= 1;
    }
    if (draft !== askedDraft && isWorthRecalling(draft)) void ask();
  }

  function take(number: number, answer: ReadyRecall | undefined): void {
    if (signal.aborted) return;
    answered = number;
    ready = answer;
    onChange();
  }

  function clear(): void {
    draft = '';
    ready = undefined;
    askedDraft = undefined;
    isDismissed = false;
    isUsers = false;
    choice.clear();
    // Answers that are still under way belong to a draft that is gone.
    answered = asked;
  }

  function readyFor(text: string): Recall | undefined {
    if (!ready || isDismissed || isEmptyRecall(ready.recall) || holdsBlock(text, ready.recall))
      return undefined;
    if (addedTo(text)) return undefined;
    return serves(ready.draft, text) ? choice.of(ready) : undefined;
  }

  function addedTo(text: string): Recall | undefined {
    return added && standingIn(text, added).length > 0 ? added : undefined;
  }

  return {
    readyFor,
    addedTo,
    offered() {
      if (!ready || isDismissed || added || isEmptyRecall(ready.recall)) return undefined;
      if (asked === answered && !serves(ready.draft, draft)) return undefined;
      const { unticked, rated } = choice;
      return { recall: ready.recall, chosen: choice.of(ready), unticked, rated };
    },
    declined() {
      if (!ready || isDismissed) return [];
      const ids = ready.recall.memories.map(({ id }) => id);
      return ids.filter((id) => choice.unticked.has(id) && choice.rated.get(id) !== 'down');
    },
    recalledFor: () => ready?.draft ?? draft,
    check,
    noteAdded(recall) {
      added = recall;
      onChange();
    },
    tick: choice.tick,
    rate: choice.rate,
    dismiss() {
      isDismissed = true;
      onChange();
    },
    refresh() {
      if (!ready) return;
      ready = undefined;
      askedDraft = undefined;
      answered = asked;
      void ask();
      onChange();
    },
    clear() {
      clear();
      onChange();
    },
  };
}
