import * as v from 'valibot';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import type { MemoryKind } from '@/memory/types';
import { judgeFromDisk } from '../../../test/support/builtin-from-disk';
import { type Figures, mean } from '../figures';
import { aboutOf } from './about';
import { expectationShape, isMet } from './expectation';

const turnShape = v.object({
  id: v.string(),
  lang: v.string(),
  at: v.string(),
  text: v.string(),
  origin: v.optional(v.picklist(['typed', 'pasted', 'prefilled']), 'typed'),
  expect: v.array(expectationShape),
  strict: v.optional(v.boolean(), false),
});

/** What one turn missed, or learned for nothing. */
export interface Miss {
  id: string;
  what: string;
}

/** What single turns teach, each by itself: precision and recall over all, by kind and by language. */
export async function turns(rows: readonly unknown[], onMiss?: (miss: Miss) => void): Promise<Figures> {
  const judge = judgeFromDisk();
  const right = tally();
  const found = tally();
  let junk = 0;
  let learned = 0;
  const parsed = rows.map((row) => v.parse(turnShape, row));
  for (const { id, lang, at, text, origin, expect, strict } of parsed) {
    const candidates = origin === 'typed' ? await candidatesIn(text, Date.parse(at), judge) : [];
    const memories = candidates
      .filter(({ kind }) => strict || kind !== 'episode')
      .map(({ kind, text }) => ({ kind, text, about: aboutOf(text) }));
    for (const memory of memories) {
      const isRight = expect.some((one) => isMet(memory, one));
      right.add([memory.kind, lang], isRight);
      learned++;
      if (expect.length === 0) junk++;
      if (!isRight) onMiss?.({ id, what: `learned ${memory.kind}: ${memory.text}` });
    }
    for (const one of expect.filter(({ optional }) => !optional)) {
      const isFound = memories.some((memory) => isMet(memory, one));
      found.add([one.kind[0] ?? 'fact', lang], isFound);
      if (!isFound) onMiss?.({ id, what: `missed ${one.kind.join('/')}: ${one.all.join(' & ')}` });
    }
  }
  return {
    'own.precision': right.share(),
    'own.recall': found.share(),
    'own.f1': harmonic(right.share(), found.share()),
    'own.junk': learned === 0 ? 0 : junk / learned,
    ...right.named('own.precision'),
    ...found.named('own.recall'),
    'counts.ownTurns': parsed.length,
    'counts.ownLearned': learned,
  };
}

function tally() {
  const all: number[] = [];
  const of = new Map<string, number[]>();
  return {
    add(names: readonly (MemoryKind | string)[], isTrue: boolean) {
      const value = isTrue ? 1 : 0;
      all.push(value);
      for (const name of names) of.set(name, [...(of.get(name) ?? []), value]);
    },
    share: () => mean(all),
    named: (prefix: string): Figures =>
      Object.fromEntries([...of].map(([name, values]) => [`${prefix}.${name}`, mean(values)])),
  };
}

function harmonic(one: number, other: number): number {
  return (2 * one * other) / (one + other || 1);
}
