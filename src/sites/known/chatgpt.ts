import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';
import type { Selectors } from '@/sites/selectors';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

const sources: Selectors = [{ css: '[data-testid="webpage-citation-pill"]', seen: '2026-08' }];

/** Most signed-in desktop windows. */
const classicId: AttributeMap = {
  css: '[data-message-id]',
  seen: '2026-08',
  where: 'inside',
  attribute: 'data-message-id',
  value: uuid,
};
const classicPosition: AttributeMap = {
  css: '[data-testid]',
  seen: '2026-09',
  where: 'itself',
  attribute: 'data-testid',
  value: /^conversation-turn-(\d+)$/,
};
const classic: TurnLayout = {
  user: {
    turn: { css: '[data-testid^="conversation-turn-"][data-turn="user"]', seen: '2026-09' },
    ids: [classicId],
    position: classicPosition,
    text: [
      { css: '[data-message-author-role="user"] .whitespace-pre-wrap', seen: '2026-08' },
      { css: '[data-message-author-role="user"]', seen: '2026-08' },
    ],
  },
  assistant: {
    turn: { css: '[data-testid^="conversation-turn-"][data-turn="assistant"]', seen: '2026-09' },
    ids: [classicId],
    position: classicPosition,
    // Several message nodes make one answer where tools were used; reasoning stands outside the markdown.
    text: [{ css: '[data-message-author-role="assistant"] .markdown', seen: '2026-08' }],
    skip: sources,
  },
};

/** Part of the signed-in accounts; no test ids anywhere. */
const threadId: AttributeMap = {
  css: '[data-chatgpt-search-message-ids]',
  seen: '2026-09',
  where: 'itself',
  attribute: 'data-chatgpt-search-message-ids',
  value: uuid,
};
const thread: TurnLayout = {
  user: {
    turn: { css: '[data-turn-key] [data-chatgpt-search-unit-key$=":user"]', seen: '2026-09' },
    ids: [threadId],
    text: [{ css: '[data-user-message-bubble="true"] .whitespace-pre-wrap', seen: '2026-09' }],
  },
  assistant: {
    turn: { css: '[data-turn-key] [data-chatgpt-search-unit-key$=":assistant"]', seen: '2026-09' },
    ids: [threadId],
    text: [
      {
        css: '[data-chatgpt-selection-message-id] [data-markdown-text-style="assistant-message"]',
        seen: '2026-09',
      },
    ],
    skip: sources,
    complete: { css: '[data-chatgpt-selection-message-id]', seen: '2026-09' },
  },
};

/** Narrow windows and guests; the label "You said:" is hidden by a class of its own. */
const controls: Selectors = [
  { css: '[data-message-attribution]', seen: '2026-10' },
  { css: '[data-message-actions]', seen: '2026-10' },
  { css: '[data-message-content-controls]', seen: '2026-10' },
];
const narrowId: AttributeMap = {
  css: 'li[id]',
  seen: '2026-10',
  where: 'itself',
  attribute: 'id',
  value: /^(?!pending-).+/,
};
const narrow: TurnLayout = {
  user: {
    turn: { css: 'ol[data-conversation-transcript] > li[data-message-role="user"]', seen: '2026-10' },
    ids: [narrowId],
    text: [
      { css: '[data-user-message-copy]', seen: '2026-10' },
      { css: '[data-user-message-bubble]', seen: '2026-10' },
    ],
    skip: controls,
  },
  assistant: {
    turn: { css: 'ol[data-conversation-transcript] > li[data-message-role="assistant"]', seen: '2026-10' },
    ids: [narrowId],
    text: [{ css: '[data-assistant-markdown]', seen: '2026-10' }],
    skip: [...sources, ...controls],
    streaming: { css: '[data-message-streaming]', seen: '2026-10' },
    complete: { css: '[data-message-complete]', seen: '2026-10' },
  },
};

export const chatgpt = siteFrom({
  id: 'chatgpt',
  name: 'ChatGPT',
  matches: ['https://chatgpt.com/*'],
  chats: [
    /^\/$/,
    /^(?:\/g\/[^/]+)?\/u?c\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i,
    // For a moment after the first send the address holds a name such as WEB:…, which is no id.
    /^(?:\/g\/[^/]+)?\/u?c\/[^/]+\/?$/,
    /^\/g\/[^/]+(?:\/project)?\/?$/,
  ],
  temporary: {
    query: /[?&]temporary-chat=true(?:&|$)/,
    // The query may be gone after a reload.
    signs: [{ css: 'button[aria-label="Turn off temporary chat"]', seen: '2026-04' }],
  },
  layouts: [classic, thread, narrow],
  composer: [
    { css: 'form[data-chatgpt-composer] [data-composer-markdown][contenteditable="true"]', seen: '2026-09' },
    { css: 'form[data-mobile-composer] textarea#mobile-composer-prompt', seen: '2026-10' },
    { css: 'div#prompt-textarea[contenteditable="true"]', seen: '2026-08' },
  ],
  composerBox: [
    { css: 'form[data-chatgpt-composer]', seen: '2026-10' },
    { css: 'form[data-mobile-composer]', seen: '2026-10' },
    { css: 'form[data-type="unified-composer"]', seen: '2026-08' },
    { css: 'form', seen: '2026-08' },
  ],
  send: [
    { css: 'form[data-chatgpt-composer] button[type="submit"]', seen: '2026-09' },
    { css: 'button[data-composer-submit]', seen: '2026-10', unless: 'li[data-message-streaming]' },
    { css: 'button[data-testid="send-button"]', seen: '2026-08' },
    { css: 'button#composer-submit-button', seen: '2026-08' },
  ],
  stop: [
    { css: 'form[data-chatgpt-composer] button[aria-label="Stop"]', seen: '2026-09' },
    { css: 'button[data-testid="stop-button"]', seen: '2026-08' },
  ],
  busy: [
    { css: 'li[data-message-streaming]', seen: '2026-10' },
    // Where the interface is not in English, the only mark of the thread layout.
    { css: '[data-turn-key] [data-markdown-animated]', seen: '2026-09' },
  ],
  model: [
    { css: 'form[data-chatgpt-composer] button[data-codex-intelligence-trigger]', seen: '2026-09' },
    // Newer pages show the site's name alone there, in another shape.
    {
      css: 'button[data-testid="model-switcher-dropdown-button"] > div:has(> .text-token-text-tertiary)',
      seen: '2026-02',
    },
  ],
  pasteLimit: 4_999,
  sendsWithModifier: true,
});
