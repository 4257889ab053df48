import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

const id: AttributeMap = {
  css: '[data-message-id]',
  seen: '2026-05',
  where: 'itself',
  attribute: 'data-message-id',
  value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}_\d+_(?:user|assistant)$/i,
};

const messages: TurnLayout = {
  user: {
    turn: { css: '[data-message-item="true"][data-message-id$="_user"]', seen: '2026-05' },
    ids: [id],
    text: [{ css: '[data-message-type="user"] .whitespace-pre-wrap', seen: '2026-05' }],
  },
  assistant: {
    turn: { css: '[data-message-item="true"][data-message-id$="_assistant"]', seen: '2026-05' },
    ids: [id],
    // One for each paragraph, code block and table of the answer.
    text: [{ css: '[data-testid="assistant-message"] .markdown-content', seen: '2026-05' }],
    skip: [
      // A code block says its language twice above the code.
      { css: '.ur-code-block__header', seen: '2026-05' },
      { css: '[data-streamdown="code-block-header"]', seen: '2026-05' },
      { css: '[data-testid="citation-pill"]', seen: '2026-05' },
    ],
    complete: { css: '[data-streaming-state="DONE"], [data-streaming-complete="true"]', seen: '2026-05' },
  },
};

export const meta = siteFrom({
  id: 'meta',
  name: 'Meta AI',
  matches: ['https://www.meta.ai/*', 'https://meta.ai/*'],
  experimental: true,
  chats: [
    /^\/$/,
    /^\/prompt\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i,
    /^\/c\/(?<id>[0-9A-Za-z][\w.-]{7,})\/?$/,
  ],
  // Temporary chats are told of, but no sign of them on the page is known.
  temporary: {},
  layouts: [messages],
  composer: [{ css: '[data-testid="composer-input"][contenteditable="true"]', seen: '2026-09' }],
  composerBox: [],
  send: [{ css: '[data-testid="composer-send-button"]', seen: '2026-09' }],
  stop: [],
});
