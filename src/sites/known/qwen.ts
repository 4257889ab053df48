import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

const id: AttributeMap = {
  css: '[id^="qwen-chat-message-"]',
  seen: '2026-08',
  where: 'itself',
  attribute: 'id',
  value: /^qwen-chat-message-(?:user|assistant)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
};

/** Code is shown by Monaco, which keeps some thirty lines of it on the page. */
const messages: TurnLayout = {
  user: {
    turn: { css: '.qwen-chat-message-user', seen: '2026-08' },
    ids: [id],
    text: [
      { css: '.user-message-content', seen: '2026-08' },
      { css: '.chat-user-message', seen: '2026-08' },
    ],
  },
  assistant: {
    turn: { css: '.qwen-chat-message-assistant', seen: '2026-08' },
    ids: [id],
    text: [{ css: '.response-message-content.phase-answer .qwen-markdown', seen: '2026-08' }],
    skip: [
      { css: '.phase-thinking', seen: '2026-05' },
      { css: '.qwen-chat-thinking-tool-status-card-wraper', seen: '2026-05' },
    ],
    complete: { css: '.response-message-footer', seen: '2026-05' },
  },
};

export const qwen = siteFrom({
  id: 'qwen',
  name: 'Qwen',
  matches: ['https://chat.qwen.ai/*'],
  chats: [/^\/$/, /^\/c\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  // There are temporary chats, but no sign of them on the page is known.
  temporary: {},
  layouts: [messages],
  composer: [{ css: 'textarea.message-input-textarea', seen: '2026-05' }],
  composerBox: [{ css: '.message-input-container', seen: '2026-05' }],
  send: [{ css: '.chat-prompt-send-button button.send-button', seen: '2026-05' }],
  stop: [{ css: 'button.stop-button', seen: '2026-09' }],
  model: [{ css: '#qwen-chat-header-left [class*="model-selector-text"]', seen: '2026-05' }],
});
