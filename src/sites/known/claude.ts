import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';
import type { Selector } from '@/sites/selectors';

/** The chip of a web source, which stands in the middle of a sentence. */
const citation: Selector = { css: 'a[class~="group/tag"]', seen: '2026-02' };

/** From 2026-08-27. The list is virtualised: the row's index is its place in the thread. Message ids show nowhere. */
const position: AttributeMap = {
  css: '[data-index]',
  seen: '2026-09',
  where: 'itself',
  attribute: 'data-index',
  value: /^\d+$/,
};

const transcriptRows: TurnLayout = {
  user: {
    turn: { css: '[data-testid="transcript-row"]:has([data-testid="user-message"])', seen: '2026-09' },
    position,
    text: [{ css: '[data-testid="user-message"]', seen: '2026-09' }],
    attachments: [
      { css: '[data-testid="file-thumbnail"] h3', seen: '2026-06' },
      // A picture's test id is the name of its file.
      { css: '[data-testid*="."]', seen: '2026-06', attribute: 'data-testid' },
    ],
  },
  assistant: {
    turn: { css: '[data-testid="transcript-row"]:has([data-testid="assistant-message"])', seen: '2026-09' },
    position,
    text: [
      { css: '[data-cds="Prose"]', seen: '2026-09' },
      { css: '[data-perf-reply-text]', seen: '2026-09' },
    ],
    skip: [{ css: '[data-testid="tool-status-pill"]', seen: '2026-09' }, citation],
    streaming: { css: '[data-is-streaming="true"], [data-perf-row-streaming="true"]', seen: '2026-09' },
  },
};

/** Before. */
const plainList: TurnLayout = {
  user: { turn: { css: '[data-testid="user-message"]', seen: '2026-08' } },
  assistant: {
    turn: { css: '[data-is-streaming]', seen: '2026-08' },
    text: [
      { css: '.standard-markdown, .progressive-markdown', seen: '2026-07' },
      { css: '.font-claude-response', seen: '2026-08' },
      { css: '.font-claude-message', seen: '2026-02' },
    ],
    skip: [
      // The status line of the reasoning, and its body, which opens by growing a grid row.
      { css: '[class~="group/status"]', seen: '2026-05' },
      { css: '[class~="transition-[grid-template-rows]"]', seen: '2026-05' },
      { css: '.artifact-block-cell', seen: '2026-07' },
      citation,
    ],
    streaming: { css: '[data-is-streaming="true"]', seen: '2026-08' },
  },
};

export const claude = siteFrom({
  id: 'claude',
  name: 'Claude',
  matches: ['https://claude.ai/*'],
  chats: [
    /^\/(?:new\/?)?$/,
    /^\/chat\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i,
    /^\/project\/[^/]+\/?$/,
  ],
  temporary: {
    query: /[?&]incognito(?:[=&]|$)/,
    signs: [
      { css: '[class*="incognito-frame"]', seen: '2026-10' },
      { css: '.z-header .text-sm.select-none', seen: '2026-07', text: /incognito/i },
    ],
    storageKey: 'incognito_temporary_conversation_uuid',
  },
  layouts: [transcriptRows, plainList],
  composer: [
    { css: '[data-testid="chat-input"][contenteditable="true"]', seen: '2026-10' },
    { css: '[data-cds="ChatComposerEditor"] [contenteditable="true"]', seen: '2026-10' },
  ],
  composerBox: [
    { css: '[data-cds="ChatComposer"]', seen: '2026-10' },
    { css: 'fieldset', seen: '2026-05' },
    { css: '[data-chat-input-container]', seen: '2026-02' },
  ],
  send: [
    { css: 'button[data-testid="chat-input-send"]', seen: '2026-10' },
    { css: 'button[aria-label="Send message"]', seen: '2026-08' },
    { css: 'button[aria-label="Send Message"]', seen: '2026-02' },
  ],
  stop: [
    { css: '[data-testid="chat-input-stop"]', seen: '2026-10' },
    { css: 'button[aria-label="Stop response"]', seen: '2026-07' },
  ],
  busy: [
    { css: '[data-cds="ChatComposer"][data-busy="true"]', seen: '2026-10' },
    { css: '[data-is-streaming="true"]', seen: '2026-08' },
  ],
  model: [{ css: '[data-testid="model-selector-dropdown"]', seen: '2026-07' }],
  pasteLimit: 3_000,
});
