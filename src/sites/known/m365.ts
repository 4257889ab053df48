import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

/** What is named a question may hold the whole exchange, and what is named an output may be the question. */
const exchanges: TurnLayout = {
  user: {
    turn: { css: '[data-testid="chatQuestion"] .fai-UserMessage__message', seen: '2026-08' },
  },
  assistant: {
    turn: { css: '[data-testid="copilot-message-div"]', seen: '2026-09' },
    text: [{ css: '[data-testid="markdown-reply"]', seen: '2026-09' }],
    // Its lines and their numbers are one text, and only those in view are there.
    skip: [{ css: '.scriptor-component-code-block', seen: '2026-09' }],
    complete: { css: '[data-testid="CopyButtonTestId"]', seen: '2026-09' },
  },
};

export const m365 = siteFrom({
  id: 'm365',
  name: 'Microsoft 365 Copilot',
  matches: ['https://m365.cloud.microsoft/*'],
  experimental: true,
  chats: [/^\/chat\/?$/, /^\/chat\/conversation\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  // There is a button for temporary chats; how the page tells that it is pressed is not known.
  temporary: {},
  layouts: [exchanges],
  composer: [{ css: '#m365-chat-editor-target-element[contenteditable="true"]', seen: '2026-08' }],
  composerBox: [],
  send: [{ css: 'button.fai-SendButton:not(:has(.fai-SendButton__stopBackground))', seen: '2026-07' }],
  stop: [{ css: 'button[aria-label="Stop generating"]', seen: '2026-09' }],
});
