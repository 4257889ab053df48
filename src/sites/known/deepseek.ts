import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

const message = '.ds-virtual-list-visible-items .ds-message';

/** What an answer shows from its first moment on, and a question never. */
const notInQuestion = [
  '.ds-markdown, .ds-think-content, .ds-icon, .ds-loading',
  'svg, button, [role="button"]',
].join(', ');

/** The list is virtualised. The key of a row is no place in it: some builds leave it out, some give it a sign. */
const rows: TurnLayout = {
  user: {
    turn: {
      // Folded, being edited, or plain words.
      css: `${message}:has(.ds-collapsible-text, textarea), ${message}:not(:has(${notInQuestion}))`,
      seen: '2026-08',
    },
    skip: [{ css: '[role="button"]', seen: '2026-08' }],
  },
  assistant: {
    turn: {
      css: '.ds-virtual-list-visible-items > :has(.ds-assistant-message-main-content)',
      seen: '2026-08',
    },
    text: [{ css: '.ds-assistant-message-main-content', seen: '2026-08' }],
    skip: [
      { css: '.ds-think-content', seen: '2026-08' },
      { css: '.md-code-block-banner-wrap', seen: '2026-05' },
    ],
    // The row of icons below a finished answer.
    complete: { css: '.ds-message ~ * [role="button"]', seen: '2026-05' },
  },
};

export const deepseek = siteFrom({
  id: 'deepseek',
  name: 'DeepSeek',
  matches: ['https://chat.deepseek.com/*'],
  chats: [/^\/$/, /^\/a\/chat\/s\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  temporary: {},
  layouts: [rows],
  composer: [{ css: 'textarea[placeholder*="DeepSeek"]', seen: '2026-05' }],
  // All of its classes are hashes: the nearest that holds a button besides the toggles.
  composerBox: [{ css: 'div:has([role="button"]:not(.ds-toggle-button))', seen: '2026-07' }],
  send: [
    {
      css: '.ds-button--primary.ds-button--filled.ds-button--circle[role="button"]',
      seen: '2026-07',
    },
    { css: '[style*="fit-content"] > .ds-icon-button[role="button"]', seen: '2026-05' },
  ],
  // The send button with a square in it.
  stop: [{ css: '.ds-button--circle[role="button"]:has(path[d^="M2 4.88"])', seen: '2026-10' }],
  model: [{ css: '[role="radio"][data-model-type][aria-checked="true"]', seen: '2026-05' }],
});
