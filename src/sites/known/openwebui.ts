import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

/** Other ids begin like this one: `message-<id>-start`, `message-edit-<id>`. */
const id: AttributeMap = {
  css: '[id^="message-"]',
  seen: '2026-08',
  where: 'itself',
  attribute: 'id',
  value: /^message-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
};

/** One question may have answers of several models side by side; each is a turn. */
const messages: TurnLayout = {
  user: {
    turn: { css: '.user-message[id^="message-"]', seen: '2026-08' },
    ids: [id],
    text: [
      { css: '.chat-user .whitespace-pre-wrap', seen: '2026-07' },
      { css: '.chat-user', seen: '2026-08' },
    ],
    // Which of several versions of the prompt this is.
    skip: [{ css: '.tracking-widest.font-semibold', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '[id^="message-"]:not(.user-message):has(.chat-assistant)', seen: '2026-08' },
    ids: [id],
    text: [{ css: '.chat-assistant [id="response-content-container"]', seen: '2026-08' }],
    skip: [
      // Reasoning and tools: a status line, and what it unfolds.
      { css: '.w-full.space-y-1', seen: '2026-08' },
      { css: 'details', seen: '2026-08' },
      // Forks show reasoning without folding it away.
      { css: '.thinking-chain-container, .thinking-block', seen: '2026-07' },
      // The language above a code block.
      { css: '.absolute.text-text-300', seen: '2026-07' },
    ],
    complete: { css: '.copy-response-button', seen: '2026-07' },
  },
};

export const openwebui = siteFrom({
  id: 'openwebui',
  name: 'Open WebUI',
  matches: [],
  chats: [/^\/$/, /^\/c\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  temporary: {
    query: /[?&]temporary-chat=true(?:&|$)/,
    // A setting makes every chat temporary without a word in the address, and an administrator can insist on it;
    // then there is no button either. Such chats never get an id.
    signs: [{ css: '#save-temporary-chat-button', seen: '2026-08' }],
    legible: [{ css: '#temporary-chat-button', seen: '2026-08' }],
  },
  layouts: [messages],
  composer: [
    { css: '#chat-input[contenteditable="true"]', seen: '2026-08' },
    { css: 'textarea#chat-input', seen: '2026-08' },
  ],
  composerBox: [{ css: 'form', seen: '2026-07' }],
  send: [{ css: 'button#send-message-button', seen: '2026-08' }],
  // The button that stops an answer has no name; `complete` tells.
  stop: [],
  keyMayBreakLine: true,
  sendsWithModifier: true,
});
