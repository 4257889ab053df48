import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

const id: AttributeMap = {
  css: '[data-message-id]',
  seen: '2026-05',
  where: 'itself',
  attribute: 'data-message-id',
  value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** How a turn looks while it is written is not known; reasoning stands outside the parts of the answer. */
const messages: TurnLayout = {
  user: {
    turn: { css: '[data-message-author-role="user"][data-message-id]', seen: '2026-05' },
    ids: [id],
    text: [{ css: '[dir="auto"] .select-text', seen: '2026-05' }],
  },
  assistant: {
    turn: { css: '[data-message-author-role="assistant"][data-message-id]', seen: '2026-05' },
    ids: [id],
    text: [{ css: '[data-testid="text-message-part"][data-message-part-type="answer"]', seen: '2026-07' }],
  },
};

export const mistral = siteFrom({
  id: 'mistral',
  name: 'Mistral',
  matches: ['https://chat.mistral.ai/*'],
  chats: [/^\/chat\/?$/, /^\/chat\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  // There are incognito chats, but no sign of them on the page is known.
  // Its page does not tell a temporary chat from another, nor an answer that pauses from one that has ended.
  experimental: true,
  temporary: {},
  layouts: [messages],
  composer: [
    { css: 'form div.ProseMirror[contenteditable="true"]', seen: '2026-08' },
    { css: 'form textarea[name="message.text"]', seen: '2026-08' },
  ],
  composerBox: [{ css: 'form', seen: '2026-08' }],
  send: [{ css: 'button[type="submit"]', seen: '2026-08' }],
  stop: [],
});
