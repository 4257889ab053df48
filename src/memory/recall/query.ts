import { contentWords } from '@/lib/content-words';
import { ownLines } from '@/memory/extraction/own-lines';
import type { Needs } from '@/memory/recall/domain-index';
import { namesIn } from '@/memory/recall/names';
import { type Period, periodIn } from '@/memory/recall/period';
import { relationsIn } from '@/memory/recall/relations';
import { isSelfContained } from '@/memory/recall/self-contained';

/** One of the texts that are looked for, and how much of what it finds counts. */
export interface Look {
  text: string;
  share: number;
}

/** A draft as recall sees it. */
export interface RecallQuery {
  /** The draft first, then what else it asks for, alone or in its conversation. */
  looks: Look[];
  words: ReadonlySet<string>;
  /** Lower-case. */
  names: ReadonlySet<string>;
  period: Period | undefined;
  /** The draft asks what was said, done or decided before. */
  asksPast: boolean;
  needs: Needs;
}

export interface QueryContext {
  now: number;
  /** Without it a draft needs nothing. */
  needsOf?(text: string): Needs;
  /** What those are called who are this to the user. */
  namesOf?(relations: ReadonlySet<string>): string[];
  /** The last turns of the conversation, the newest first. */
  turns?: readonly { text: string }[];
  /** What a language model would also look for. */
  aside?: readonly string[];
}

/** What only a sentence of the draft, its conversation, or a language model's query finds has to fit so much better. */
const shares = { sentence: 0.85, conversation: 0.7, aside: 0.8 };

export function queryOf(
  draft: string,
  { now, needsOf = () => noNeeds, namesOf = () => [], turns = [], aside = [] }: QueryContext,
): RecallQuery {
  const text = proseOf(draft);
  const topic = turns.map((turn) => proseOf(turn.text).slice(0, longestTurn)).join('\n');
  const looks = [
    { text, share: 1 },
    ...sentencesOf(text).map((sentence) => ({ text: sentence, share: shares.sentence })),
    ...(topic === '' ? [] : [{ text: `${text}\n${topic}`, share: shares.conversation }]),
    ...aside.map((query) => ({ text: query, share: shares.aside })),
  ];
  return {
    looks,
    words: contentWords(text),
    names: peopleIn(text, namesOf),
    period: periodIn(text, now),
    asksPast: past.test(text),
    needs: isSelfContained(draft) ? { ...needsOf(text), nothing: 1 } : needsOf(text),
  };
}

/** By name, by what they are to the user, or both where a memory tells. */
function peopleIn(text: string, namesOf: (relations: ReadonlySet<string>) => string[]): Set<string> {
  const relations = relationsIn(text);
  return new Set([...namesIn(text), ...relations, ...namesOf(relations)]);
}

const noNeeds: Needs = { nothing: 0, weights: new Float32Array() };

const past = new RegExp(
  [
    String.raw`(?:what|which|when|where|who|why|how)\b.{0,40}\b(?:did|had|was|were)\b.{0,20}\b(?:i|we|you)\b`,
    String.raw`did (?:i|we)\b`,
    String.raw`(?:had|have) (?:i|we)\b(?! (?:got|to|an?|the|some|any|enough|no)\b)`,
    String.raw`(?:did|have|had) you\b.{0,20}\b(?:s(?:aid|ay|uggest)|t(?:ell|old)|recommend|mention|g(?:ive|ave)|name|call|propose|pick|list|advise)`,
    'remind me',
    'remember (?:when|what|the|that|how)',
    'last time',
    'we (?:talked|discussed|decided|settled|agreed|planned|chose|picked)',
    'i (?:told|mentioned|asked|said|decided|settled|planned|chose|picked)',
    '(?:you|we) (?:suggested|recommended|came up)',
    String.raw`(?:which|what|who)\b.{0,30}\bagain\b`,
  ]
    .map((shape) => String.raw`\b${shape}`)
    .join('|'),
  'i',
);

/** What the user wrote of a draft, without pasted code and quoted text; all of it where nothing else is there. */
function proseOf(draft: string): string {
  const prose = ownLines(draft.slice(0, longestDraft))
    .map(({ text }) => text)
    .join('\n')
    .trim();
  return (prose === '' ? draft.trim() : prose).slice(0, longestProse);
}

/** The questions and requests of a longer draft, each of which may be about something else. */
function sentencesOf(text: string): string[] {
  const sentences = text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= 12);
  return text.length < longDraft || sentences.length < 2 ? [] : sentences.slice(-mostSentences);
}

/** A shorter draft is about one thing. */
const longDraft = 240;
const mostSentences = 4;
const longestDraft = 20_000;
const longestProse = 2_000;
const longestTurn = 300;
