import { sentences } from '@/memory/extraction/sentences';
import { namesIn } from '@/memory/recall/names';
import { isSpecific, type QuestionWords, questionWords } from '@/memory/solved/question-words';

/** The words of a text, and of the part of it that asks where the rest only leads up to it. */
export interface Asked {
  whole: QuestionWords;
  part?: QuestionWords;
}

export function askedIn(text: string): Asked {
  const head = text.slice(0, longest);
  const whole = questionWords(head);
  const asking = sentencesOf(head).filter(asks);
  const rest = sentencesOf(head)
    .filter((sentence) => !asks(sentence))
    .join(' ')
    .replace(/\bI['’]\p{L}+/gu, '');
  const part = questionWords(asking.join(' '));
  // "I use MySQL" changes what is asked after it; "I plan a garden" does not.
  const isFree = namesIn(rest).size === 0 && ![...questionWords(rest).telling].some(isSpecific);
  return part.telling.size >= leastTelling && isFree ? { whole, part } : { whole };
}

/**
 * Whether a turn asks something that stands for itself. The first turn of a conversation does, whatever its form,
 * unless it greets; a later one may answer the assistant, or ask about what was just said.
 */
export function asksItself(text: string, isFirst: boolean): boolean {
  const head = text.slice(0, longest);
  const { size } = questionWords(head).telling;
  if (size === 0 || courtesy.test(head)) return false;
  if (isFirst) return true;
  if (!sentencesOf(head).some(asks) || size < leastTelling) return false;
  return size >= sureTelling || !pointing.test(head);
}

const longest = 4_000;
const leastTelling = 3;
const sureTelling = 6;

const courtesy =
  /^\W*(?:(?:many )?thanks?(?: you)?|thx|great|perfect|awesome|cool|ok(?:ay)?|yes|no|yep|nope|sure|hi|hello|hey|good (?:morning|evening)|danke|merci|gracias|obrigad[oa])\b[^?？]{0,60}$/iu;
const pointing =
  /\b(?:it|its|this|that|these|those|above|previous|instead|again|former|latter|you (?:said|wrote))\b/i;
const opening =
  /^\W*(?:please |hi |hey |hello |so |and |but |now |ok(?:ay)? |then )*(?:how|what|which|when|where|who|whom|whose|why|is|are|was|were|do|does|did|can|could|would|should|will|may|am|has|have|explain|write|give|list|make|suggest|recommend|help|tell|show|plan|translate|fix|summari[sz]e|compare|find|create|draft|describe|generate|convert|calculate|teach|i (?:need|want|get|got|cannot|can[’']?t|have (?:an? )?(?:error|problem))|i[’']d like|i am (?:getting|looking)|i[’']m (?:getting|looking)|wie|was|warum|wann|wo|wer|welche[rs]?|kannst|erkl[äa]re?|schreib|comment|pourquoi|quel(?:le)?s?|quand|explique|c[óo]mo|qu[ée]|por qu[ée]|cu[áa]ndo|d[óo]nde|como|o que|quando|onde|qual)\b/iu;

/** A code, or the name of an error, asks what to do about it. */
const trouble = /\b\w*(?:Error|Exception|Warning)\b|\berror\b|\bE[A-Z]{4,}\b/u;

function asks(sentence: string): boolean {
  return /[?？]/u.test(sentence) || opening.test(sentence) || trouble.test(sentence);
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...sentences({ text: line, start: 0 })].map((sentence) => sentence.text.trim()))
    .filter((sentence) => sentence !== '');
}
