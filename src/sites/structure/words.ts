import type { Role } from '@/memory/types';

/** The words that a name in the page's code is made of: `userMessage-box` is user, message, box. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

/**
 * Words that only a chat with a machine has. "Question" and "answer" are not among them: so do lists of
 * questions.
 */
const userWords = new Set(['user', 'human']);
const assistantWords = new Set(['assistant', 'bot', 'chatbot', 'ai', 'llm', 'model', 'agent', 'streaming']);
/** Turns the meaning round: `to-user` is what the machine says. */
const turning = new Set(['to', 'for', 'about', 'not', 'no', 'non']);

/** Whose turn something of this name is; undefined where the name does not say, or says both. */
export function speakerIn(words: readonly string[]): Role | undefined {
  if (words.some((word) => turning.has(word))) return undefined;
  const isUser = words.some((word) => userWords.has(word));
  const isAssistant = words.some((word) => assistantWords.has(word));
  if (isUser === isAssistant) return undefined;
  return isUser ? 'user' : 'assistant';
}

/** The name without who speaks: two names of one kind come out the same. */
export function templateOf(words: readonly string[]): string {
  return words.map((word) => (userWords.has(word) || assistantWords.has(word) ? '*' : word)).join(' ');
}

const turnWords = new Set(
  (
    'message messages msg query question prompt response answer reply turn bubble chat row streaming ' +
    'markdown'
  ).split(' '),
);

/** Whether the name is that of something said, not of a menu or a picture of whoever says it. */
export function isOfTurn(words: readonly string[]): boolean {
  return words.some((word) => turnWords.has(word));
}

/** Says of a part of the page that what it holds is no conversation with a machine. */
const elsewhere = new Set(
  (
    'comment comments review reviews related faq sidebar forum feed recommendation recommendations ' +
    'suggestion suggestions newsletter checkout login signup'
  ).split(' '),
);

export function isElsewhere(words: readonly string[]): boolean {
  return words.some((word) => elsewhere.has(word));
}
