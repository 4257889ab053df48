import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { candidatesByModel } from '@/memory/extraction/model/candidates-by-model';
import type { Origin } from '@/memory/types';
import { extractorSaying, readingOf } from './reading-of';

interface Recorded {
  turn: string;
  origin?: Origin;
  at?: string;
  output: string | { before: string; part: string; times: number; after: string };
  verdict: string;
  expected: {
    text: string;
    quote?: string;
    kind?: string;
    key?: string;
    doubt?: string;
    confidence?: number;
  }[];
}

const folder = new URL('outputs/', import.meta.url);
const recorded = readdirSync(folder).map((file) => ({
  file,
  ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recorded),
}));

describe('what a model wrote about a turn', () => {
  it.each(recorded)('gives what it may, and nothing else: $file', async (said) => {
    const reading = readingOf(said.turn, { origin: said.origin, at: said.at });
    const { verdict, read } = await candidatesByModel(
      reading,
      [],
      extractorSaying(written(said)),
      new AbortController().signal,
    );
    expect(read.map(({ candidate }) => candidate.text)).toEqual(said.expected.map(({ text }) => text));
    expect(verdict).toBe(said.verdict);
    for (const [index, { doubt, ...parts }] of said.expected.entries()) {
      expect(read[index]?.candidate).toMatchObject(parts);
      expect(read[index]?.doubt).toBe(doubt);
    }
  });
});

function written({ output }: Recorded): string {
  return typeof output === 'string'
    ? output
    : output.before + output.part.repeat(output.times) + output.after;
}
