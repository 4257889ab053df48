import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnLayout } from '@/sites/map';

/** While an answer is awaited its id is that of the question with `_` behind it. */
const id: AttributeMap = {
  css: '.message-render[id]',
  seen: '2026-08',
  where: 'around',
  attribute: 'id',
  value: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

const rows: TurnLayout = {
  user: {
    turn: { css: '.message-render .user-turn', seen: '2026-08' },
    ids: [id],
    text: [{ css: '[data-testid="message-body"] .markdown', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '.message-render .agent-turn', seen: '2026-08' },
    ids: [id],
    // Reasoning and tools stand in the body too, outside the markdown.
    text: [{ css: '[data-testid="message-body"] .markdown', seen: '2026-08' }],
    streaming: { css: '.submitting', seen: '2026-08' },
  },
};

export const librechat = siteFrom({
  id: 'librechat',
  name: 'LibreChat',
  matches: [],
  chats: [/^\/c\/new\/?$/, /^\/c\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i],
  temporary: {
    // The composer's violet border.
    signs: [{ css: 'form [class~="border-violet-800/60"]', seen: '2026-08' }],
    legible: [{ css: 'textarea#prompt-textarea[data-testid="text-input"]', seen: '2026-08' }],
  },
  layouts: [rows],
  composer: [{ css: 'textarea#prompt-textarea[data-testid="text-input"]', seen: '2026-08' }],
  composerBox: [{ css: 'form', seen: '2026-08' }],
  send: [{ css: 'button#send-button[data-testid="send-button"]', seen: '2026-08' }],
  // Translated; elsewhere the mark on the turn tells.
  stop: [{ css: 'form button[aria-label="Stop generating"]', seen: '2026-08' }],
  keyMayBreakLine: true,
});
