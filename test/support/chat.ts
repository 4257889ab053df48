import { type PracticeSiteId, practiceOrigins } from '../practice/practice-sites';
import { type Tab, until } from './tab';

interface ChatPage {
  newChat: string;
  composer: string;
  sendButton: string;
  /** There while an answer is being written. */
  answering: string;
  /** There once for every finished answer. */
  answered: string;
}

/** Where a person finds things on each practice site, written independently of the extension's own site files. */
export const chatPages: Record<PracticeSiteId, ChatPage> = {
  chatgpt: {
    newChat: `${practiceOrigins.chatgpt}/`,
    composer: '#prompt-textarea',
    sendButton: '[data-testid="send-button"]',
    answering: '[data-testid="stop-button"]',
    answered: '[data-testid="copy-turn-action-button"]',
  },
  claude: {
    newChat: `${practiceOrigins.claude}/new`,
    composer: '[data-testid="chat-input"]',
    sendButton: '[data-testid="chat-input-send"]',
    answering: '[data-testid="chat-input-stop"]',
    answered: '[data-testid="assistant-message"][data-is-streaming="false"]',
  },
  gemini: {
    newChat: `${practiceOrigins.gemini}/app`,
    composer: 'rich-textarea .ql-editor',
    sendButton: '.send-button-container button',
    answering: '.markdown[aria-busy="true"]',
    answered: '.markdown[aria-busy="false"]',
  },
  perplexity: {
    newChat: `${practiceOrigins.perplexity}/`,
    composer: '#ask-input',
    sendButton: 'button[aria-label="Submit"]',
    answering: 'button[aria-label^="Stop response"]',
    answered: '[data-workflow-final-text]',
  },
  grok: {
    newChat: `${practiceOrigins.grok}/`,
    composer: '[data-testid="chat-input"] .tiptap',
    sendButton: '[data-testid="chat-submit"]',
    answering: 'button[aria-label="Stop model response"]',
    answered: '.action-buttons.last-response',
  },
  deepseek: {
    newChat: `${practiceOrigins.deepseek}/`,
    composer: 'textarea[name="search"]',
    sendButton: '.ds-button--circle',
    answering: '.ds-theme:last-child',
    answered: '.ds-assistant-message-main-content',
  },
  huggingface: {
    newChat: `${practiceOrigins.huggingface}/chat/`,
    composer: 'textarea[placeholder="Ask anything"]',
    sendButton: 'form button[name="submit"]',
    answering: 'form .self-end[type="button"]',
    answered: '[data-message-role="assistant"] button[title="Retry"]',
  },
  textarea: {
    newChat: `${practiceOrigins.textarea}/`,
    composer: 'form textarea',
    sendButton: 'form button[type="submit"]',
    answering: '[aria-busy="true"]',
    answered: '[data-role="assistant"]',
  },
};

export async function openChat(
  tab: Tab,
  site: PracticeSiteId,
  address = chatPages[site].newChat,
): Promise<void> {
  await tab.goto(address);
  await until(tab, `the composer of ${site} is ready`, isEditable, chatPages[site].composer);
}

export async function typeDraft(tab: Tab, site: PracticeSiteId, draft: string): Promise<void> {
  await tab.click(chatPages[site].composer);
  const lines = draft.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await tab.press('Shift+Enter');
    await tab.type(line);
  }
}

/** Every prompt the site's pretended server got since the page was loaded, exactly as sent. */
export function receivedPrompts(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => window.practice.received, undefined);
}

export async function awaitPrompt(tab: Tab, count = 1): Promise<string> {
  await until(tab, `the site got prompt ${count}`, (n) => window.practice.received.length >= n, count);
  return (await receivedPrompts(tab))[count - 1] ?? '';
}

export async function awaitAnswer(tab: Tab, site: PracticeSiteId, count = 1): Promise<void> {
  const { answering, answered } = chatPages[site];
  const isOver = ([busy, done, n]: [string, string, number]) =>
    !document.querySelector(busy) && document.querySelectorAll(done).length >= n;
  await until(tab, `answer ${count} is complete`, isOver, [answering, answered, count], 30_000);
}

function isEditable(selector: string): boolean {
  const composer = document.querySelector<HTMLElement>(selector);
  return composer !== null && (composer.isContentEditable || composer instanceof HTMLTextAreaElement);
}
