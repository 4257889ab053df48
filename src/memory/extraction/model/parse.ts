import { jsonIn, withoutThoughts } from '@/memory/extraction/model/json-in';
import { singleKeys } from '@/memory/extraction/model/schema';
import type { MemoryKind } from '@/memory/types';

/** One thing that a model says the turn tells; nothing of it is believed yet. */
export interface ReadItem {
  kind: MemoryKind;
  text: string;
  quote: string;
  about: 'user' | 'other';
  key?: string | undefined;
  /** 0 to 1; absent where the model did not say. */
  confidence?: number | undefined;
}

export interface ParsedAnswer {
  verdict: 'ok' | 'garbage' | 'refusal';
  items: ReadItem[];
}

/** Characters of one string, and how many items are looked at. */
const longestString = 600;
const mostLookedAt = 50;
/** How deep the list may be wrapped. */
const deepest = 4;

/** Makes what can be made of any text a model wrote. Never throws. */
export function parseAnswer(answer: string): ParsedAnswer {
  for (const value of jsonIn(answer)) {
    const list = listIn(value, 0);
    if (!list) continue;
    const items = list.slice(0, mostLookedAt).flatMap(itemOf);
    if (items.length > 0 || list.length === 0) return { verdict: 'ok', items };
  }
  const said = withoutThoughts(answer);
  if (nothingWords.test(said)) return { verdict: 'ok', items: [] };
  return { verdict: refusalWords.test(said) ? 'refusal' : 'garbage', items: [] };
}

const nothingWords =
  /^\W*(?:none|nothing|null|n\/a|empty|no (?:new |relevant )?(?:memories|facts|information|items|notes)|(?:there(?:'s| is| are) )?(?:nothing|no (?:memories|facts))(?: (?:to (?:remember|note|store|extract)|here|found|worth \w+))*)\W*$/iu;
const refusalWords =
  /\b(?:i(?:'m| am) (?:sorry|unable|not able)|i (?:cannot|can't|can’t|won't|won’t)|i must decline|as an ai|es tut mir leid|ich kann (?:das |dabei |ihnen |dir )?(?:leider )?nicht|je suis désolée?|je ne peux pas|lo siento|no puedo|desculpe|não posso|mi dispiace|non posso)(?![\p{L}])|申し訳|できません|抱歉|无法/iu;

const listNames = ['memories', 'items', 'facts', 'results', 'result', 'answer', 'data', 'output', 'notes'];

function listIn(value: unknown, depth: number): unknown[] | undefined {
  if (depth > deepest || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) {
    const [first] = value;
    return Array.isArray(first) || isWrapper(first)
      ? value.flatMap((inner) => listIn(inner, depth + 1) ?? [])
      : value;
  }
  const fields = value as Record<string, unknown>;
  const named = listNames.find((name) => Object.hasOwn(fields, name));
  if (named) return listIn(fields[named], depth + 1) ?? (fields[named] === null ? [] : undefined);
  if (Object.keys(fields).length === 0) return [];
  return itemOf(fields).length > 0 ? [fields] : undefined;
}

function isWrapper(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    listNames.some((name) => Array.isArray(Reflect.get(value, name)))
  );
}

function itemOf(value: unknown): ReadItem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const fields = value as Record<string, unknown>;
  const text = stringIn(fields, ['text', 'memory', 'sentence', 'statement', 'content', 'fact']);
  const quote = stringIn(fields, ['quote', 'exact_quote', 'evidence', 'source', 'span', 'excerpt']);
  if (!text || !quote) return [];
  const key = stringIn(fields, ['key']).toLowerCase();
  return [
    {
      kind: kindOf(stringIn(fields, ['kind', 'type', 'category'])),
      text,
      quote,
      about: aboutOf(stringIn(fields, ['about', 'subject', 'who'])),
      key: singleKeys.find((known) => known === key),
      confidence: shareOf(fields.confidence),
    },
  ];
}

function stringIn(fields: Record<string, unknown>, names: readonly string[]): string {
  const name = names.find((name) => typeof fields[name] === 'string');
  const value = name === undefined ? '' : (fields[name] as string).trim();
  return value.length <= longestString ? value : '';
}

const kindWords: Record<MemoryKind, RegExp> = {
  fact: /^fact/,
  preference: /prefer|like|taste|interest|favou?rite|hobby/,
  procedure: /proced|instruct|rule|behaviou?r|format/,
  goal: /goal|plan|project|intent|aim|wish/,
  episode: /episod|event|experience|happen/,
};

function kindOf(word: string): MemoryKind {
  const said = word.toLowerCase();
  const found = Object.entries(kindWords).find(([, shape]) => shape.test(said));
  return (found?.[0] as MemoryKind | undefined) ?? 'fact';
}

function aboutOf(word: string): ReadItem['about'] {
  return /^(?:(?:the )?(?:user|speaker|author|person)\b|self$|me$|myself$|i$|$)/i.test(word)
    ? 'user'
    : 'other';
}

const words: Record<string, number> = { certain: 1, high: 0.9, medium: 0.6, moderate: 0.6, low: 0.3 };

/** "0.9", "90%", 90 and "high" are all the same to a small model. */
function shareOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const number =
    typeof value === 'number' ? value : (words[value.trim().toLowerCase()] ?? Number.parseFloat(value));
  if (!Number.isFinite(number)) return undefined;
  const share = number > 1 ? number / 100 : number;
  return Math.min(1, Math.max(0, share));
}
