import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';
import type { Selectors } from '@/sites/selectors';

/** The names of icons are text. */
const icons: Selectors = [{ css: '.material-symbols-outlined', seen: '2026-02' }];

/** Far turns are placeholders without words. Whether the ids of turns outlast a visit is not known. */
const chatTurns: TurnLayout = {
  user: {
    turn: { css: 'ms-chat-turn [data-turn-role="User"]', seen: '2026-07' },
    text: [{ css: 'ms-text-chunk ms-cmark-node', seen: '2026-07' }],
    skip: icons,
  },
  assistant: {
    turn: { css: 'ms-chat-turn [data-turn-role="Model"]', seen: '2026-07' },
    text: [{ css: 'ms-text-chunk ms-cmark-node', seen: '2026-07' }],
    skip: [
      { css: 'ms-thought-chunk', seen: '2026-07' },
      { css: 'ms-thought-accordion', seen: '2026-07' },
      ...icons,
    ],
  },
};

export const aistudio = siteFrom({
  id: 'aistudio',
  name: 'Google AI Studio',
  matches: ['https://aistudio.google.com/*'],
  chats: [/^(?:\/u\/\d+)?\/prompts\/new_chat\/?$/, /^(?:\/u\/\d+)?\/prompts\/(?<id>[A-Za-z0-9_-]{25,})\/?$/],
  temporary: {
    signs: [{ css: 'ms-incognito-mode-indicator', seen: '2026-09' }],
    // The sign stands in the toolbar. Without access to a drive the address has no id either.
    legible: [{ css: 'ms-toolbar', seen: '2026-02' }],
  },
  layouts: [chatTurns],
  composer: [{ css: 'ms-prompt-box textarea[formcontrolname="promptText"]', seen: '2026-08' }],
  composerBox: [{ css: 'ms-prompt-box', seen: '2026-02' }],
  send: [{ css: 'ms-run-button button[type="submit"]', seen: '2026-02' }],
  // The same button stops.
  stop: [{ css: 'ms-run-button button:has(.stoppable-spinner)', seen: '2026-02' }],
  // An open dialog hides the page from screen readers, and with it the button.
  busy: [{ css: 'ms-run-button .stoppable-spinner', seen: '2026-02' }],
  // By default Enter makes a line; a setting swaps the two keys.
  needsModifier: true,
  sendsWithModifier: true,
  keyMayBreakLine: true,
});
