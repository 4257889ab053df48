import { grounded } from '@/memory/extraction/model/grounded';
import { ownProse } from '@/memory/extraction/model/own-prose';
import { type ParsedAnswer, parseAnswer } from '@/memory/extraction/model/parse';
import { piecesOf } from '@/memory/extraction/model/pieces';
import { mostExamples, requestFor, type Shown } from '@/memory/extraction/model/prompt';
import { gated, type ReadCandidate } from '@/memory/extraction/model/read-candidate';
import { ReadingFault } from '@/memory/extraction/model/reading-fault';
import { estimateTokens } from '@/memory/injection/tokens';
import type { Extractor, ExtractorRequest, ReadingJob } from '@/memory/ports';
import { saidAt } from '@/memory/trust';
import type { Memory, Turn } from '@/memory/types';

export interface ReadTurn {
  /** *ok* where any piece of the turn was read. */
  verdict: ParsedAnswer['verdict'];
  /** How many things the model said, before anything was checked. */
  said: number;
  read: ReadCandidate[];
}

/** Small models lose sight of what they were asked over more than this. */
const longestPiece = 1_200;
const shortestPiece = 120;
const longestAnswer = 700;
/** Share of a context that the estimate of tokens may be wrong by. */
const margin = 0.1;

/**
 * What a language model reads in a turn, past the same gate as what the rules read; nothing of it is learned yet.
 * Throws `ReadingFault` where the model's context is too small to ask, and whatever the extractor throws.
 * @param neighbours memories that are there already and near to the turn
 */
export async function candidatesByModel(
  { turn, before }: Pick<ReadingJob, 'turn' | 'before'>,
  neighbours: readonly Memory[],
  extractor: Extractor,
  signal: AbortSignal,
): Promise<ReadTurn> {
  const prose = ownProse(turn);
  const known = neighbours.map(({ text }) => text);
  const answers: ParsedAnswer[] = [];
  for (const request of requestsFor(turn, prose.text, before?.text ?? '', known, extractor.contextTokens)) {
    const answer = await extractor.write(request, signal);
    signal.throwIfAborted();
    answers.push(parseAnswer(answer));
  }
  const items = answers.flatMap((answer) => answer.items);
  const read = items.flatMap((item) => grounded(item, prose, saidAt(turn)) ?? []);
  return { verdict: verdictOf(answers), said: items.length, read: gated(read, turn.text) };
}

function verdictOf(answers: readonly ParsedAnswer[]): ParsedAnswer['verdict'] {
  if (answers.length === 0 || answers.some(({ verdict }) => verdict === 'ok')) return 'ok';
  return answers.some(({ verdict }) => verdict === 'refusal') ? 'refusal' : 'garbage';
}

/** One request for each piece; what is only there to help makes room where the context is small. */
function requestsFor(
  turn: Turn,
  prose: string,
  before: string,
  known: readonly string[],
  contextTokens: number,
): ExtractorRequest[] {
  const maxTokens = Math.min(longestAnswer, Math.floor(contextTokens / 4));
  const fence = fenceOf(turn);
  for (const help of helps(before, known)) {
    const frame = requestFor({ ...help, piece: '' }, fence, maxTokens);
    const taken = estimateTokens(frame.system) + estimateTokens(frame.prompt) + maxTokens;
    const room = Math.min(longestPiece, Math.floor(contextTokens * (1 - margin)) - taken);
    if (room < shortestPiece) continue;
    return piecesOf(prose, room).map((piece) => requestFor({ ...help, piece }, fence, maxTokens));
  }
  throw new ReadingFault('unusable', `A context of ${contextTokens} tokens is too small to read a turn.`);
}

type Help = Omit<Shown, 'piece'>;

/** The most helpful first, then with less and less. */
function helps(before: string, known: readonly string[]): Help[] {
  const whole = { before: endOf(before), known, examples: mostExamples };
  const fewer = { before: '', known: known.slice(0, 4), examples: 6 };
  return [
    whole,
    { ...whole, before: '' },
    fewer,
    { ...fewer, known: [], examples: 3 },
    { before: '', known: [], examples: 0 },
  ];
}

/** Characters of the answer before: what a turn refers to is mostly at its end. */
const longestBefore = 1_000;

function endOf(before: string): string {
  const text = before.trim();
  return text.length <= longestBefore
    ? text
    : `[…] ${text.slice(-longestBefore).replace(/^[\udc00-\udfff]/, '')}`;
}

/**
 * An id is made when the turn is captured, after it was written: whoever wrote into the turn, or into the answer before
 * it, cannot know it. The same turn is asked about in the same words again, so that an answer can be kept.
 */
function fenceOf({ id }: Turn): string {
  return id.replace(/[^\p{L}\p{N}]/gu, '').slice(-12);
}
