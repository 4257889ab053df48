import * as v from 'valibot';
import { contentWords } from '@/lib/content-words';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { judgeFromDisk } from '../../../test/support/builtin-from-disk';
import { type Figures, mean, shareFound } from '../figures';

const explicitShape = v.object({ preference: v.string() });
const conversationShape = v.object({
  preference: v.string(),
  conversation: v.union([v.record(v.string(), v.unknown()), v.array(v.unknown()), v.string()]),
});

/** A preference is carried by memories whose words and quotes hold this share of its own. */
const carried = 0.6;
const at = Date.UTC(2026, 5, 1);

/** PrefEval (Zhao et al., ICLR 2025): is a preference that is said outright learned? */
export async function explicitPreferences(rows: readonly unknown[]): Promise<Figures> {
  const learned: number[] = [];
  for (const { preference } of rows.map((row) => v.parse(explicitShape, row)))
    learned.push((await isLearned(preference, [preference])) ? 1 : 0);
  return { 'prefeval.explicitRecall': mean(learned), 'counts.prefevalExplicit': learned.length };
}

/** Is one that only shows in a dialogue learned from what the user says there? */
export async function implicitPreferences(rows: readonly unknown[]): Promise<Figures> {
  const learned: number[] = [];
  for (const row of rows) {
    const { preference, conversation } = v.parse(conversationShape, row);
    learned.push((await isLearned(preference, userWords(conversation))) ? 1 : 0);
  }
  return { 'prefeval.implicitRecall': mean(learned), 'counts.prefevalImplicit': learned.length };
}

async function isLearned(preference: string, said: readonly string[]): Promise<boolean> {
  const judge = judgeFromDisk();
  const memories = (await Promise.all(said.map((text) => candidatesIn(text, at, judge)))).flat();
  const words = memories.flatMap(({ text, quote }) => [...contentWords(`${text} ${quote}`)]);
  return shareFound(contentWords(preference), words) >= carried;
}

/** Turns are objects or fields named for who speaks, at any depth. */
function userWords(conversation: unknown): string[] {
  if (Array.isArray(conversation)) return conversation.flatMap(userWords);
  if (typeof conversation !== 'object' || conversation === null) return [];
  return Object.entries(conversation).flatMap(([name, value]) => {
    if (typeof value === 'object') return userWords(value);
    return /user|query/i.test(name) && typeof value === 'string' ? [value] : [];
  });
}
