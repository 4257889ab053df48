import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';

/** Older pairs are loaded at the top while the user scrolls up, so no place in the list holds. */
const pairs: TurnLayout = {
  user: {
    turn: { css: 'user-query', seen: '2026-08' },
    ids: [
      // A question has no id of its own; the pair's id belongs to it alone, as the answer has another.
      {
        css: '.conversation-container[id]',
        seen: '2026-08',
        where: 'around',
        attribute: 'id',
        value: /^[0-9a-f]{8,}$/i,
      },
    ],
    text: [
      { css: '.query-text .query-text-line', seen: '2026-08', between: '\n' },
      { css: '.query-text', seen: '2026-08' },
    ],
    // The label, by its place.
    skip: [{ css: '.query-text > span:first-child', seen: '2026-02' }],
  },
  assistant: {
    turn: { css: 'model-response', seen: '2026-08' },
    ids: [
      {
        css: 'message-content[id]',
        seen: '2026-07',
        where: 'inside',
        attribute: 'id',
        value: /^message-content-id-(r_[0-9a-f]{8,})/i,
      },
    ],
    text: [
      { css: 'message-content .markdown', seen: '2026-08' },
      { css: 'message-content', seen: '2026-08' },
    ],
    skip: [
      { css: 'model-thoughts', seen: '2026-07' },
      { css: '.thoughts-content', seen: '2026-07' },
      { css: 'thinking-overlay', seen: '2026-07' },
      { css: 'thinking-panel', seen: '2026-07' },
      { css: 'sources-list', seen: '2026-05' },
      // Cards of a research plan and of its report, the bar under a table: what the site's own copying leaves out.
      { css: '[hide-from-message-actions]', seen: '2026-07' },
      { css: 'deep-research-confirmation-widget', seen: '2026-07' },
      { css: 'immersive-entry-chip', seen: '2026-07' },
    ],
    streaming: { css: '.markdown[aria-busy="true"]', seen: '2026-07' },
  },
};

export const gemini = siteFrom({
  id: 'gemini',
  name: 'Gemini',
  matches: ['https://gemini.google.com/*'],
  chats: [
    /^(?:\/u\/\d+)?\/app(?:\/(?<id>[0-9a-f]{16}))?\/?$/i,
    /^(?:\/u\/\d+)?\/gem\/[^/]+(?:\/(?<id>[0-9a-f]{16}))?\/?$/i,
  ],
  temporary: {
    signs: [
      { css: 'chat-window.is-temporary-chat', seen: '2026-09' },
      { css: '.temporary-chat-card', seen: '2026-09' },
      { css: 'temp-chat-button .temp-chat-on', seen: '2026-09' },
      { css: '[data-test-id="temp-chat-button"].temp-chat-on', seen: '2026-09' },
    ],
    legible: [
      { css: 'chat-window', seen: '2026-09' },
      { css: '[data-test-id="temp-chat-button"]', seen: '2026-09' },
    ],
  },
  layouts: [pairs],
  composer: [{ css: 'rich-textarea .ql-editor[contenteditable="true"]', seen: '2026-08' }],
  composerBox: [
    { css: '[data-node-type="input-area"]', seen: '2026-05' },
    { css: 'input-area-v2', seen: '2026-05' },
    { css: '.text-input-field', seen: '2026-05' },
  ],
  send: [
    { css: 'gem-icon-button.send-button button', seen: '2026-07' },
    { css: 'button.send-button', seen: '2026-05' },
    { css: 'button[aria-label="Send message"]', seen: '2026-07' },
  ],
  stop: [
    { css: 'button[aria-label="Stop response"]', seen: '2026-08' },
    // The same in any language.
    { css: '.send-button-container button:has([fonticon="stop"])', seen: '2026-08' },
    { css: '.send-button.stop, .send-button.stop button', seen: '2026-05' },
  ],
  busy: [{ css: 'model-response .markdown[aria-busy="true"]', seen: '2026-07' }],
  model: [{ css: 'button[data-test-id="bard-mode-menu-button"]', seen: '2026-05' }],
});
