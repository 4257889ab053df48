import { contentWords } from '@/lib/content-words';
import { isUnspaced, plainWords } from '@/lib/plain-words';
import { subjectsOf } from '@/memory/recall/names';
import type { Period } from '@/memory/recall/period';
import type { RecallQuery } from '@/memory/recall/query';
import { contributions } from '@/memory/recall/rank';
import type { Ranked } from '@/memory/recall/ranked';
import type { Signals } from '@/memory/recall/signals';
import type { Reason } from '@/memory/recall/types';
import { fading } from '@/memory/strength';
import type { ActiveMemory } from '@/memory/types';

const mostReasons = 3;
const mostWords = 3;
const important = 0.8;
const recentMs = 30 * 86_400_000;
/** Beside the strongest reason, one that adds less than this share of it explains nothing. */
const leastShare = 0.15;

/** Why a memory was ranked where it is: what added most to its score, the strongest first. */
export function reasonsFor(ranked: Omit<Ranked, 'score'>, query: RecallQuery): Reason[] {
  const added = contributions(ranked.signals);
  const weighed = tellable(ranked, query)
    .map((reason) => ({ reason, weight: sumOf(signalsBehind[reason.because], added) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const least = leastShare * (weighed[0]?.weight ?? 0);
  return weighed
    .filter(({ weight }) => weight >= least)
    .slice(0, mostReasons)
    .map(({ reason }) => reason);
}

export const signalsBehind: Record<Reason['because'], readonly (keyof Signals)[]> = {
  need: ['need', 'standing'],
  words: ['words', 'share'],
  around: ['words', 'share'],
  alike: ['similarity', 'nearness'],
  about: ['subject'],
  time: ['time'],
  pinned: ['pinned'],
  rule: ['importance'],
  important: ['importance'],
  recent: ['recency'],
  said: ['strength'],
  used: ['use'],
  site: ['site'],
};

/** Every reason that there are words for; those that did not count add nothing. */
function tellable({ memory, domain, signals }: Omit<Ranked, 'score'>, query: RecallQuery): Reason[] {
  const words = sharedWords(memory, query);
  const name = nameOf(memory, query);
  return [
    ...(domain ? [{ because: 'need', detail: domain } as const] : []),
    ...(words === '' ? [] : [{ because: 'words', detail: words } as const]),
    // The turns around an episode are searched as well.
    ...(words === '' && memory.kind === 'episode' ? [{ because: 'around' } as const] : []),
    ...(name ? [{ because: 'about', detail: name } as const] : []),
    ...(query.period ? [{ because: 'time', detail: daysOf(query.period) } as const] : []),
    ...(memory.kind === 'procedure' ? [{ because: 'rule' } as const] : []),
    ...(memory.kind !== 'procedure' && memory.importance >= important
      ? [{ because: 'important' } as const]
      : []),
    ...(signals.recency >= fading(memory.kind, recentMs) ? [{ because: 'recent' } as const] : []),
    ...(memory.sources.length > 1 ? [{ because: 'said' } as const] : []),
    ...(['alike', 'pinned', 'used', 'site'] as const).map((because) => ({ because })),
  ];
}

function sumOf(names: readonly (keyof Signals)[], added: Signals): number {
  return names.reduce((sum, name) => sum + added[name], 0);
}

/** The memory's words that stand in the draft or, where there are none, in what else was looked for. */
function sharedWords({ text }: ActiveMemory, { words, looks }: RecallQuery): string {
  const inDraft = wordsOfBoth(text, words);
  const shared = inDraft.length > 0 ? inDraft : wordsOfBoth(text, wordsOf(looks));
  // The longest tell most.
  return [...shared]
    .sort((one, other) => other.length - one.length)
    .slice(0, mostWords)
    .join(' ');
}

function wordsOf(looks: RecallQuery['looks']): Set<string> {
  return new Set(looks.flatMap((look) => [...contentWords(look.text)]));
}

/** In the text's spelling, each once. */
function wordsOfBoth(text: string, others: ReadonlySet<string>): string[] {
  const shared = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    for (const stem of contentWords(word)) {
      if (others.has(stem) && !shared.has(stem)) shared.set(stem, isUnspaced(word) ? stem : word);
    }
  }
  return [...shared.values()];
}

function nameOf({ text }: ActiveMemory, { names }: RecallQuery): string | undefined {
  const name = [...subjectsOf(text)].find((subject) => names.has(subject));
  if (name === undefined) return undefined;
  const words = text.split(/[^\p{L}\p{M}'’-]+/u).map((word) => word.replace(/['’]s$/u, ''));
  return words.find((word) => plainWords(word).join('') === name) ?? name;
}

function daysOf({ from, to }: Period): string {
  return `${dayOf(new Date(from))}/${dayOf(new Date(to - 1))}`;
}

/** As the calendar on the wall has it: "2026-03-01". */
function dayOf(date: Date): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
