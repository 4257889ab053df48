import { isOwn } from '@/memory/commands/own-words';
import { sentences } from '@/memory/extraction/sentences';

/** From its first character; ends before the line does, or with the sentence. */
export function firstSentence(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return [...sentences({ text: line, start: 0 })][0]?.text.trimEnd() ?? '';
}

/** Lines of a list that is to be remembered. */
const mostLines = 8;
const ofOthers =
  /^\s*(?:he|she|they|it|his|her|their|er|sie|il|elle|ils|elles|lui|lei|ele|ela|él|ella)(?!\p{L})/iu;
const wishes =
  /^\s*(?:i|we)(?:'d|'m| am)? (?:want|need|would|like you|wonder|wondering|looking|trying)(?!\p{L})|\?\s*$/iu;

/**
 * Where the statements that begin at a place end: with the first sentence, or with those behind it that go on telling
 * of oneself or of the one just named. What begins on a line of its own goes on to the next empty line.
 */
export function statementsFrom(text: string, from: number): { start: number; end: number } {
  const start = from + leading(text.slice(from));
  const isList = text.slice(from, start).includes('\n');
  if (isList) {
    const lines = text.slice(start).split('\n');
    const empty = lines.findIndex((line) => line.trim() === '');
    const kept = lines.slice(0, empty < 0 ? mostLines : Math.min(empty, mostLines)).join('\n');
    return { start, end: start + kept.trimEnd().length };
  }
  const [line = ''] = text.slice(start).split('\n', 1);
  let end = start;
  for (const sentence of sentences({ text: line, start })) {
    if (end > start && !goesOn(sentence.text, text.slice(start, end))) break;
    end = sentence.start + sentence.text.trimEnd().length;
  }
  return { start, end };
}

function goesOn(sentence: string, before: string): boolean {
  if (wishes.test(sentence)) return false;
  const [first = ''] = sentence.trim().match(/^\p{Lu}\p{Ll}+/u) ?? [];
  return isOwn(sentence.trim()) || ofOthers.test(sentence) || (first !== '' && before.includes(first));
}

function leading(text: string): number {
  return text.length - text.replace(/^[\s:,–—-]+/u, '').length;
}
