import { contentWords } from '@/lib/content-words';
import { claimOf, isNegative, isNeutral, kinOf } from '@/memory/extraction/model/claim';

/**
 * Whether prose says what the sentences say, all of it and nothing else: every word that carries meaning is theirs,
 * each sentence is found again, and none is turned round.
 */
export function isMadeOf(prose: string, sentences: readonly string[]): boolean {
  const given = new Set(sentences.flatMap((sentence) => [...contentWords(sentence)].map(kinOf)));
  const isKnown = (word: string) => given.has(kinOf(word)) || isNeutral(word) || connecting.has(word);
  if (strangers.test(prose) && !strangers.test(sentences.join('\n'))) return false;
  if (![...contentWords(prose)].every(isKnown)) return false;
  const parts = prose.split(parting).filter((part) => part.trim() !== '');
  return sentences.every((sentence) => isToldIn(parts, sentence));
}

/** Whether prose names nobody and no number that the sources do not name. */
export function introducesNothing(prose: string, sources: readonly string[]): boolean {
  const given = new Set(sources.flatMap((source) => [...contentWords(source)].map(kinOf)));
  const named = prose.match(/[\p{L}\p{N}'’-]*[\p{Lu}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return named
    .flatMap((name) => [...contentWords(name)])
    .every((word) => given.has(kinOf(word)) || isNeutral(word) || beginning.has(word));
}

/** With what a summary's sentence begins, and is written with a capital for that alone. */
const beginning = contentWords(
  `about asked asking discussed discussing planned planning compared comparing talked talking wrote writing decided deciding
  wanted needed looked looking chose choosing found conversation question discussion finally then also later afterwards
  settled agreed learned explained help helped how after before first`,
);

const connecting = contentWords(
  'also and but while as well both too so because since therefore besides plus then whereas besides additionally same time',
);
/** The prose is the user's own: nobody is told of, or spoken to. */
const strangers = /\b(?:the user|user's|you|your|he|she|his|her|they|their)\b/i;
/** What stands between two of these is one statement. */
const parting = /[.!?;:,\n]+|\s(?:and|but|while|whereas|und|aber|et|mais|y|pero|e|mas|ma)\s/iu;

function isToldIn(parts: readonly string[], sentence: string): boolean {
  const { words } = claimOf(sentence);
  const told = parts.map((part) => {
    const there = new Set([...contentWords(part)].map(kinOf));
    return { part, found: words.filter((word) => there.has(word)).length };
  });
  const most = Math.max(0, ...told.map(({ found }) => found));
  const best = told.filter(({ found }) => found === most);
  const isSameWay = best.some(({ part }) => isNegative(part) === isNegative(sentence));
  const everywhere = new Set(parts.flatMap((part) => [...contentWords(part)].map(kinOf)));
  return isSameWay && words.every((word) => everywhere.has(word));
}
