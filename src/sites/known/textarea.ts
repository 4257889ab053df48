import { siteFrom } from '@/sites/dom';
import type { AttributeMap, TurnMap } from '@/sites/map';

const seen = '2026-08';

/** Marks by which pages of self-hosted models say who speaks; a page without them shows no turns. */
function roleMarks(...speakers: string[]): string {
  const attributes = ['data-message-author-role', 'data-role', 'data-author', 'data-sender'];
  const values = speakers.flatMap((speaker) => [speaker, speaker.charAt(0).toUpperCase() + speaker.slice(1)]);
  return attributes.flatMap((name) => values.map((value) => `[${name}="${value}"]`)).join(', ');
}

/** An index or a name that a framework numbers anew on each visit would tie two different turns together. */
const lasting = /^(?=.*\d)(?!radix-|headlessui-|ember|mui-|react-)[A-Za-z0-9][A-Za-z0-9_.-]{7,}$/;
const ids: readonly AttributeMap[] = [
  { css: '[data-message-id]', seen, where: 'itself', attribute: 'data-message-id', value: /\S+/ },
  { css: '[data-message-id]', seen, where: 'inside', attribute: 'data-message-id', value: /\S+/ },
  { css: '[data-id]', seen, where: 'itself', attribute: 'data-id', value: lasting },
  { css: '[id]', seen, where: 'itself', attribute: 'id', value: lasting },
];

const turn = (...speakers: string[]): TurnMap => ({
  turn: { css: roleMarks(...speakers), seen },
  ids,
  skip: [
    { css: '[role="toolbar"]', seen },
    { css: 'time', seen },
    { css: 'details', seen },
  ],
  streaming: { css: '[aria-busy="true"]', seen },
});

const textareas = 'textarea:not([readonly], [role="searchbox"], [type="search"], [name*="search"])';

/** Any chat on this machine whose prompt is a plain text area and whose turns say whose they are. */
export const textarea = siteFrom({
  id: 'textarea',
  name: 'Local chat',
  matches: ['http://localhost/*', 'http://127.0.0.1/*'],
  chats: [
    /\/(?:c|chat)\/(?!new(?:\/|$))(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)\/?$/,
    /^(?!.*\/(?:settings|admin|login|share)(?:\/|$))/,
  ],
  idBesidePath: /(?:[?&]chat=|^[^#]*#!?\/(?:c|chat)\/)(?!new(?:[/&]|$))(?<id>[A-Za-z0-9][A-Za-z0-9_-]*)/,
  temporary: { query: /[?&]temporary-chat=true(?:&|$)/ },
  layouts: [{ user: turn('user', 'human'), assistant: turn('assistant', 'bot', 'ai') }],
  composer: [
    { css: 'textarea#prompt-textarea', seen },
    { css: 'textarea#chat-input', seen },
    { css: 'textarea[name="prompt"], textarea[name="message"]', seen },
    { css: 'textarea[enterkeyhint="send"]', seen },
  ],
  loneComposer: { css: `${textareas}:not([role="search"] *, dialog *)`, seen },
  composerBox: [{ css: 'form', seen }],
  send: [
    { css: 'button[data-testid*="send"]', seen },
    { css: 'button[id*="send"]', seen },
    { css: 'button[aria-label^="Send"], button[aria-label^="send"]', seen },
  ],
  stop: [
    { css: 'button[data-testid*="stop"]', seen },
    { css: 'button[id*="stop"]', seen },
    { css: 'button[aria-label^="Stop"], button[aria-label^="stop"]', seen },
  ],
  busy: [{ css: '[aria-busy="true"]', seen }],
  keyMayBreakLine: true,
});
