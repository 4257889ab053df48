import type { Recall } from '@/memory/recall/types';
import type { PageStatus } from '@/messaging/protocol';
import { captureTurns } from '@/page/capture';
import { followCommands } from '@/page/command';
import { followConversation, refTo, type View } from '@/page/conversation';
import type { Engine } from '@/page/engine';
import { tellFeedback } from '@/page/feedback';
import { followHealth } from '@/page/health';
import { offerBeside } from '@/page/offer';
import { followOrigins } from '@/page/origin';
import { currentPlace } from '@/page/place';
import { followDrafts } from '@/page/recall';
import { type SeenTurn, turnReader } from '@/page/seen-turns';
import { interceptSends } from '@/page/send';
import { followSolved } from '@/page/solved';
import { ownWords } from '@/page/standing';
import { isDrawn, pageStatus } from '@/page/status';
import type { OfferTexts } from '@/page/texts';
import { watchPage } from '@/page/watch';
import { blockWriter, type Write } from '@/page/writing';
import { endMarks } from '@/sites/end-marks';
import type { Site } from '@/sites/site';

export interface PageParts {
  engine: Engine;
  write: Write;
  texts: OfferTexts;
  /** Calls back before or after each change of the address without a load. */
  onAddressChange(changed: () => void): void;
  /** Stops everything for good and leaves nothing on the page. */
  stop: AbortController;
}

export interface Page {
  status(): PageStatus;
}

/** Memory for one chat tab: captures what is said, recalls for what is typed, adds it to what is sent. */
export function startPage(site: Site, { engine, write, texts, onAddressChange, stop }: PageParts): Page {
  const { signal } = stop;
  const conversation = followConversation(site);
  const readTurns = turnReader();
  const health = followHealth(site);
  const writer = blockWriter(site, write);
  const origins = followOrigins(site, () => writer.isWriting, signal);
  const capture = captureTurns({
    site,
    engine: { capture: (turns) => commands.capture(turns) },
    originOf: origins.of,
    mayStore,
    onAnswer: () => watch.soon(),
  });
  const solved = followSolved(site, engine);
  const commands = followCommands({
    site,
    engine: { ...engine, recall: solved.recall },
    conversation: () => refTo(site, conversation.view),
    isTyped: (draft) => origins.ofDraft(draft) === 'typed',
    onChange: showOffer,
    signal,
  });
  const drafts = followDrafts({
    site,
    engine: { ...engine, recall: commands.recall },
    conversation: () => (mayRecall() ? refTo(site, conversation.view) : undefined),
    isOurWriting: () => writer.isWriting,
    onChange: showOffer,
    signal,
  });
  const feedback = tellFeedback({
    engine,
    conversation: () => refTo(site, conversation.view),
    place: currentPlace,
  });
  const offer = offerBeside({
    site,
    texts,
    onAdd: add,
    onTick: drafts.tick,
    onRate(id, thumb) {
      feedback.tell(thumb, [id], drafts.recalledFor());
      drafts.rate(id, thumb);
    },
    onDismiss(shown) {
      feedback.tell('dismissed', shown, drafts.recalledFor());
      drafts.dismiss();
    },
    onDismissSolved() {
      solved.dismiss();
      showOffer();
    },
    command: {
      onForget: commands.forget,
      onUndo: commands.undo,
      onOpen: engine.openMemories,
      onClose: commands.dismiss,
    },
    signal,
  });
  let address = location.href;
  let addressAt = performance.now();

  interceptSends({
    site,
    drafts: { ...drafts, readyFor },
    writer,
    onSend: noteSend,
    onLeft: feedback.left,
    signal,
  });
  window.addEventListener('click', noteClick, { capture: true, signal });
  window.addEventListener('input', health.noteInput, { capture: true, signal });
  window.addEventListener('popstate', () => conversation.noteHistory(performance.now()), { signal });
  // The user comes back from the popup, where capture may have been switched on.
  window.addEventListener('focus', comeBack, { signal });
  const watch = watchPage(look, signal, site.map ? endMarks(site.map) : []);
  onAddressChange(() => {
    // The thread as it stands now is the last that is surely of the old address.
    watch.now();
    watch.soon();
  });

  function look(isLast: boolean): number | undefined {
    if (!engine.isConnected()) {
      stop.abort();
      return undefined;
    }
    try {
      return readPage(isLast);
    } catch (error) {
      // A page that the site's map does not fit any more: nothing is stored, the chat goes on.
      console.debug('Throughline could not read this page:', error instanceof Error ? error.name : 'unknown');
      return undefined;
    }
  }

  function readPage(isLast: boolean): number | undefined {
    const now = performance.now();
    const url = new URL(location.href);
    if (url.href !== address) {
      address = url.href;
      addressAt = now;
    }
    if (!site.isChat(url)) {
      drafts.clear();
      return undefined;
    }
    const turns = readTurns(site.turns(document));
    const { provisionalKey } = conversation.view;
    const belonging = conversation.look(url, turns, now);
    if (conversation.view.provisionalKey !== provisionalKey) leaveDraft();
    const { view } = conversation;
    if (isTemporaryNow(url) && (turns.length > 0 || view.sentAt !== undefined)) view.isTemporary = true;
    drafts.check();
    lookAtHealth(url, turns, now);
    if (belonging === 'unsure') return unsureMs;
    if (!isReadable()) return undefined;
    return capture.read(view, turns, { isAnswering: site.isAnswering(document), isLast, now });
  }

  function lookAtHealth(url: URL, turns: readonly SeenTurn[], now: number): void {
    const { provisionalKey } = conversation.view;
    const was = isReadable();
    health.look({ conversation: provisionalKey, url, turns, isDrawn: isDrawn(now - addressAt), now });
    if (isReadable() !== was) showOffer();
  }

  /** The site's page is as it is known here: where it is not, nothing is kept of it and nothing is added to it. */
  function isReadable(): boolean {
    return health.health.state !== 'paused';
  }

  function readyFor(draft: string): Recall | undefined {
    return commands.isCommand() || !isReadable() ? undefined : drafts.readyFor(draft);
  }

  function showOffer(): void {
    if (!mayRecall()) offer.show(undefined);
    else if (commands.isCommand()) offer.show(undefined, undefined, commands.shown());
    else offer.show(drafts.offered(), solved.shown(), commands.shown());
  }

  function leaveDraft(): void {
    solved.clear();
    commands.clear();
    drafts.clear();
    origins.reset();
  }

  /** What the page does not tell counts as temporary too; only what it says for certain is held on to. */
  function isTemporaryNow(url: URL): boolean {
    return site.isTemporary(document, url) === true;
  }

  function mayStore(view: View): boolean {
    const url = new URL(location.href);
    const isSame = site.isChat(url) && site.conversationId(url) === view.siteConversationId;
    return isSame && !view.isTemporary && site.isTemporary(document, url) === false;
  }

  function mayRecall(): boolean {
    const url = new URL(location.href);
    const isOpen = site.isChat(url) && !conversation.view.isTemporary;
    return isOpen && isReadable() && site.isTemporary(document, url) === false;
  }

  function noteSend({ draft, recall }: { draft: string; recall: Recall | undefined }): void {
    conversation.noteSend(performance.now());
    health.noteSend(draft, performance.now());
    solved.clear();
    commands.clear();
    origins.noteSend(ownWords(draft, recall), recall !== undefined);
    watch.soon();
  }

  function noteClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const isInside = link !== undefined && link.origin === location.origin && URL.canParse(link.href);
    conversation.noteClick(performance.now(), isInside ? site.conversationId(new URL(link.href)) : undefined);
  }

  async function add(recall: Recall): Promise<void> {
    const composer = site.composer(document);
    if (!composer || writer.isWriting || !isReadable()) return;
    if (await writer.add(composer, recall.block)) drafts.noteAdded(recall);
  }

  /** In the popup the user may have switched something off, or forgotten what was about to be added. */
  function comeBack(): void {
    tryAgain();
    drafts.refresh();
  }

  function tryAgain(): void {
    if (!capture.trouble) return;
    capture.retry();
    watch.soon();
  }

  function status(): PageStatus {
    tryAgain();
    const url = new URL(location.href);
    const isTemporary = conversation.view.isTemporary || site.isTemporary(document, url);
    const now = performance.now();
    if (site.isChat(url)) lookAtHealth(url, readTurns(site.turns(document)), now);
    return pageStatus({
      site,
      view: conversation.view,
      url,
      trouble: capture.trouble,
      isTemporary,
      settledForMs: now - addressAt,
      health: health.health,
    });
  }

  return { status };
}

const unsureMs = 500;
