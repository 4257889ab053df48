/** One message of a conversation. `text` is Markdown for an answer and the exact prompt for the user. */
export interface Turn {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  images: string[];
  /** Names of files sent along, long pastes among them. */
  files: string[];
  /** The part of an answer that is on the page; absent once the answer is complete. */
  shown?: string;
}

export interface Conversation {
  id: string;
  title: string;
  temporary: boolean;
  turns: Turn[];
}

export type Attachment =
  | { kind: 'image'; name: string; url: string }
  | { kind: 'text'; name: string; text: string };

/** What one act of sending hands to the pretend server. */
export interface Prompt {
  text: string;
  attachments: Attachment[];
}

/** How far an answer is: mounted but empty, growing, held up by a tool, complete. */
export type AnswerState = 'waiting' | 'streaming' | 'working' | 'done';

export function answerState(turn: Turn): AnswerState {
  if (turn.shown === undefined) return 'done';
  return turn.shown === '' ? 'waiting' : 'streaming';
}

export function textOnPage(turn: Turn): string {
  return turn.shown ?? turn.text;
}

/** A message id in the shape most sites use. */
export function newUuid(): string {
  return crypto.randomUUID();
}

/** `length` random hexadecimal digits, the shape of Gemini's ids. */
export function newHex(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => (byte % 16).toString(16)).join('');
}

/** `length` random characters as web addresses carry them. */
export function newToken(length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters[byte % 64]).join('');
}
