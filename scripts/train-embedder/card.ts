import type { Corpus } from './corpus';
import type { Measured } from './measure';
import { contrastiveSettings, skipGramSettings } from './settings';
import { type Source, sources } from './sources';

export interface Report {
  model: string;
  bytes: number;
  rows: number;
  dimensions: number;
  /** Seconds of each phase. */
  phases: ReadonlyMap<string, number>;
  measured: readonly Measured[];
  loadMs: number;
  textsPerSecond: number;
}

/** The model card, as Markdown. */
export function modelCard(corpus: Corpus, report: Report): string {
  const { phases, measured } = report;
  const minutes = [...phases.values()].reduce((sum, seconds) => sum + seconds, 0) / 60;
  const used = sources.filter((source) => linesOf(source, corpus).some((count) => count > 0));
  return `${[
    '# The built-in embedding model',
    '',
    'Written by `npm run train:embedder`; what it says is what that run measured. The model places a sentence by',
    'adding up one vector for each of its words, so it needs no download and no graphics card. All of its weights are',
    'trained by this project; none are taken from another model.',
    '',
    '## Figures',
    '',
    '| what | figure |',
    '|---|---|',
    `| name | \`${report.model}\` |`,
    `| file | \`public/embedder/model.bin\`, ${(report.bytes / 1e6).toFixed(2)} MB |`,
    `| vocabulary | ${report.rows} words and pieces, ${report.dimensions} dimensions, one signed byte each |`,
    `| read | ${report.loadMs.toFixed(0)} ms |`,
    `| short sentences a second, one core | ${Math.round(report.textsPerSecond / 1_000)},000 |`,
    `| training | ${minutes.toFixed(0)} minutes: ${[...phases].map(([name, s]) => `${name} ${(s / 60).toFixed(1)}`).join(', ')} |`,
    '',
    ...figuresOf(measured),
    '## How it is trained',
    '',
    `1. The words are those of \`src/inference/static-words.ts\`, in training and in the extension alike.`,
    `2. Skip-gram with ${skipGramSettings.negatives} negative samples, window ${skipGramSettings.window}, ${skipGramSettings.epochs} times over all text.`,
    '3. Each vector less what all share, its length by how rare the word is.',
    `4. Contrastive fine-tuning (symmetric InfoNCE, temperature ${contrastiveSettings.temperature}): ${contrastiveSettings.steps} steps of ${contrastiveSettings.batch} pairs, all of a`,
    `   step from one source; ${Math.round(contrastiveSettings.selfShare * 100)} % of the steps on two halves of a span of text. Statements that a draft only seems`,
    `   to need count ${contrastiveSettings.unwantedWeight}-fold against it.`,
    '5. Rows as signed bytes with a scale each.',
    '',
    'Every step has a fixed seed and runs in an order of its own, so the same data give the same file.',
    '',
    '## Data',
    '',
    'English text and pairs from public repositories under licences that allow redistribution and commercial use.',
    'Share-alike sources are marked; the text itself is not part of the extension.',
    '',
    '| source | from | licence | share-alike | sentences | pairs |',
    '|---|---|---|---|---|---|',
    ...used.map((source) => {
      const [sentences, pairs] = linesOf(source, corpus);
      const { name, from, licence, shareAlike } = source;
      return `| ${name} | ${from} | ${licence} | ${shareAlike ? '**yes**' : 'no'} | ${sentences} | ${pairs} |`;
    }),
    '',
    'Sources that share a file are counted together.',
    '',
    '## Limits',
    '',
    '- English alone is learned. Words of other languages meet themselves and their own pieces, not their meaning.',
    '- It knows that two topics go together; it does not reason, and word order means nothing to it.',
    '- Names and products it never met are told apart by their letters.',
    '- True matches often have a low cosine: rank by it, do not cut at a fixed height.',
    '- Software and products of recent years are hardly in its text.',
  ].join('\n')}\n`;
}

function figuresOf(measured: readonly Measured[]): string[] {
  if (measured.length === 0) return [];
  const looked = [...(measured[0]?.found.keys() ?? [])];
  return [
    'On development data, none of which is trained on: share of the evidence of LoCoMo’s questions among the first k',
    'turns, and how often the own preference is among the first k of all for a question of PrefEval. *Fused* adds BM25,',
    'with the weight of the vectors named.',
    '',
    `| set | ranked by | ${looked.map((k) => `@${k}`).join(' | ')} |`,
    `|---|---|${looked.map(() => '---|').join('')}`,
    ...measured.map(
      ({ set, by, found }) =>
        `| ${set} | ${by} | ${[...found.values()].map((share) => `${(share * 100).toFixed(1)} %`).join(' | ')} |`,
    ),
    '',
    'The settings were chosen while looking at these same sets, and the topic templates were written knowing the names of',
    'PrefEval’s topics: expect somewhat less elsewhere.',
    '',
  ];
}

function linesOf({ tags }: Source, corpus: Corpus): [sentences: number, pairs: number] {
  const sentences = corpus.texts
    .filter(({ source }) => tags.some((tag) => source.startsWith(tag)))
    .reduce((sum, { sentences: count }) => sum + count, 0);
  return [sentences, pairsOf(corpus, tags)];
}

function pairsOf(corpus: Corpus, tags: readonly string[]): number {
  return corpus.pairs
    .filter(({ source }) => tags.some((tag) => source.startsWith(tag)))
    .reduce((sum, { ends }) => sum + ends.length / 2, 0);
}
