import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { englishStem } from '@/lib/english-stem';

/** One unit-length vector per text. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[]>;

/** Share of what was asked for among the first so many, by how it was ranked. */
export interface Measured {
  set: string;
  by: string;
  /** From the number looked at to the share found. */
  found: Map<number, number>;
}

interface Query {
  text: string;
  wanted: number[];
}

const lookedAt = [1, 5, 10, 20];

/** Weight of the vectors beside BM25. */
const fusions = [0.6, 0.7];

/** Ranks the development sets that are in `folder` by vectors alone, by words alone and by both. */
export async function measure(embed: Embed, folder: string): Promise<Measured[]> {
  const locomo = join(folder, 'locomo/locomo-dev.json');
  const prefeval = join(folder, 'prefeval/explicit.jsonl');
  const measured: Measured[] = [];
  if (existsSync(locomo)) {
    const sets = readLocomo(readFileSync(locomo, 'utf8'));
    measured.push(...(await measureSets('LoCoMo', sets, embed)));
  }
  if (existsSync(prefeval)) {
    measured.push(...(await measureSets('PrefEval', [readPrefeval(readFileSync(prefeval, 'utf8'))], embed)));
  }
  return measured;
}

interface SearchSet {
  items: string[];
  queries: Query[];
}

interface LocomoConversation {
  conversation: Record<string, unknown>;
  qa: { question: string; category: number; evidence?: string[] }[];
}

/** Every turn as "Speaker: text"; questions that can be answered and name their evidence. */
function readLocomo(json: string): SearchSet[] {
  return (JSON.parse(json) as LocomoConversation[]).map(({ conversation, qa }) => {
    const turns = Object.entries(conversation)
      .filter(([name, value]) => /^session_\d+$/.test(name) && Array.isArray(value))
      .flatMap(([, value]) => value as { speaker: string; dia_id: string; text: string }[]);
    const places = new Map(turns.map(({ dia_id }, at) => [dia_id, at]));
    const queries = qa
      .filter(({ category }) => category <= 4)
      .map(({ question, evidence = [] }) => {
        const named = evidence.join(' ').match(/D\d+:\d+/g) ?? [];
        const wanted = [...new Set(named)].map((id) => places.get(id)).filter((place) => place !== undefined);
        return { text: question, wanted };
      })
      .filter(({ wanted }) => wanted.length > 0);
    return { items: turns.map(({ speaker, text }) => `${speaker}: ${text}`), queries };
  });
}

function readPrefeval(lines: string): SearchSet {
  const all = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { preference: string; question: string });
  return {
    items: all.map(({ preference }) => preference),
    queries: all.map(({ question }, at) => ({ text: question, wanted: [at] })),
  };
}

async function measureSets(set: string, sets: readonly SearchSet[], embed: Embed): Promise<Measured[]> {
  const ways = ['alone', 'BM25', ...fusions.map((weight) => `fused ${weight}`)];
  const totals = new Map(ways.map((way) => [way, new Map(lookedAt.map((k) => [k, 0]))]));
  let count = 0;
  for (const { items, queries } of sets) {
    const vectors = await embed(items);
    const asked = await embed(queries.map(({ text }) => text));
    const words = wordIndex(items);
    queries.forEach(({ text, wanted }, at) => {
      const near = vectors.map((vector) => dot(vector, asked[at] as Float32Array));
      const said = wordScores(words, text, items.length);
      count++;
      const [low, high] = [Math.min(...near), Math.max(...near)];
      const most = Math.max(...said) || 1;
      const scores = [
        near,
        said,
        ...fusions.map((weight) =>
          near.map(
            (value, item) =>
              (weight * (value - low)) / (high - low || 1) + ((1 - weight) * (said[item] ?? 0)) / most,
          ),
        ),
      ];
      ways.forEach((way, number) => {
        const ranks = ranksOf(wanted, scores[number] ?? []);
        const found = totals.get(way);
        for (const k of lookedAt) {
          const share = ranks.filter((rank) => rank < k).length / wanted.length;
          found?.set(k, (found.get(k) ?? 0) + share);
        }
      });
    });
  }
  return ways.map((by) => ({
    set,
    by,
    found: new Map([...(totals.get(by) ?? [])].map(([k, sum]) => [k, sum / count])),
  }));
}

/** What stands before each wanted item; of equal scores the first in order is the first in rank. */
function ranksOf(wanted: readonly number[], scores: readonly number[]): number[] {
  return wanted.map((item) => {
    const own = scores[item] as number;
    return scores.filter((score, at) => score > own || (score === own && at < item)).length;
  });
}

function wordIndex(items: readonly string[]): MiniSearch {
  const index = new MiniSearch({ fields: ['text'], processTerm: (term) => englishStem(term.toLowerCase()) });
  index.addAll(items.map((text, id) => ({ id, text })));
  return index;
}

function wordScores(index: MiniSearch, text: string, count: number): number[] {
  const scores = new Array<number>(count).fill(0);
  for (const { id, score } of index.search(text)) scores[id] = score;
  return scores;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
