import { contentWords } from '@/lib/content-words';
import type { RecallQuery } from '@/memory/recall/query';
import type { Dismissal, Memory } from '@/memory/types';

/** From here on two drafts are about the same: twice the words they share, as a share of all words of both. */
const sameTopic = 0.5;
/** What somebody does not want to hear about a topic may be welcome half a year later. */
const holdsMs = 180 * 86_400_000;
const mostDismissals = 8;
const mostWords = 40;

/** Whether the user turned this memory down for a draft about the same, in whatever conversation. */
export function isDismissedFor(
  { dismissedFor = [] }: Pick<Memory, 'dismissedFor'>,
  { words }: Pick<RecallQuery, 'words'>,
  now: number,
): boolean {
  if (dismissedFor.length === 0) return false;
  const topic = topicOf(words);
  return dismissedFor.some(
    (dismissal) => now - dismissal.at < holdsMs && likeness(topic, dismissal.words) >= sameTopic,
  );
}

/** The memory's dismissals with one more; a draft of no words has no topic. */
export function withDismissal(
  dismissedFor: readonly Dismissal[] = [],
  { words }: Pick<RecallQuery, 'words'>,
  at: number,
): Dismissal[] {
  const topic = topicOf(words);
  if (topic.length === 0) return [...dismissedFor];
  const others = dismissedFor.filter((dismissal) => `${dismissal.words}` !== `${topic}`);
  return [...others, { words: topic, at }].slice(-mostDismissals);
}

/** What the draft is about, in an order that tells nothing of its sentences. */
function topicOf(words: ReadonlySet<string>): string[] {
  const own = [...words].filter((word) => !asking.has(word));
  return (own.length > 0 ? own : [...words]).slice(0, mostWords).sort();
}

function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((word) => other.includes(word)).length;
  return (2 * shared) / (one.length + other.length);
}

/** Words of a request that any topic may have. */
const asking = contentWords(
  `advice advise best better choose create explain find give good great help idea let like list look make need new nice
  offer plan please prefer recommend recommendation show some suggest suggestion tell think tip use want way write`,
);
