import type { ConversationRef } from '@/memory/types';
import { noPastTurns, type PastTurns, pastTurns } from '@/page/past-turns';
import type { SeenTurn } from '@/page/seen-turns';
import type { Site } from '@/sites/site';

/**
 * One chat as this tab shows it. A new chat has no id until some time after its first prompt; it is named by a key
 * made up here, and keeps that key when the id comes.
 */
export interface View {
  readonly provisionalKey: string;
  siteConversationId: string | undefined;
  /** The chat was seen as temporary while it held something: it stays so for this view. */
  isTemporary: boolean;
  /** When the user last sent a prompt from here; undefined: never. */
  sentAt: number | undefined;
}

/**
 * *ready*: the turns on the page belong to the view. *unsure*: look again later, nothing may be stored under this
 * view now.
 */
export type Belonging = 'ready' | 'unsure';

export interface ConversationWatch {
  readonly view: View;
  look(url: URL, turns: readonly SeenTurn[], now: number): Belonging;
  noteSend(now: number): void;
  /** A click of the user anywhere; `goesTo` is the conversation that the link under it leads to. */
  noteClick(now: number, goesTo: string | undefined): void;
  /** Back or forward. */
  noteHistory(now: number): void;
}

/** How long a thread must have stood still before doubtful turns count as the ones of the new address. */
const stillMs = 2_000;
/** A new address whose thread stays empty for so long is that of another chat. */
const emptyMs = 5_000;
const historyMs = 2_000;

/**
 * Follows which conversation is in view. The address and the thread do not change together: a page changes its
 * address first and draws the new thread later, and a new chat gets its id while its thread stays. So the address
 * says that something happened, and the turns themselves say what: a chat that gained its id still shows the turns
 * it had, a chat that was left is drawn away. Until that is clear nothing is stored.
 */
export function followConversation(site: Site): ConversationWatch {
  let view = newView(undefined);
  /** What the page showed of the view when it was last clear that it was the view's. */
  let shown: PastTurns = noPastTurns;
  /** The chat before this one, if it had no id when it was left. */
  let nameless: { view: View; shown: PastTurns } | undefined;
  /** Turns of another chat that may still stand on the page. */
  let stale: PastTurns | undefined;
  let changedAt: number | undefined;
  let still = { order: '', since: 0 };
  let clickedAt = Number.NEGATIVE_INFINITY;
  let historyAt = Number.NEGATIVE_INFINITY;
  let goesTo: string | undefined;

  function begin(id: string | undefined): void {
    nameless = view.siteConversationId === undefined && !shown.isEmpty ? { view, shown } : undefined;
    // A chat that was left before its thread was clear leaves the turns before it standing.
    if (!shown.isEmpty) stale = shown;
    view = newView(id);
    shown = noPastTurns;
    changedAt = undefined;
  }

  function look(url: URL, turns: readonly SeenTurn[], now: number): Belonging {
    const id = site.conversationId(url);
    const order = turns.map(nameOf).join(' ');
    if (order !== still.order) still = { order, since: now };

    takeUpNameless(id, turns);
    if (id !== view.siteConversationId) {
      changedAt ??= now;
      const gained =
        view.siteConversationId === undefined && id !== undefined ? hasGained(id, turns, now) : false;
      if (gained === undefined) return 'unsure';
      if (gained) view.siteConversationId = id;
      else begin(id);
      changedAt = undefined;
    } else {
      changedAt = undefined;
      // The user asked for a new chat in one that has no id: the address stays, the thread is cleared.
      if (id === undefined && turns.length === 0 && !shown.isEmpty) begin(undefined);
    }
    if (isStale(turns, now) || isReplaced(turns, now)) return 'unsure';
    // Where no chat ever has an id, other turns that stay are another chat.
    if (id === undefined && isForeign(turns)) begin(undefined);
    stale = undefined;
    if (turns.length > 0) shown = pastTurns(turns);
    return 'ready';
  }

  /** A thread that was only gone for a moment, or a chat come back under the id that it got meanwhile. */
  function takeUpNameless(id: string | undefined, turns: readonly SeenTurn[]): void {
    if (!nameless || !shown.isEmpty || view.siteConversationId !== undefined) return;
    const before = nameless;
    if (!turns.some((turn) => before.shown.includes(turn))) return;
    if (id !== undefined && id === goesTo) return;
    if (stale === before.shown) stale = undefined;
    before.view.sentAt = view.sentAt ?? before.view.sentAt;
    ({ view, shown } = before);
    nameless = undefined;
  }

  /** Whether this chat, which had no id, is the one that now has `id`; undefined: it cannot be told yet. */
  function hasGained(id: string, turns: readonly SeenTurn[], now: number): boolean | undefined {
    const waitedMs = now - (changedAt ?? now);
    const { sentAt } = view;
    if (sentAt === undefined && shown.isEmpty) return false;
    if (id === goesTo || now - waitedMs - historyAt < historyMs) return false;
    const mayHaveLeft = sentAt === undefined || clickedAt > sentAt;
    if (turns.length === 0) return waitedMs > emptyMs ? false : undefined;
    if (!shown.isEmpty && !turns.some((turn) => shown.includes(turn))) return false;
    if (!mayHaveLeft) return true;
    if (now - still.since < stillMs || waitedMs < stillMs) return undefined;
    // Never read before the id came: a chat just begun holds one exchange and no more.
    return shown.isEmpty ? turns.length <= 2 : true;
  }

  function isStale(turns: readonly SeenTurn[], now: number): boolean {
    if (!stale || turns.length === 0) return false;
    const past = stale;
    const old = turns.filter((turn) => past.includes(turn)).length;
    if (old === 0) return false;
    // Part old, part new: either it is being redrawn, or the two chats hold the same words. Time tells.
    return old === turns.length || now - still.since < stillMs;
  }

  /** All turns are others though the address is the same: a page that draws the next chat before it says so. */
  function isReplaced(turns: readonly SeenTurn[], now: number): boolean {
    return now - still.since < stillMs && isForeign(turns);
  }

  function isForeign(turns: readonly SeenTurn[]): boolean {
    return !shown.isEmpty && turns.length > 0 && !turns.some((turn) => shown.includes(turn));
  }

  return {
    get view() {
      return view;
    },
    look,
    noteSend(now) {
      view.sentAt = now;
    },
    noteClick(now, to) {
      clickedAt = now;
      goesTo = to;
    },
    noteHistory(now) {
      historyAt = now;
    },
  };
}

export function refTo(site: Site, view: View): ConversationRef {
  const { provisionalKey, siteConversationId } = view;
  return {
    site: site.id,
    provisionalKey,
    ...(siteConversationId === undefined ? {} : { siteConversationId }),
  };
}

function newView(siteConversationId: string | undefined): View {
  return { provisionalKey: crypto.randomUUID(), siteConversationId, isTemporary: false, sentAt: undefined };
}

function nameOf({ key, id, role }: SeenTurn): string {
  return key ?? id ?? role;
}
