import { withinTime } from '@/lib/within-time';
import type { Command, CommandDone, Prospect } from '@/memory/commands/command';
import { commandIn } from '@/memory/commands/command-in';
import type { Recall, RecallRequest } from '@/memory/recall/types';
import type { CapturedTurns, CaptureReceipt, ConversationRef } from '@/memory/types';
import type { Engine } from '@/page/engine';
import { serves } from '@/page/serving';
import { readComposer } from '@/sites/composer-text';
import type { Site } from '@/sites/site';

/** What the card says: what the command in the composer would do, what one did, or that it was taken back. */
export type ShownCommand =
  | { is: 'prospect'; prospect: Prospect }
  | { is: 'done'; done: CommandDone }
  | { is: 'undone' };

export interface CommandDrafts {
  /** Asks the engine for memories or, where the draft is a command, for what that would do. */
  recall(request: RecallRequest): Promise<Recall>;
  /** Hands turns to the engine, and hears what came of the commands among them. */
  capture(turns: CapturedTurns): Promise<CaptureReceipt>;
  /** Whether the draft in the composer is a command: no memories belong to it. */
  isCommand(): boolean;
  shown(): ShownCommand | undefined;
  /** Forgets at once what is shown. */
  forget(): Promise<void>;
  undo(): Promise<void>;
  /** The user has seen it. */
  dismiss(): void;
  /** The draft was sent or left behind; what a command did stays for a while. */
  clear(): void;
}

interface CommandParts {
  site: Site;
  engine: Pick<Engine, 'capture' | 'command' | 'forgetNow' | 'commandDone' | 'takeBack'> & {
    recall(request: RecallRequest): Promise<Recall>;
  };
  conversation(): ConversationRef;
  /** Whether a draft is the user's own words: a command in any other is not carried out. */
  isTyped(draft: string): boolean;
  onChange(): void;
  signal: AbortSignal;
}

/** How long what was done stands there, to be taken back. */
const doneMs = 30_000;
const answerMs = 60_000;
/** Holds the card; the focus inside it is seen from outside as its own. */
const offerElement = 'throughline-offer';

/** Commands to the memory, in the composer and among the turns that were sent. */
export function followCommands(parts: CommandParts): CommandDrafts {
  const { site, engine, conversation, onChange, signal } = parts;
  let asked = 0;
  let answer: { draft: string; prospect: Prospect | undefined } | undefined;
  let dismissed: string | undefined;
  let after: { shown: ShownCommand; conversation: ConversationRef } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function draft(): string {
    const composer = site.composer(document);
    return composer ? readComposer(composer) : '';
  }

  function commandOf(text: string): Command | undefined {
    const command = commandIn(text);
    return command && parts.isTyped(text) ? command : undefined;
  }

  function prospect(): Prospect | undefined {
    const now = draft();
    const command = commandOf(now);
    if (!answer?.prospect || answer.prospect.do !== command?.do) return undefined;
    if (dismissed !== undefined && serves(dismissed, now)) return undefined;
    return serves(answer.draft, now) ? answer.prospect : undefined;
  }

  function show(shown: ShownCommand, of: ConversationRef): void {
    if (signal.aborted) return;
    after = { shown, conversation: of };
    clearTimeout(timer);
    timer = setTimeout(leaveUnlessHeld, doneMs);
    onChange();
  }

  function leaveUnlessHeld(): void {
    if (document.activeElement?.localName === offerElement) timer = setTimeout(leaveUnlessHeld, doneMs);
    else leave();
  }

  function leave(): void {
    clearTimeout(timer);
    after = undefined;
    onChange();
  }

  async function hear(of: ConversationRef): Promise<void> {
    try {
      const done = await withinTime(engine.commandDone(of), answerMs);
      if (done && done.count > 0) show({ is: 'done', done }, of);
    } catch {
      // What was done stands in the popup too, where it can be taken back.
    }
  }

  return {
    async recall(request) {
      const number = ++asked;
      if (!commandOf(request.draft)) {
        answer = undefined;
        return engine.recall(request);
      }
      const { conversation: ref, draft: question } = request;
      const found = await engine.command({ conversation: ref, draft: question });
      if (number === asked) answer = { draft: question, prospect: found ?? undefined };
      return nothing;
    },

    async capture(turns) {
      const receipt = await engine.capture(turns);
      const isHeard = 'stored' in receipt && receipt.stored > 0;
      if (isHeard && turns.turns.some(isCommandTurn)) void hear(turns.conversation);
      return receipt;
    },

    isCommand: () => commandOf(draft()) !== undefined,

    shown() {
      const found = prospect();
      if (found && !isIdle(found)) return { is: 'prospect', prospect: found };
      return after?.shown;
    },

    async forget() {
      const found = prospect();
      if (found?.do !== 'forget' || !answer) return;
      const { draft: question } = answer;
      const ref = conversation();
      const ids = found.memories.map(({ id }) => id);
      try {
        const done = await engine.forgetNow({ conversation: ref, draft: question, ids });
        dismissed = question;
        show({ is: 'done', done }, ref);
      } catch {
        // It means other memories by now: the card asks again with the next words.
        answer = undefined;
        onChange();
      }
    },

    async undo() {
      if (after?.shown.is !== 'done') return;
      const { shown, conversation: of } = after;
      try {
        await engine.takeBack({ conversation: of, entry: shown.done.entry });
        show({ is: 'undone' }, of);
      } catch {
        // Too late, or it was taken back elsewhere: there is nothing left to offer.
        leave();
      }
    },

    dismiss() {
      if (prospect()) dismissed = draft();
      leave();
    },

    clear() {
      asked += 1;
      answer = undefined;
      dismissed = undefined;
    },
  };
}

/** A command is answered with what it does, and no memory goes along. */
const nothing: Recall = { injection: 'automatic', memories: [], block: '', tokens: 0, at: 0 };

function isCommandTurn({ role, origin, text }: CapturedTurns['turns'][number]): boolean {
  return role === 'user' && origin === 'typed' && commandIn(text) !== undefined;
}

/** "Stop using that" means the memory only where it was told something. */
function isIdle(prospect: Prospect): boolean {
  return prospect.do === 'unuse' && prospect.memories.length === 0;
}
