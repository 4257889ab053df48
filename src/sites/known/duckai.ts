import { siteFrom } from '@/sites/dom';

/** Nothing that lasts marks its turns, so none are read; memories can be added to a prompt. */
export const duckai = siteFrom({
  id: 'duckai',
  name: 'Duck.ai',
  matches: ['https://duck.ai/*', 'https://duckduckgo.com/?*ia=chat*'],
  experimental: true,
  chats: [/^\/(?:chat\/?)?$/],
  // No account keeps any chat here; whether there are temporary ones too is not known.
  temporary: {},
  layouts: [],
  // Seen in 2026, the month is not known. The edit box of an old prompt stands in no form.
  composer: [{ css: 'form textarea[name="user-prompt"]', seen: '2026-01' }],
  composerBox: [{ css: 'form', seen: '2026-08' }],
  send: [{ css: 'form button[type="submit"]', seen: '2026-08' }],
  stop: [],
});
