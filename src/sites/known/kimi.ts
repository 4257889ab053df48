import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

/** Message ids show nowhere. */
const segments: TurnLayout = {
  user: {
    turn: { css: '.segment-user', seen: '2026-09' },
    text: [{ css: '.user-content', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '.segment-assistant', seen: '2026-09' },
    text: [
      // Code stands next to the markdown, in blocks of its own.
      { css: '.segment-content-box', seen: '2026-07' },
      { css: '.markdown-container .markdown', seen: '2026-08' },
    ],
    skip: [
      // Both hold markdown of their own.
      { css: '.thinking-container', seen: '2026-09' },
      { css: '.toolcall-flow', seen: '2026-09' },
      { css: '.segment-code-lang', seen: '2026-09' },
      { css: '.markdown-table > :not(.table-container)', seen: '2026-09' },
      { css: '.simple-button, .icon-button', seen: '2026-09' },
    ],
    complete: { css: '.segment-assistant-actions', seen: '2026-07' },
  },
};

export const kimi = siteFrom({
  id: 'kimi',
  name: 'Kimi',
  matches: ['https://www.kimi.com/*', 'https://kimi.com/*'],
  chats: [
    /^\/$/,
    /^\/chat\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i,
    /^\/chat\/(?<id>[0-9a-z]{20})\/?$/,
  ],
  // No temporary chats are known here.
  temporary: {},
  layouts: [segments],
  // An old prompt that is being edited has the same editor, but not in this box.
  composer: [{ css: '.chat-editor .chat-input-editor[contenteditable="true"]', seen: '2026-07' }],
  composerBox: [{ css: '.chat-editor', seen: '2026-07' }],
  send: [{ css: '.send-button-container:not(.disabled, .stop) .send-button', seen: '2026-07' }],
  stop: [{ css: '.send-button-container.stop', seen: '2026-07' }],
  model: [{ css: '.current-model .name', seen: '2026-07' }],
});
