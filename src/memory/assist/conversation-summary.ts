import { squashSpace } from '@/lib/squash-space';
import type { Ask } from '@/memory/assist/ask';
import { introducesNothing } from '@/memory/assist/made-of';
import { ended, proseIn, proseRequest } from '@/memory/assist/prose';
import { ownLines } from '@/memory/extraction/own-lines';
import { sentences } from '@/memory/extraction/sentences';
import type { Turn } from '@/memory/types';

export interface SummarisedConversation {
  title: string;
  turns: readonly Pick<Turn, 'role' | 'text'>[];
}

/** Characters of a summary, of each of its parts, and of a turn that is summarised. */
const longestSummary = 400;
const longestPart = 160;
const longestTurn = 800;
/** The beginning says what it is about, the end what came of it. */
const turnsAtEachEnd = 6;

/** What a conversation was about, in a line or two; title, first question and last decision where no model answers. */
export async function conversationSummary(conversation: SummarisedConversation, ask: Ask): Promise<string> {
  const shown = shownTurns(conversation.turns);
  const sources = [conversation.title, ...shown.map(({ text }) => text)];
  const answer = await ask(proseRequest(system, { title: conversation.title, turns: shown }, 160));
  const prose = answer === undefined ? '' : proseIn(answer);
  const isUsable = prose !== '' && prose.length <= longestSummary && introducesNothing(prose, sources);
  return isUsable ? prose : extract(conversation);
}

const system = `Say in one or two short sentences what a conversation was about and what came of it, in its language, with no names or numbers that are not in it.`;

function shownTurns(turns: SummarisedConversation['turns']) {
  const ends =
    turns.length > turnsAtEachEnd * 2
      ? [...turns.slice(0, turnsAtEachEnd), ...turns.slice(-turnsAtEachEnd)]
      : turns;
  return ends.map(({ role, text }) => ({ role, text: shortened(text, longestTurn) }));
}

function extract({ title, turns }: SummarisedConversation): string {
  const said = turns
    .filter(({ role }) => role === 'user')
    .flatMap(({ text }) => ownLines(text))
    .flatMap((line) => [...sentences(line)])
    .map(({ text }) => squashSpace(text))
    .filter((text) => /\p{L}/u.test(text));
  const question = said.find((text) => /[?？]/.test(text)) ?? said[0];
  const decision = said.findLast((text) => deciding.test(text));
  const parts = [title, question, decision].filter(
    (part) => part !== undefined && part.trim() !== '',
  ) as string[];
  return [...new Set(parts.map((part) => ended(shortened(part, longestPart))))].join(' ');
}

const deciding =
  /(?<![\p{L}])(?:let'?s (?:go|do|use|take|keep)|i'?ll (?:go|do|use|take|keep|try)|we'?ll (?:go|do|use|take)|i(?:'ve)? (?:decided|chose|picked|settled)|decided|going with|i will (?:go|use|take)|ich nehme|ich habe mich entschieden|wir nehmen|je (?:prends|choisis|vais)|on (?:prend|part)|me quedo con|voy a|he decidido|vou (?:com|ficar)|decidi|prendo|ho deciso)(?![\p{L}])/iu;

function shortened(text: string, most: number): string {
  const whole = squashSpace(text);
  return whole.length <= most
    ? whole
    : `${whole.slice(0, most - 1).replace(/[\ud800-\udbff]$|\s+\S*$/, '')}…`;
}
