import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

/** Messages that are still on their way have ids that are no such number. */
const id: AttributeMap = {
  css: '[data-message-id]',
  seen: '2026-08',
  where: 'itself',
  attribute: 'data-message-id',
  value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

const messages: TurnLayout = {
  user: {
    turn: { css: '[data-message-id][data-message-type="user"]', seen: '2026-08' },
    ids: [id],
    text: [{ css: 'p.disabled', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '[data-message-id][data-message-role="assistant"]', seen: '2026-08' },
    ids: [id],
    text: [{ css: '.prose', seen: '2026-08' }],
    // Reasoning and tools, which show prose of their own when they are open.
    skip: [{ css: '[class~="has-[+.prose]:mb-1.5"]', seen: '2026-08' }],
  },
};

export const huggingface = siteFrom({
  id: 'huggingface',
  name: 'HuggingChat',
  matches: ['https://huggingface.co/chat', 'https://huggingface.co/chat/*'],
  chats: [/^\/chat\/?$/, /^\/chat\/conversation\/(?<id>[0-9a-f]{24})\/?$/],
  // There are no temporary chats.
  temporary: {},
  layouts: [messages],
  composer: [{ css: 'form textarea[placeholder="Ask anything"]', seen: '2026-08' }],
  composerBox: [{ css: 'form', seen: '2026-08' }],
  send: [{ css: 'button[type="submit"][name="submit"]', seen: '2026-08' }],
  // What the button that stops is called is not known; it stands in the place of the one that sends.
  stop: [
    { css: 'form:has(textarea[placeholder="Ask anything"]):not(:has([type="submit"]))', seen: '2026-08' },
  ],
});
