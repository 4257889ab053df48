import { nextTask } from '@/lib/next-task';
import { composerOf } from '@/page/composer-events';
import type { SeenTurn } from '@/page/seen-turns';
import { readComposer } from '@/sites/composer-text';
import type { Health, Part } from '@/sites/findings';
import { decide } from '@/sites/health';
import type { Site } from '@/sites/site';

export interface Look {
  /** Names the conversation in view. */
  conversation: string;
  url: URL;
  turns: readonly SeenTurn[];
  isDrawn: boolean;
  now: number;
}

export interface HealthWatch {
  /** As of the last look. */
  readonly health: Health;
  look(look: Look): Health;
  /** The words of a prompt that is on its way, without what was added to it. */
  noteSend(draft: string, now: number): void;
  /** Something was typed somewhere. */
  noteInput(event: Event): void;
}

/** A prompt that still stands in the composer after so long was not taken, ms. */
const leavingMs = 2_000;
/** How long a prompt that was taken may need until it shows among the turns, ms. */
const showingMs = 5_000;
/** How long an answer may take to begin, ms. */
const beginningMs = 120_000;
/** An answer that says nothing for so long, while the site does not say that it is answering, has ended; ms. */
const silentMs = 300_000;

/** Follows how well the site's map fits the page in use: what was sent has to show, what was answered has to end. */
export function followHealth(site: Site): HealthWatch {
  let health: Health = { state: 'fine' };
  let conversation = '';
  let hadBothRoles = false;
  let sent: { words: string[]; at: number; before: ReadonlySet<string> } | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  let shown: ReadonlySet<string> = new Set();
  /** How often in a row something was typed into a composer that then read as empty. */
  let unread = 0;
  let open: { text: string; since: number } | undefined;

  function look({ url, turns, isDrawn, now, ...page }: Look): Health {
    if (page.conversation !== conversation) {
      conversation = page.conversation;
      hadBothRoles = false;
      sent = undefined;
      open = undefined;
    }
    shown = new Set(turns.map(nameOf));
    const found = site.health(document, url);
    const missedTurn = missesSent(turns, now) ?? missesEnd(turns, found.isAnswering, now);
    const missed = unread < mostUnread ? missedTurn : 'composer';
    const awaitsAnswer = now - sentAt < beginningMs;
    health = decide(found, { isDrawn, awaitsAnswer, hadBothRoles, missed });
    hadBothRoles ||= health.state !== 'paused' && found.turns.user > 0 && found.turns.assistant > 0;
    return health;
  }

  /** A page that takes a prompt shows it; one that refuses it, or is offline, leaves or puts it in the composer. */
  function missesSent(turns: readonly SeenTurn[], now: number): Part | undefined {
    if (!sent) return undefined;
    const { words, at, before } = sent;
    const fresh = turns.filter((turn) => !before.has(nameOf(turn)));
    if (fresh.some(({ role, turn }) => role === 'user' && holds(turn.text(), words))) {
      sent = undefined;
      return undefined;
    }
    if (now - at > leavingMs && stands(words)) sent = undefined;
    return sent && now - at > showingMs ? 'turns' : undefined;
  }

  function stands(words: readonly string[]): boolean {
    const composer = site.composer(document);
    return composer !== undefined && holds(readComposer(composer), words);
  }

  function missesEnd(turns: readonly SeenTurn[], isAnswering: boolean, now: number): Part | undefined {
    const last = turns.at(-1);
    if (!last?.turn.streaming || isAnswering) {
      open = undefined;
      return undefined;
    }
    const text = last.turn.element.textContent ?? '';
    if (open?.text !== text) open = { text, since: now };
    return now - open.since > silentMs ? 'end' : undefined;
  }

  /** What is typed into the composer has to be what is read there. */
  async function noteInput(event: Event): Promise<void> {
    const composer = composerOf(event, site);
    const typed = event.isTrusted && 'data' in event && typeof event.data === 'string' ? event.data : '';
    if (!composer || typed.trim() === '') return;
    const before = sentAt;
    await nextTask();
    // A prompt that was sent at once, or an editor that was drawn anew, is empty for another reason.
    if (sentAt !== before || !composer.isConnected || readComposer(composer).trim() !== '') unread = 0;
    else unread += 1;
  }

  return {
    noteInput,
    get health() {
      return health;
    },
    look,
    noteSend(draft, now) {
      sentAt = now;
      unread = 0;
      const words = wordsOf(draft).slice(0, mostWords);
      sent = words.length > 0 ? { words, at: now, before: shown } : undefined;
    },
  };
}

const mostWords = 30;
const mostUnread = 3;

/** Sites make pills of some words and Markdown of others: most of the first ones have to be there. */
function holds(text: string, words: readonly string[]): boolean {
  const said = new Set(wordsOf(text));
  return 2 * words.filter((word) => said.has(word)).length >= words.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function nameOf({ key, id, role }: SeenTurn): string {
  return key ?? id ?? role;
}
