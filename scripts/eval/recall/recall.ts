import { appendFileSync, writeFileSync } from 'node:fs';
import type { Embedder } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import { builtinFromDisk } from '../../../test/support/builtin-from-disk';
import { folderOf, readSet } from '../data';
import type { Figures } from '../figures';
import { embedderAlone, importanceWeighted, multiQuery, plainWords, timeWeighted } from './baselines';
import { factUpdate } from './fact-update';
import { impersonal } from './impersonal';
import { type Life, lives, parseLives } from './lives';
import { locomo } from './locomo';
import { longMemEval } from './longmemeval';
import { prefeval } from './prefeval';
import type { System } from './system';
import { throughline } from './throughline';

export const recallSets = [
  'locomo',
  'prefeval',
  'longmemeval-sample',
  'fact-update',
  'impersonal',
  'recall-drafts',
] as const;
type SetName = (typeof recallSets)[number];

interface Asked {
  data?: string | undefined;
  embedder: string;
  only: string[];
  verdicts?: string | undefined;
}

/** Ours on every set, and what others do on those that only rank. */
export async function evaluateRecall(asked: Asked): Promise<{ figures: Figures; table: string[] }> {
  const embedder = asked.embedder === 'builtin' ? builtinFromDisk() : await openFolder(asked.embedder);
  const ours = throughline(embedder);
  const baselines = [
    plainWords,
    embedderAlone(embedder),
    timeWeighted(embedder),
    importanceWeighted(embedder),
    multiQuery(embedder),
  ];
  const columns = new Map<string, Figures>([ours, ...baselines].map(({ name }) => [name, {}]));
  const run = async (system: System, evaluate: (system: System) => Promise<Figures>) => {
    Object.assign(columns.get(system.name) ?? {}, await evaluate(system));
  };
  const rows = (set: SetName, name?: RegExp) => {
    if (asked.only.length > 0 && !asked.only.includes(set)) return undefined;
    const folder = folderOf(set, asked.data);
    if (!folder) console.error(`${set}: not here, skipped`);
    return folder === undefined ? undefined : readSet(folder, name);
  };

  const talks = rows('locomo');
  if (talks) for (const system of [ours, ...baselines]) await run(system, (one) => locomo(talks, one));
  const pairs = rows('prefeval', /^explicit/);
  if (pairs) for (const system of [ours, ...baselines]) await run(system, (one) => prefeval(pairs, one));
  const long = rows('longmemeval-sample');
  if (long) for (const system of [ours, ...baselines]) await run(system, (one) => longMemEval(long, one));
  const updates = rows('fact-update');
  if (updates) await run(ours, (one) => factUpdate(updates, one));
  const folder = folderOf('recall-drafts', asked.data);
  const all = folder ? parseLives(readSet(folder)) : [];
  const prompts = rows('impersonal');
  if (prompts && all.length > 0) await run(ours, (one) => impersonal(prompts, all, one));
  if (rows('recall-drafts')) await run(ours, (one) => lives(all, one, verdictWriter(asked.verdicts)));

  Object.assign(columns.get(ours.name) ?? {}, { textsPerSecond: await textsPerSecond(embedder, all) });
  return { figures: flat(columns), table: tableOf(columns) };
}

async function openFolder(path: string): Promise<Embedder> {
  const { openModelFolder } = await import('../model-embedder');
  return openModelFolder(path);
}

const embeddedForTiming = 20_000;

/** Short texts that the embedder takes in a second: the memories of the lives, over and over. */
async function textsPerSecond(embedder: Embedder, all: readonly Life[]): Promise<number> {
  const texts = all.flatMap(({ memories }) => memories.map(({ text }) => text));
  if (texts.length === 0) return Number.NaN;
  const rounds = embedder.model === builtinModel ? Math.ceil(embeddedForTiming / texts.length) : 1;
  const before = performance.now();
  for (let round = 0; round < rounds; round++) await embedder.embed(texts);
  return Math.round((1_000 * rounds * texts.length) / (performance.now() - before));
}

function verdictWriter(path: string | undefined) {
  if (!path) return undefined;
  writeFileSync(path, '');
  return (verdict: unknown) => appendFileSync(path, `${JSON.stringify(verdict)}\n`);
}

/** Ours under its own names, the embedder alone under the two that are documented, the others behind their name. */
function flat(columns: ReadonlyMap<string, Figures>): Figures {
  const figures: Figures = {};
  for (const [system, found] of columns) {
    for (const [name, value] of Object.entries(found)) {
      if (Number.isNaN(value)) continue;
      if (system === 'throughline') figures[name] = value;
      else if (!name.startsWith('counts.')) figures[`${system}.${name}`] = value;
    }
  }
  const alone = columns.get('embedderAlone') ?? {};
  const named = {
    'embedderAlone.locomoAt10': alone['locomo.recallAt10'],
    'embedderAlone.prefevalAt5': alone['prefeval.at5'],
  };
  for (const [name, value] of Object.entries(named)) if (value !== undefined) figures[name] = value;
  return figures;
}

function tableOf(columns: ReadonlyMap<string, Figures>): string[] {
  const filled = [...columns].filter(([, found]) => Object.keys(found).length > 0);
  const names = [...new Set(filled.flatMap(([, found]) => Object.keys(found)))];
  const lines = names.map((name) => {
    const cells = filled.map(([, found]) => cell(found[name]));
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  return [
    `| | ${filled.map(([name]) => name).join(' | ')} |`,
    `|---|${filled.map(() => '---').join('|')}|`,
    ...lines,
  ];
}

function cell(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}
