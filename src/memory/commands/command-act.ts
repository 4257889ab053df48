import { archiveAct, forgetAct } from '@/memory/acts';
import type { Command } from '@/memory/commands/command';
import { commandIn } from '@/memory/commands/command-in';
import { lastTold } from '@/memory/commands/last-told';
import { meantBy } from '@/memory/commands/meant-by';
import { statementsIn } from '@/memory/commands/statements-in';
import { sourceOf } from '@/memory/consolidation/changes';
import { consolidateAll } from '@/memory/consolidation/consolidate-all';
import { keptIfAsked } from '@/memory/kept';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import type { ActiveMemory, Memory, Turn } from '@/memory/types';

/**
 * The act of a turn that is a command, and of the answer to one, which teaches nothing; undefined for every other
 * turn. Only what the user surely typed is carried out: a command in an old thread, opened later, is over.
 */
export async function commandAct(pending: PendingTurn, ports: Ports): Promise<Act | undefined> {
  const { turn } = pending;
  const learned = { turnIds: [turn.id], at: ports.now() };
  if (turn.role === 'assistant') return (await answersCommand(turn, ports)) ? { learned } : undefined;
  const command = turn.origin === 'typed' || turn.origin === 'unknown' ? commandIn(turn.text) : undefined;
  if (!command) return undefined;
  if (turn.origin === 'unknown') return saysSomething(command) ? undefined : { learned };
  return { ...(await carriedOut(command, pending, ports)), learned };
}

async function carriedOut(command: Command, pending: PendingTurn, ports: Ports): Promise<Act> {
  const { conversation } = pending;
  switch (command.do) {
    case 'remember':
    case 'update':
      return rememberAct(command, pending, ports);
    case 'forget':
      return onThose(await meantBy(command, conversation.space, ports), forgetAct, ports);
    case 'unuse':
      return onThose(await lastTold(conversation, ports.store), archiveAct, ports);
    case 'tell':
    case 'ignore':
      return {};
  }
}

async function rememberAct(
  command: Extract<Command, { do: 'remember' | 'update' }>,
  pending: PendingTurn,
  ports: Ports,
): Promise<Act> {
  const { turn, conversation } = pending;
  const candidates = await keptIfAsked(await statementsIn(command, turn.text, turn.capturedAt), ports);
  const sourced = candidates.map((candidate) => ({
    candidate,
    source: sourceOf(candidate, pending),
    at: turn.capturedAt,
  }));
  return agreedTo(await consolidateAll(sourced, conversation.space, 'learn', true, ports), turn);
}

/** What was only read off the words before is agreed to once the user asks to keep it. */
function agreedTo(act: Act, { id }: Turn): Act {
  const agreed = <Kept extends Memory>(memory: Kept): Kept => {
    const isSaid = memory.sources.some((source) => source.from === 'turn' && source.turnId === id);
    return isSaid && memory.basis === 'inferred' ? { ...memory, basis: 'confirmed' } : memory;
  };
  const { put, entry } = act;
  if (!put || !entry) return act;
  const changes = entry.changes.map(({ before, after }) => ({ before, after: after && agreed(after) }));
  return { ...act, put: put.map(agreed), entry: { ...entry, changes } };
}

async function onThose(memories: readonly ActiveMemory[], act: typeof forgetAct, ports: Ports): Promise<Act> {
  return memories.length === 0
    ? {}
    : act(
        memories.map(({ id }) => id),
        ports,
      );
}

function saysSomething(command: Command): boolean {
  return command.do === 'remember' || command.do === 'update';
}

async function answersCommand({ id, position }: Turn, { store }: Ports): Promise<boolean> {
  const around = (await store.turnsAround([id], 1)).get(id) ?? [];
  const before = around.find(
    ({ turn }) => turn.position !== undefined && turn.position < (position ?? 0),
  )?.turn;
  return before?.role === 'user' && before.origin === 'typed' && commandIn(before.text) !== undefined;
}
