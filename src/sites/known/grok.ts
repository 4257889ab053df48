import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';
import type { Selectors } from '@/sites/selectors';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const responseId: AttributeMap = {
  css: '[id^="response-"]',
  seen: '2026-08',
  where: 'around',
  attribute: 'id',
  value: new RegExp(`^response-(${uuid})$`, 'i'),
};

const reasoning: Selectors = [{ css: '.thinking-container', seen: '2026-09' }];

/** The list is virtualised, and says no places. */
const named: TurnLayout = {
  user: {
    turn: { css: '[data-testid="user-message"]', seen: '2026-08' },
    ids: [responseId],
    text: [{ css: '.response-content-markdown', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '[data-testid="assistant-message"]', seen: '2026-08' },
    ids: [responseId],
    text: [{ css: '.response-content-markdown', seen: '2026-08' }],
    skip: reasoning,
  },
};

/** Told apart by the side that they stand on. */
const sided: TurnLayout = {
  user: {
    turn: { css: '[id^="response-"].items-end', seen: '2026-05' },
    ids: [responseId],
    text: [{ css: '.message-bubble .response-content-markdown', seen: '2026-05' }],
  },
  assistant: {
    turn: { css: '[id^="response-"].items-start', seen: '2026-05' },
    ids: [responseId],
    text: [{ css: '.message-bubble .response-content-markdown', seen: '2026-05' }],
    skip: reasoning,
  },
};

export const grok = siteFrom({
  id: 'grok',
  name: 'Grok',
  matches: ['https://grok.com/*'],
  chats: [/^\/(?:c\/?)?$/, new RegExp(`^/(?:c|chat|conversation)/(?<id>${uuid})/?$`, 'i')],
  temporary: {
    fragment: /^#private$/,
    signs: [{ css: '[aria-label="Switch to Default Chat"]', seen: '2026-07' }],
    // Nobody knows whether the address still tells after the first message of a private chat.
    legible: [{ css: '[aria-label="Switch to Private Chat"]', seen: '2026-07' }],
  },
  layouts: [named, sided],
  composer: [
    { css: '[data-testid="chat-input"] .ProseMirror[contenteditable="true"]', seen: '2026-08' },
    { css: 'div.tiptap.ProseMirror[contenteditable="true"][role="textbox"]', seen: '2026-07' },
    { css: '.query-bar .ProseMirror[contenteditable="true"]', seen: '2026-04' },
  ],
  composerBox: [
    { css: '.query-bar', seen: '2026-04' },
    { css: 'form', seen: '2026-02' },
  ],
  send: [
    { css: 'button[data-testid="chat-submit"]', seen: '2026-09' },
    { css: 'button[type="submit"][aria-label="Submit"]', seen: '2026-08' },
  ],
  stop: [{ css: 'form button[aria-label^="Stop"]:not([aria-label*="dictation"])', seen: '2026-09' }],
  model: [{ css: '#model-select-trigger', seen: '2026-06' }],
});
