import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type JudgeOutput, type KeptKind, keptKinds } from '@/memory/extraction/judged/outputs';
import { type Phrase, phrasesIn } from '@/memory/extraction/judged/phrases';
import { plainText } from '@/memory/extraction/plain-text';
import { readLabelled } from '../train-placer/labelled';

export interface LabelledTurn {
  phrases: { phrase: Phrase; labels: Label[] }[];
  /** A turn as people type it, not a sentence by itself. */
  isWhole: boolean;
  weight: number;
}

type Label = JudgeOutput | KeptKind;

interface Mark {
  labels: Label[];
  start: number;
  end: number;
}

const weights = { turn: 1, sentence: 0.3, statement: 0.2, stranger: 0.5 };

/** The turns of `turns-*.tsv`, in which what tells something is marked, and the sentences of the other files. */
export function readTurns(folder: string): LabelledTurn[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => {
      const parse = file.startsWith('turns') ? markedTurn : sentenceTurn;
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      return lines.flatMap((line, index) =>
        line.trim() === '' ? [] : [parse(line.split('\t'), `${file}:${index + 1}`)],
      );
    });
}

/** Every eighth statement that was written for the embedder: all of them are worth keeping. */
export function statementTurns(folder: string): LabelledTurn[] {
  const statements = readLabelled(folder).flatMap((draft) => draft.statements);
  return statements
    .filter((_, index) => index % 8 === 0)
    .map(({ text }) => whole(text, ['durable'], weights.statement));
}

/** Requests, textbooks, stories and small talk of strangers, some hundred lines of each: nothing of them is kept. */
export function strangersTurns(folder: string): LabelledTurn[] {
  return strangers.flatMap((name) => {
    const lines = gunzipSync(readFileSync(join(folder, `${name}.txt.gz`)))
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
    const step = Math.floor(lines.length / linesOfEach);
    return lines
      .filter((_, index) => index % step === 0)
      .map((line) => whole(line.slice(0, longestLine), [], weights.stranger));
  });
}

const strangers = [
  'utterances',
  'sgd',
  'taskmaster',
  'multidogo',
  'queries',
  'openstax',
  'stories',
  'selfdialogue',
];
const linesOfEach = 150;
const longestLine = 400;

function whole(text: string, labels: Label[], weight: number): LabelledTurn {
  return labelled(text, [{ labels, start: 0, end: text.length }], false, weight);
}

function markedTurn([, marked]: string[], where: string): LabelledTurn {
  if (marked === undefined) throw new Error(`${where} has no turn`);
  const written = marked.replaceAll('\\n', '\n');
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const match of written.matchAll(/\[\[(?<kind>\w+)(?<other>\.other)?\|(?<words>[\s\S]*?)\]\]/g)) {
    const { kind = '', other, words = '' } = match.groups ?? {};
    text += written.slice(from, match.index);
    const labels = labelsOf(kind, other !== undefined, where);
    marks.push({ labels, start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + match[0].length;
  }
  return labelled(text + written.slice(from), marks, true, weights.turn);
}

function sentenceTurn([kind = '', about, , text]: string[], where: string): LabelledTurn {
  if (text === undefined) throw new Error(`${where} has no sentence`);
  return whole(text, labelsOf(kind, about === 'other', where), weights.sentence);
}

function labelsOf(kind: string, isOther: boolean, where: string): Label[] {
  if (kind === 'none') return [];
  if (kind === 'episode') return ['episode'];
  const known = keptKinds.find((one) => one === kind);
  if (!known) throw new Error(`${where}: “${kind}” is none of none, episode, ${keptKinds.join(', ')}`);
  return ['durable', known, ...(isOther ? (['other'] as const) : [])];
}

function labelled(written: string, marks: readonly Mark[], isWhole: boolean, weight: number): LabelledTurn {
  const phrases = phrasesIn(plainText(written).text).map((phrase) => ({
    phrase,
    labels: marks.find((mark) => shareWithin(phrase, mark) > 0.5)?.labels ?? [],
  }));
  return { phrases, isWhole, weight };
}

function shareWithin(phrase: Phrase, { start, end }: Mark): number {
  return (Math.min(end, phrase.end) - Math.max(start, phrase.start)) / (phrase.end - phrase.start);
}
