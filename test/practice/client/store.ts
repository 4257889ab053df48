import { respond } from '../responder';
import type { Conversation } from './model';

/** The conversations of this origin, newest first. Temporary ones are never here. */
export class Store {
  readonly conversations: Conversation[];

  constructor(makeId: (taken: number, title: string) => string, makeTurnId: () => string) {
    const saved = localStorage.getItem(KEY);
    this.conversations = saved ? (JSON.parse(saved) as Conversation[]) : startingSet(makeId, makeTurnId);
    for (const turn of this.conversations.flatMap((conversation) => conversation.turns)) delete turn.shown;
    this.save();
  }

  find(id: string): Conversation | undefined {
    return this.conversations.find((conversation) => conversation.id === id);
  }

  add(conversation: Conversation): void {
    this.conversations.unshift(conversation);
  }

  save(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.conversations));
    } catch (error) {
      console.warn('The browser has no room left for these conversations; they last until a reload.', error);
    }
  }
}

const KEY = 'practice:conversations';

/** Titles that read like prompts, so that code which reads turns out of the sidebar is found out. */
const STARTING_PROMPTS = [
  'I am allergic to peanuts, which snacks are safe?',
  'You said: my sister lives in Oslo',
  'Remember that I ride a red bicycle',
];

function startingSet(
  makeId: (taken: number, title: string) => string,
  makeTurnId: () => string,
): Conversation[] {
  return STARTING_PROMPTS.map((text, taken) => ({
    id: makeId(taken, text),
    title: text,
    temporary: false,
    turns: [
      { id: makeTurnId(), role: 'user', text, images: [], files: [] },
      { id: makeTurnId(), role: 'assistant', text: respond(text), images: [], files: [] },
    ],
  }));
}
