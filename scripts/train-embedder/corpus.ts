import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { staticWords } from '@/inference/static-words';
import { Growing } from './growing';
import { readNeeds } from './needs';

/** Most words of one side of a pair. */
const longestSide = 96;

/** Their sides are prose that the text files lack. */
const proseSources = new Set(['wikisplit', 'te-wiki', 'comve']);

/** Words by number, numbered as they are first met. */
export interface Corpus {
  words: string[];
  texts: Text[];
  pairs: PairSource[];
}

/** Sentences one after another, each ended by -1. */
export interface Text {
  source: string;
  stream: Int32Array;
  /** Words. */
  count: number;
  sentences: number;
}

/** Sides one after another, `a` and `b` by turns: side `n` ends at `ends[n]`. */
export interface PairSource {
  source: string;
  stream: Int32Array;
  ends: Int32Array;
  /** Further sides, each with the first of the pairs that it is no match for, although it seems near. */
  unwanted?: { stream: Int32Array; ends: Int32Array; pair: Int32Array };
}

/** Reads all text and pairs of the data folder, and our own pairs of what a draft needs. */
export function readCorpus(folder: string, needsFolder: string): Corpus {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (word: string) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    words.push(word);
    return words.length - 1;
  };
  const addWords = (stream: Growing, text: string, most = Infinity) => {
    let count = 0;
    for (const word of staticWords(text)) {
      if (count++ === most) break;
      stream.push(numberOf(word));
    }
    return count;
  };

  const texts = new Map<string, { stream: Growing; count: number; sentences: number }>();
  const addSentence = (source: string, sentence: string) => {
    const text = texts.get(source) ?? { stream: new Growing(), count: 0, sentences: 0 };
    texts.set(source, text);
    text.count += addWords(text.stream, sentence);
    text.stream.push(-1);
    text.sentences++;
  };
  const pairs = new Map<string, { stream: Growing; ends: Growing }>();
  const addPair = (source: string, a: string, b: string) => {
    const pair = pairs.get(source) ?? { stream: new Growing(), ends: new Growing() };
    pairs.set(source, pair);
    for (const side of [a, b]) {
      addWords(pair.stream, side, longestSide);
      pair.ends.push(pair.stream.length);
      if (proseSources.has(source)) addSentence(source, side);
    }
  };
  for (const file of readdirSync(join(folder, 'text')).sort()) {
    if (!file.endsWith('.txt.gz')) continue;
    const source = basename(file, '.txt.gz');
    for (const line of linesOf(join(folder, 'text', file))) {
      if (line) addSentence(source, line);
    }
  }
  for (const file of ['pairs.tsv.gz', 'topic-templates.tsv.gz']) {
    if (!existsSync(join(folder, file))) continue;
    for (const line of linesOf(join(folder, file))) {
      const [source, a, b] = line.split('\t');
      if (source && a && b) addPair(source, a, b);
    }
  }
  const unwanted = { stream: new Growing(), ends: new Growing(), pair: new Growing() };
  for (const need of readNeeds(needsFolder)) {
    if (need.wanted.length === 0) continue;
    const firstPair = (pairs.get('needs')?.ends.length ?? 0) / 2;
    for (const statement of need.wanted) addPair('needs', need.draft, statement);
    for (const statement of need.unwanted) {
      addWords(unwanted.stream, statement, longestSide);
      unwanted.ends.push(unwanted.stream.length);
      unwanted.pair.push(firstPair);
    }
  }
  return {
    words,
    texts: [...texts].map(([source, { stream, count, sentences }]) => ({
      source,
      stream: stream.view(),
      count,
      sentences,
    })),
    pairs: [...pairs].map(([source, { stream, ends }]) => ({
      source,
      stream: stream.view(),
      ends: ends.view(),
      ...(source === 'needs' && {
        unwanted: {
          stream: unwanted.stream.view(),
          ends: unwanted.ends.view(),
          pair: unwanted.pair.view(),
        },
      }),
    })),
  };
}

function linesOf(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n');
}
