import { forgottenWords } from '@/memory/forgotten-words';
import type { Thread } from '@/memory/ports';
import { asksItself } from '@/memory/solved/asked-in';
import type { Turn } from '@/memory/types';

/** A question and what the assistant answered to it. */
export interface Exchange {
  question: Turn;
  answer: Turn;
}

/** The exchanges of a conversation, without those that words of a forgotten memory were taken out of. */
export function exchangesIn({ turns }: Thread): Exchange[] {
  const first = turns.find(({ role }) => role === 'user');
  return turns.flatMap((question, place) => {
    const answer = turns[place + 1];
    if (question.role !== 'user' || answer?.role !== 'assistant') return [];
    if (!isAfter(question, answer) || isPurged(question) || isPurged(answer)) return [];
    return asksItself(question.text, question === first) ? [{ question, answer }] : [];
  });
}

/** An answer that is older than its question was given to the words that stood there before an edit. */
function isAfter(question: Turn, answer: Turn): boolean {
  if (answer.capturedAt < question.capturedAt) return false;
  if (question.position === undefined || answer.position === undefined) return true;
  return answer.position - question.position <= 1;
}

function isPurged({ text }: Turn): boolean {
  return text.includes(forgottenWords);
}
