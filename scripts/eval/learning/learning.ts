import { appendFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { candidatesIn } from '@/memory/extraction/candidates-in';
import { judgeFromDisk } from '../../../test/support/builtin-from-disk';
import { folderOf, readSet } from '../data';
import type { Figures } from '../figures';
import { factUpdate } from './fact-update';
import { impersonalTurns } from './impersonal';
import { livesOf } from './lives';
import { explicitPreferences, implicitPreferences } from './prefeval';
import { redaction } from './redaction';
import { bankReplay, longReplay } from './replay';
import { type Miss, turns } from './turns';

export const learningSets = [
  'learning-turns',
  'learning-lives',
  'prefeval',
  'fact-update',
  'impersonal',
  'memorybank',
  'longmemeval-sample',
  'pii-spans',
] as const;
type SetName = (typeof learningSets)[number];

interface Asked {
  data?: string | undefined;
  only: string[];
  /** Only the files of the committed sets whose names begin so: "development" or "held-back". */
  half?: string | undefined;
  verdicts?: string | undefined;
}

/** What is learned from turns, conversations and lives, without a language model. */
export async function evaluateLearning(asked: Asked): Promise<{ figures: Figures; table: string[] }> {
  const figures: Figures = {};
  const note = missWriter(asked.verdicts);
  const run = async (
    set: SetName,
    evaluate: (rows: unknown[], onMiss?: (miss: Miss) => void) => Promise<Figures> | Figures,
    name?: RegExp,
  ) => {
    if (asked.only.length > 0 && !asked.only.includes(set)) return;
    const folder = folderOf(set, asked.data);
    if (!folder) {
      console.error(`${set}: not here, skipped`);
      return;
    }
    Object.assign(figures, await evaluate(readSet(folder, name), note));
  };
  const half = asked.half === undefined ? undefined : new RegExp(`^${asked.half}`);

  await run(
    'learning-turns',
    async (rows, onMiss) => ({ ...(await turns(rows, onMiss)), ...(await speed(rows)) }),
    half,
  );
  await run('learning-lives', livesOf, half);
  await run('prefeval', explicitPreferences, /^explicit/);
  await run('prefeval', implicitPreferences, /^implicit/);
  await run('fact-update', factUpdate);
  await run('impersonal', impersonalTurns);
  await run('memorybank', bankReplay);
  await run('longmemeval-sample', longReplay);
  await run('pii-spans', redaction);
  return { figures, table: tableOf(figures) };
}

const textShape = v.object({ text: v.string() });

/** Turns a second on one core, from their words to what they teach; the second time round, when all is loaded. */
async function speed(rows: readonly unknown[]): Promise<Figures> {
  const texts = rows.map((row) => v.parse(textShape, row).text);
  const before = performance.now();
  for (const text of texts) await candidatesIn(text, Date.UTC(2026, 5, 1), judgeFromDisk());
  return { turnsPerSecond: Math.round((1_000 * texts.length) / (performance.now() - before)) };
}

function missWriter(path: string | undefined): ((miss: Miss) => void) | undefined {
  if (!path) return undefined;
  writeFileSync(path, '');
  return (miss) => appendFileSync(path, `${JSON.stringify(miss)}\n`);
}

function tableOf(figures: Figures): string[] {
  const rows = Object.entries(figures).map(
    ([name, value]) => `| ${name} | ${Number.isInteger(value) && value > 1 ? value : value.toFixed(3)} |`,
  );
  return ['| | throughline |', '|---|---|', ...rows];
}
