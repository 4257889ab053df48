import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

const conversation: TurnLayout = {
  user: {
    turn: { css: '[data-content="user-message"]', seen: '2026-07' },
    ids: [
      {
        css: '[id$="-user-message"]',
        seen: '2026-07',
        where: 'around',
        attribute: 'id',
        value: /^([A-Za-z0-9]{20,22})-user-message$/,
      },
    ],
  },
  assistant: {
    turn: { css: '[data-content="ai-message"]', seen: '2026-07' },
    ids: [
      {
        css: '[id$="-content-0"]',
        seen: '2026-07',
        where: 'inside',
        attribute: 'id',
        value: /^([A-Za-z0-9]{20,22})-content-0$/,
      },
    ],
    text: [{ css: '[class~="group/ai-message-item"]', seen: '2026-07' }],
    skip: [
      { css: '[data-testid="message-item-reactions"]', seen: '2026-07' },
      // The language above a code block.
      { css: 'span.capitalize', seen: '2026-07' },
    ],
  },
};

export const copilot = siteFrom({
  id: 'copilot',
  name: 'Microsoft Copilot',
  matches: ['https://copilot.microsoft.com/*'],
  chats: [/^\/$/, /^\/chats(?:\/(?<id>[A-Za-z0-9]{20,22}))?\/?$/],
  temporary: {},
  layouts: [conversation],
  composer: [
    { css: 'textarea[data-testid="composer-input"]', seen: '2026-08' },
    { css: 'textarea#userInput', seen: '2026-08' },
  ],
  composerBox: [],
  send: [{ css: '[data-testid="submit-button"]', seen: '2026-08' }],
  stop: [{ css: '[data-testid="stop-button"]', seen: '2026-08' }],
});
