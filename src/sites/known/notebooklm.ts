import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

/** Nothing names a message: not an id, not a place in the list. */
const messages: TurnLayout = {
  user: {
    turn: { css: 'chat-message.individual-message .from-user-container', seen: '2026-08' },
    text: [{ css: '.message-text-content', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: 'chat-message.individual-message .to-user-container', seen: '2026-08' },
    text: [{ css: '.message-text-content', seen: '2026-08' }],
    skip: [
      { css: '.citation-marker', seen: '2026-02' },
      { css: '.suggestions-container', seen: '2026-02' },
    ],
    complete: { css: 'chat-actions', seen: '2026-02' },
  },
};

export const notebooklm = siteFrom({
  id: 'notebooklm',
  name: 'NotebookLM',
  matches: ['https://notebooklm.google.com/*', 'https://notebook.google.com/*'],
  // A notebook has one chat, which has no id of its own.
  chats: [/^\/notebook\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  // No temporary chats are known here.
  temporary: {},
  layouts: [messages],
  composer: [{ css: 'query-box textarea.query-box-input', seen: '2026-08' }],
  composerBox: [{ css: 'query-box', seen: '2026-08' }],
  send: [{ css: 'query-box form button[type="submit"]', seen: '2026-08' }],
  stop: [],
  mayBeEmpty: true,
});
