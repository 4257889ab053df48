import { squashSpace } from '@/lib/squash-space';
import type { Origin } from '@/memory/types';
import { composerOf } from '@/page/composer-events';
import type { Site } from '@/sites/site';

export interface Origins {
  /** A prompt leaves, with our block behind it or without: what comes in from now on belongs to the next one. */
  noteSend(text: string, hasBlock: boolean): void;
  /** Where the words of a user turn on the page came from. */
  of(turn: string): Origin;
  /** Where the words of a draft came from, as far as it is written. */
  ofDraft(draft: string): Origin;
  /** The composer was emptied without sending. */
  reset(): void;
}

interface Tally {
  typed: number;
  pasted: number;
}

interface SentPrompt {
  letters: string;
  hasBlock: boolean;
  origin: Origin;
}

/** So much may be pasted (a name, a link) and the prompt is still the user's own words. */
const smallPaste = 40;
const mostRemembered = 5;
const comparedLetters = 2_000;

/** Follows how words come into the composer. Only events that the browser itself vouches for count. */
export function followOrigins(site: Site, isOurWriting: () => boolean, signal: AbortSignal): Origins {
  let tally: Tally = { typed: 0, pasted: 0 };
  let sent: SentPrompt[] = [];

  function count(field: keyof Tally, characters: number, event: Event): void {
    if (!event.isTrusted || isOurWriting() || !composerOf(event, site)) return;
    tally[field] += characters;
  }

  const options = { capture: true, signal };
  document.addEventListener(
    'beforeinput',
    (event) => {
      if (typingTypes.test(event.inputType)) count('typed', event.data?.length ?? 1, event);
    },
    options,
  );
  document.addEventListener('compositionend', (event) => count('typed', event.data.length, event), options);
  // Editors that paste by themselves cancel the paste, so that no input event tells of it.
  document.addEventListener(
    'paste',
    (event) => count('pasted', lengthOf(event.clipboardData), event),
    options,
  );
  document.addEventListener('drop', (event) => count('pasted', lengthOf(event.dataTransfer), event), options);

  return {
    noteSend(text, hasBlock) {
      const letters = lettersOf(text);
      const [last] = sent;
      // The site did not take the first Enter: it is the same prompt still.
      const isAgain = tally.typed + tally.pasted === 0 && last?.letters === letters;
      const prompt = { letters, hasBlock, origin: isAgain ? last.origin : originOf(tally, text) };
      sent = [prompt, ...sent].slice(0, mostRemembered);
      tally = { typed: 0, pasted: 0 };
    },
    of(turn) {
      const letters = lettersOf(turn);
      return sent.find((prompt) => isSamePrompt(prompt, letters))?.origin ?? 'unknown';
    },
    ofDraft: (draft) => originOf(tally, draft),
    reset() {
      tally = { typed: 0, pasted: 0 };
    },
  };
}

const typingTypes = /^insert(?!FromPaste|FromDrop|CompositionText|FromComposition)/;

export function originOf({ typed, pasted }: Tally, text: string): Origin {
  if (pasted > smallPaste || (pasted > 0 && pasted >= typed)) return 'pasted';
  if (typed === 0 && pasted === 0) return 'prefilled';
  return typed * 2 >= squashSpace(text).length ? 'typed' : 'unknown';
}

/** Letters and digits are what is left of a prompt on every site, whatever it does with Markdown and white space. */
function isSamePrompt({ letters, hasBlock }: SentPrompt, turn: string): boolean {
  return hasBlock ? turn.startsWith(letters) : turn === letters;
}

function lettersOf(text: string): string {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return (letters || squashSpace(text)).slice(0, comparedLetters);
}

function lengthOf(data: DataTransfer | null): number {
  return data?.getData('text/plain').length ?? 0;
}
