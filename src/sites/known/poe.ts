import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

/** Numbers of a few digits may be places in the list, which older messages would shift. */
const id: AttributeMap = {
  css: '[id^="message-"]',
  seen: '2026-04',
  where: 'itself',
  attribute: 'id',
  value: /^message-(\d{6,})$/,
};

const message = '[class*="ChatMessage_chatMessage_"]';
const fromUser = ':has([class*="rightSideMessageBubble"])';

/** Class names end in a hash. Reasoning is part of the words of an answer. */
const messages: TurnLayout = {
  user: {
    turn: { css: `${message}${fromUser}`, seen: '2026-04' },
    ids: [id],
    text: [{ css: '[class*="messageTextContainer"]', seen: '2026-04' }],
  },
  assistant: {
    turn: { css: `${message}:not(${fromUser})`, seen: '2026-04' },
    ids: [id],
    text: [
      { css: '[class*="Markdown_markdownContainer"]', seen: '2026-04' },
      { css: '[class*="messageTextContainer"]', seen: '2026-04' },
    ],
    complete: { css: '[data-complete="true"]', seen: '2026-04' },
  },
};

export const poe = siteFrom({
  id: 'poe',
  name: 'Poe',
  matches: ['https://poe.com/*'],
  experimental: true,
  chats: [
    /^\/$/,
    /^\/chat\/(?<id>[0-9A-Za-z]{8,})\/?$/,
    // A bot's page. The site's own pages have names in small letters.
    /^\/(?=[^/]*[A-Z0-9])[A-Za-z0-9][\w.-]*\/?$/,
  ],
  // No temporary chats are known.
  temporary: {},
  layouts: [messages],
  composer: [
    {
      css: '[class*="ChatMessageInputContainer"] textarea[class*="GrowingTextArea_textArea"]',
      seen: '2026-04',
    },
  ],
  composerBox: [
    { css: '[class*="ChatMessageInputContainer"]:has(button[data-button-send])', seen: '2026-04' },
    { css: '[class*="ChatMessageInputContainer"]', seen: '2026-04' },
  ],
  send: [{ css: 'button[data-button-send="true"]', seen: '2026-05' }],
  stop: [{ css: 'button[aria-label="Stop message"]', seen: '2026-05' }],
});
