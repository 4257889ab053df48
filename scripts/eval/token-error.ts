import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { encode as cl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { encode as o200k } from 'gpt-tokenizer/encoding/o200k_base';
import { formatBlock } from '@/memory/injection/block';
import { estimateTokens } from '@/memory/injection/tokens';
import { blockLanguages } from '@/memory/injection/wording';
import { blockFormats } from '@/memory/settings';

/*
 * How far `estimateTokens` is from real tokenizers, for each kind of text: `npx tsx scripts/eval/token-error.ts [DIR]`,
 * where DIR holds the public sets (`pii-spans`, `embedder-training`); without it those beside the checkout. The tutors
 * that Vim brings along are prose in twenty languages, and what `Intl` calls regions and languages is words in nearly
 * all. A line is a text as it stands; a passage is lines up to the length of a block.
 */
const data = process.argv[2] ?? new URL('../../../shared/data/', import.meta.url).pathname;
const vim = '/usr/share/vim';
const passageCharacters = 700;
const linesOfEach = 2_000;

interface Sample {
  name: string;
  lines: string[];
}

const samples = [...piiSpans(), ...training(), ...tutors(), ...intlNames(), ...blocks()];
if (samples.length === 0) throw new Error(`There are no texts in ${data}.`);
console.log('| text | as | texts | tokenizer | mean | p95 too low | worst too low | p95 too high |');
console.log('|---|---|---|---|---|---|---|---|');
for (const { name, lines } of samples) {
  const rows: Record<string, string[]> = name.endsWith('blocks')
    ? { block: lines }
    : { line: lines, passage: passagesOf(lines) };
  for (const [as, texts] of Object.entries(rows)) {
    for (const [tokenizer, encode] of Object.entries({ o200k_base: o200k, cl100k_base: cl100k })) {
      const errors = texts.map((text) => estimateTokens(text) / encode(text).length - 1);
      const low = errors.map((error) => Math.max(0, -error));
      const high = errors.map((error) => Math.max(0, error));
      const cells = [mean(errors), quantile(low, 0.95), Math.max(...low), quantile(high, 0.95)].map(percent);
      console.log(`| ${[name, as, texts.length, tokenizer, ...cells].join(' | ')} |`);
    }
  }
}

function piiSpans(): Sample[] {
  const file = join(data, 'pii-spans/pii-dev.jsonl');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return [
    { name: 'pii-spans (en)', lines: lines.map((line) => (JSON.parse(line) as { text: string }).text) },
  ];
}

function training(): Sample[] {
  const folder = join(data, 'embedder-training/text');
  if (!existsSync(folder)) return [];
  const lines = readdirSync(folder).flatMap((file) => {
    const all = gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    const step = Math.max(1, Math.floor(all.length / linesOfEach));
    return all.filter((_, index) => index % step === 0).slice(0, linesOfEach);
  });
  return [{ name: 'embedder-training (en)', lines }];
}

function tutors(): Sample[] {
  if (!existsSync(vim)) return [];
  const folder = readdirSync(vim)
    .map((version) => join(vim, version, 'tutor'))
    .find((path) => existsSync(path));
  if (!folder) return [];
  return readdirSync(folder).flatMap((file) => {
    const language = /^tutor\.(?<language>\w+)\.utf-8$/.exec(file)?.groups?.language;
    if (!language) return [];
    const paragraphs = readFileSync(join(folder, file), 'utf8').split(/\n\s*\n/);
    const lines = paragraphs
      .map((paragraph) =>
        paragraph
          .replace(/[~=]{3,}/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((paragraph) => paragraph.length > 60);
    return [{ name: `tutor (${language})`, lines }];
  });
}

function intlNames(): Sample[] {
  const locales = 'de fr es pt it nl pl ru el ar he fa hi bn ta th ko ja zh vi tr sw fi hu ka hy am'.split(
    ' ',
  );
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return locales.map((locale) => {
    const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    const names = letters.flatMap((one) => letters.flatMap((other) => regions.of(one + other) ?? []));
    const lines = Array.from({ length: Math.floor(names.length / 12) }, (_, index) =>
      names.slice(index * 12, (index + 1) * 12).join(', '),
    );
    return { name: `Intl names (${locale})`, lines };
  });
}

/** Whole blocks of sentences that people say of themselves. */
function blocks(): Sample[] {
  const said = training().flatMap(({ lines }) =>
    lines.filter((line) => /^(?:I|My)\b/.test(line) && line.length < 160),
  );
  if (said.length === 0) return [];
  const sets = Array.from({ length: 200 }, (_, index) =>
    said
      .slice(index * 5, index * 5 + 1 + (index % 8))
      .map((text) => ({ text, kind: 'fact' as const, at: 1.7e12 })),
  ).filter((memories) => memories.length > 0);
  return blockFormats.map((format) => ({
    name: `${format} blocks`,
    lines: blockLanguages.flatMap((language) => sets.map((set) => formatBlock(set, { format, language }))),
  }));
}

function passagesOf(lines: readonly string[]): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const line of lines) {
    passage += `${passage === '' ? '' : '\n'}${line}`;
    if (passage.length < passageCharacters) continue;
    passages.push(passage);
    passage = '';
  }
  return passages;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
