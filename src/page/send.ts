import type { Recall } from '@/memory/recall/types';
import type { MemoryId } from '@/memory/types';
import type { Left } from '@/page/feedback';
import { type HeldSend, handOver } from '@/page/hand-over';
import type { Drafts } from '@/page/recall';
import { canSend, composerSentByClick, composerSentByKey } from '@/page/send-gesture';
import type { Writer } from '@/page/writing';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

/** A prompt that leaves, and what was added to it. */
export interface Sent {
  /** The user's own words. */
  draft: string;
  recall: Recall | undefined;
}

interface SendParts {
  site: Site;
  drafts: Pick<Drafts, 'readyFor' | 'addedTo' | 'declined' | 'noteAdded' | 'clear'>;
  writer: Writer;
  /** A prompt is on its way; called before the page deals with it. */
  onSend(sent: Sent): void;
  /** A prompt has left, with memories or without. */
  onLeft(left: Left): void;
  signal: AbortSignal;
}

/**
 * Puts the ready block behind the prompt at the moment it is sent. The listeners stand on the window in the capture
 * phase, before any of the page's. A prompt without a ready recall is left alone; one that was held back is handed
 * over exactly once, with the block or, where the site would not take it, without.
 */
export function interceptSends({ site, drafts, writer, onSend, onLeft, signal }: SendParts): void {
  /** From holding a send back until the page has the prompt. */
  let isBusy = false;
  /** A prompt that the page did not take from us: the next time it is the page's own affair. */
  let kept: string | undefined;

  const options = { capture: true, signal };
  window.addEventListener(
    'keydown',
    (event) => onGesture(event, 'key', () => composerSentByKey(event, site)),
    options,
  );
  window.addEventListener(
    'click',
    (event) => onGesture(event, 'click', () => composerSentByClick(event, site)),
    options,
  );

  function onGesture(event: Event, by: HeldSend['by'], sentComposer: () => HTMLElement | undefined): void {
    // Only the user's own keys and clicks: what pages and programs dispatch, this one too, goes its way.
    if (!event.isTrusted) return;
    try {
      const composer = sentComposer();
      if (!composer) return;
      if (isBusy || writer.isWriting) hold(event);
      else onSendOf(composer, event, by);
    } catch (error) {
      console.debug('Throughline left this prompt alone:', error instanceof Error ? error.name : 'unknown');
    }
  }

  function onSendOf(composer: HTMLElement, event: Event, by: HeldSend['by']): void {
    const draft = readComposer(composer);
    if (draft.trim() === '') return;
    const recall = drafts.readyFor(draft);
    // Once the site has the prompt and empties its composer, nobody knows any more.
    const declined = drafts.declined();
    if (recall?.injection === 'automatic' && draft !== kept && canSend(site)) {
      hold(event);
      void addAndSend(composer, { draft, href: location.href, by }, { recall, declined });
      return;
    }
    const added = drafts.addedTo(draft);
    onSend({ draft, recall: added });
    onLeft({ text: draft, recall: added, declined });
    drafts.clear();
  }

  async function addAndSend(
    composer: HTMLElement,
    held: HeldSend,
    { recall, declined }: { recall: Recall; declined: MemoryId[] },
  ): Promise<void> {
    isBusy = true;
    try {
      const isAdded = await writer.add(composer, recall.block);
      if (isAdded) drafts.noteAdded(recall);
      onSend({ draft: held.draft, recall: isAdded ? recall : undefined });
      if ((await handOver(site, held)) === 'kept') {
        const standing = site.composer(document);
        kept = standing && readComposer(standing);
        return;
      }
      const text = isAdded ? `${held.draft}\n\n${recall.block}` : held.draft;
      onLeft({ text, recall: isAdded ? recall : undefined, declined });
      drafts.clear();
    } catch {
      // The page is in a state nobody foresaw. The prompt stands in the composer, and the next send is left alone.
      drafts.noteAdded(recall);
    } finally {
      isBusy = false;
    }
  }
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
