import { siteFrom } from '@/sites/dom';

/** Memories can be offered here; nothing is captured, as no row of the conversation says who speaks in it. */
export const xGrok = siteFrom({
  id: 'x-grok',
  name: 'Grok on X',
  matches: ['https://x.com/*'],
  experimental: true,
  chats: [/^\/i\/grok\/?$/],
  idBesidePath: /[?&]conversation=(?<id>\d{15,20})(?:[&#]|$)/,
  // Nobody knows how its page tells of private chats.
  temporary: {},
  layouts: [],
  composer: [{ css: 'textarea[placeholder="Ask Grok (AI agent)"]', seen: '2026-08' }],
  composerBox: [],
  send: [{ css: 'button[aria-label="Grok something"]', seen: '2026-08' }],
  stop: [],
  keyMayBreakLine: true,
});
