import { siteFrom } from '@/sites/dom';
import type { TurnLayout } from '@/sites/map';
import type { Selectors } from '@/sites/selectors';

const citations: Selectors = [{ css: '.citation, .citation-nbsp', seen: '2026-02' }];

/**
 * Questions and answers in one flat list. The number of an entry counts exchanges, so it is no place in the thread;
 * message ids show nowhere.
 */
const workflow: TurnLayout = {
  user: {
    turn: { css: '[data-workflow-entry] [class~="group/user-bubble"]', seen: '2026-09' },
    // The time of day stands in the bubble too.
    text: [{ css: '.bg-subtle.rounded-2xl', seen: '2026-09' }],
  },
  assistant: {
    turn: { css: '[data-workflow-final-text]', seen: '2026-09' },
    text: [{ css: '.prose[data-renderer="lm"]', seen: '2026-09' }],
    skip: citations,
  },
};

const markdownContent: TurnLayout = {
  user: {
    turn: { css: '[class~="group/query"]', seen: '2026-08' },
    text: [{ css: 'span.select-text', seen: '2026-08' }],
  },
  assistant: {
    turn: { css: '[id^="markdown-content-"]', seen: '2026-05' },
    text: [{ css: '.prose', seen: '2026-05' }],
    skip: citations,
  },
};

export const perplexity = siteFrom({
  id: 'perplexity',
  name: 'Perplexity',
  matches: ['https://www.perplexity.ai/*'],
  chats: [
    /^\/$/,
    /^\/search\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i,
    // Words of the question, and then what makes the name unique.
    /^\/search\/(?<id>[^/]+-[\w.-]{22})\/?$/,
  ],
  // There is an incognito mode, which neither the address nor the page tells of.
  // Its page does not tell an incognito thread from another.
  experimental: true,
  temporary: {},
  layouts: [workflow, markdownContent],
  composer: [{ css: 'div#ask-input[contenteditable="true"][data-lexical-editor="true"]', seen: '2026-08' }],
  composerBox: [{ css: '[data-ask-input-container]', seen: '2026-09' }],
  send: [{ css: 'button[aria-label="Submit"]', seen: '2026-08' }],
  stop: [
    { css: 'button[aria-label^="Stop response"]', seen: '2026-09' },
    // Outside the composer this is the button of an answer that is being read aloud.
    { css: '[data-ask-input-container] button[aria-label="Stop"]', seen: '2026-08' },
  ],
});
