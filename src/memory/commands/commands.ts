import { forgetAct, undoAct } from '@/memory/acts';
import { isOn } from '@/memory/capture';
import type { Command, CommandDone, Prospect } from '@/memory/commands/command';
import { commandIn } from '@/memory/commands/command-in';
import { lastTold } from '@/memory/commands/last-told';
import { meantBy } from '@/memory/commands/meant-by';
import { lineOf, profileAbout } from '@/memory/commands/profile-about';
import { statementsIn } from '@/memory/commands/statements-in';
import { RefusedError } from '@/memory/errors';
import { keptIfAsked } from '@/memory/kept';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import { type AuditId, type ConversationRef, type MemoryId, personalSpace } from '@/memory/types';

export interface CommandRequest {
  conversation: ConversationRef;
  draft: string;
}

/** The commands that a chat page shows, and carries out where the user presses a button. */
export interface Commands {
  /** What the command in a draft would do; nothing is changed. Undefined where there is none. */
  prospect(request: CommandRequest): Promise<Prospect | undefined>;
  /** Forgets at once what the draft's command means. Throws `RefusedError` where that is not just these memories. */
  forgetNow(request: CommandRequest & { ids: readonly MemoryId[] }): Promise<CommandDone>;
  /** Keeps what came of a turn that was a command. */
  note(pending: PendingTurn, made: Act): void;
  /** What the last command in a conversation's turns did; told once. */
  done(conversation: ConversationRef): CommandDone | undefined;
  /** Takes back what a command of this conversation did. Throws `RefusedError` for any other entry. */
  takeBack(conversation: ConversationRef, entry: AuditId): Promise<void>;
}

interface Made {
  conversation: ConversationRef;
  done: CommandDone;
  isTold: boolean;
}

/** What a page may still take back; older acts are taken back in the popup. */
const mostKept = 50;

export function commands(
  ports: Ports,
  act: (make: () => Promise<Act | undefined>) => Promise<Act | undefined>,
): Commands {
  const { store } = ports;
  const made: Made[] = [];

  function keep(one: Made): void {
    made.push(one);
    made.splice(0, made.length - mostKept);
  }

  async function spaceOf(ref: ConversationRef) {
    return (await store.findConversation(ref))?.space ?? personalSpace;
  }

  async function prospectOf(command: Command, { conversation, draft }: CommandRequest): Promise<Prospect> {
    switch (command.do) {
      case 'remember':
      case 'update': {
        const statements = await keptIfAsked(await statementsIn(command, draft, ports.now()), ports);
        return { do: command.do, texts: statements.map(({ text }) => text) };
      }
      case 'forget':
        return {
          do: 'forget',
          memories: (await meantBy(command, await spaceOf(conversation), ports)).map(lineOf),
        };
      case 'unuse':
        return {
          do: 'unuse',
          memories: (await lastTold(await store.findConversation(conversation), store)).map(lineOf),
        };
      case 'tell':
        return profileAbout(command.topic, await spaceOf(conversation), ports);
      case 'ignore':
        return { do: 'ignore' };
    }
  }

  return {
    async prospect(request) {
      const command = commandIn(request.draft);
      if (!command || !isOn(await store.settings(), request.conversation.site)) return undefined;
      return prospectOf(command, request);
    },

    async forgetNow({ conversation, draft, ids }) {
      if (!isOn(await store.settings(), conversation.site))
        throw new RefusedError('Throughline is off here.');
      const command = commandIn(draft);
      const forgotten = await act(async () => {
        const meant =
          command?.do === 'forget' ? await meantBy(command, await spaceOf(conversation), ports) : [];
        if (!isSame(ids, meant)) throw new RefusedError('These are not the memories that the prompt means.');
        return forgetAct(ids, ports);
      });
      if (!forgotten?.entry) throw new RefusedError('Nothing was changed.');
      const done: CommandDone = { do: 'forget', count: ids.length, entry: forgotten.entry.id };
      keep({ conversation, done, isTold: true });
      return done;
    },

    note({ turn, conversation }, { entry }) {
      const command = turn.role === 'user' && entry ? commandIn(turn.text) : undefined;
      if (!command || !entry || command.do === 'tell' || command.do === 'ignore') return;
      const count = entry.changes.filter(({ before, after }) =>
        counts(command, before?.status, after?.status),
      ).length;
      keep({ conversation, done: { do: command.do, count, entry: entry.id }, isTold: false });
    },

    done(conversation) {
      const last = made.findLast((one) => isSameConversation(one.conversation, conversation));
      if (!last || last.isTold) return undefined;
      last.isTold = true;
      return last.done;
    },

    async takeBack(conversation, entry) {
      const own = made.find(
        (one) => one.done.entry === entry && isSameConversation(one.conversation, conversation),
      );
      if (!own) throw new RefusedError('This can be taken back in the extension only.');
      await act(() => undoAct(entry, ports));
      made.splice(made.indexOf(own), 1);
    },
  };
}

/** What stepped behind a newer value, or was there only as history, is not counted. */
function counts(command: Command, before: string | undefined, after: string | undefined): boolean {
  return command.do === 'remember' || command.do === 'update' ? after === 'active' : before === 'active';
}

function isSame(ids: readonly MemoryId[], memories: readonly { id: MemoryId }[]): boolean {
  const asked = new Set(ids);
  return asked.size > 0 && asked.size === memories.length && memories.every(({ id }) => asked.has(id));
}

/** A new chat goes by its provisional key until it gets an id. */
function isSameConversation(one: ConversationRef, other: ConversationRef): boolean {
  if (one.site !== other.site) return false;
  if (one.provisionalKey === other.provisionalKey) return true;
  return one.siteConversationId !== undefined && one.siteConversationId === other.siteConversationId;
}
