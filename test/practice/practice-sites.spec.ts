import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import {
  PRACTICE_SITE_IDS,
  type PracticeSiteId,
  practiceOrigins,
  preparePracticeSites,
} from './practice-sites';

/** How a person finds their way on each site, written against the documented marks. */
interface Way {
  home: string;
  editor: string;
  send: string;
  stop: string;
  user: string;
  answer: string;
  /** Where an id of a turn stands, as selector and attribute; absent where the site shows none. */
  userId?: [string, string];
  answerId?: [string, string];
  edit: string;
  regenerate: string;
  address: RegExp;
  finished: string;
}

const WAYS: Record<PracticeSiteId, Way> = {
  chatgpt: {
    home: '/',
    editor: 'form[data-type="unified-composer"] div#prompt-textarea.ProseMirror[role="textbox"]',
    send: 'button#composer-submit-button[data-testid="send-button"]',
    stop: '[data-testid="stop-button"]',
    user: 'section[data-turn="user"] .user-message-bubble-color .whitespace-pre-wrap',
    answer: 'section[data-turn="assistant"] .markdown.prose',
    userId: ['[data-message-author-role="user"]', 'data-message-id'],
    answerId: ['[data-message-author-role="assistant"]', 'data-message-id'],
    edit: 'button[aria-label="Edit message"]',
    regenerate: 'button[aria-label="Regenerate response"]',
    address: /\/c\/[0-9a-f-]{36}$/,
    finished: 'section[data-turn="assistant"] [data-testid="copy-turn-action-button"]',
  },
  claude: {
    home: '/new',
    editor: '[data-cds="ChatComposer"] div[data-testid="chat-input"].tiptap.ProseMirror',
    send: 'button[data-testid="chat-input-send"][aria-label="Send message"]',
    stop: '[data-testid="chat-input-stop"]',
    user: '[data-testid="transcript-row"][data-perf-row="human"] [data-testid="user-message"]',
    answer: '[data-testid="assistant-message"] [data-cds="Prose"]',
    userId: ['[data-perf-row="human"]', 'data-index'],
    answerId: ['[data-testid="assistant-message"]', 'data-turn-key'],
    edit: 'button[aria-label="Edit"]',
    regenerate: '[data-testid="action-bar-retry"]',
    address: /\/chat\/[0-9a-f-]{36}$/,
    finished: '[data-testid="assistant-message"][data-is-streaming="false"]',
  },
  gemini: {
    home: '/app',
    editor: 'rich-textarea > .ql-editor[contenteditable="true"][role="textbox"]',
    send: '.send-button-container gem-icon-button.send-button[aria-disabled="false"] > button[aria-label="Send message"]',
    stop: 'button[aria-label="Stop response"]',
    user: '.conversation-container user-query .query-text',
    answer: '.conversation-container model-response message-content .markdown.markdown-main-panel',
    userId: ['.conversation-container', 'id'],
    answerId: ['message-content', 'id'],
    edit: '[data-test-id="prompt-edit-button"] button',
    regenerate: '[data-test-id="regenerate-button"] button',
    address: /\/app\/[0-9a-f]{16}$/,
    finished: '.markdown[aria-busy="false"]',
  },
  perplexity: {
    home: '/',
    editor:
      '[data-ask-input-container] div#ask-input[contenteditable="true"][data-lexical-editor="true"][role="textbox"]',
    send: 'button[aria-label="Submit"]:not(:disabled)',
    stop: 'button[aria-label^="Stop response"]',
    user: '[data-workflow-entry] [class~="group/user-bubble"] .bg-subtle.rounded-2xl',
    answer: '.prose[data-renderer="lm"]',
    edit: 'button[aria-label="Edit query"]',
    regenerate: '[data-workflow-text-footer] button[aria-label="Rewrite"]',
    address: /\/search\/[a-z0-9-]+-[\w-]{22}$/,
    finished: '[data-workflow-final-text]',
  },
  grok: {
    home: '/',
    editor: 'form .query-bar [data-testid="chat-input"] div.tiptap.ProseMirror[role="textbox"]',
    send: 'button[data-testid="chat-submit"][type="submit"]',
    stop: 'form button[aria-label="Stop model response"]',
    user: '[data-testid="user-message"] .response-content-markdown',
    answer: '[data-testid="assistant-message"] > .response-content-markdown',
    userId: ['[id^="response-"]:has([data-testid="user-message"])', 'id'],
    answerId: ['[id^="response-"]:has([data-testid="assistant-message"])', 'id'],
    edit: '.action-buttons button[aria-label="Edit"]',
    regenerate: 'button[aria-label="Regenerate"]',
    address: /\/c\/[0-9a-f-]{36}$/,
    finished: '.action-buttons.last-response',
  },
  deepseek: {
    home: '/',
    editor: '.aaff8b8f textarea[name="search"][placeholder="Message DeepSeek"]',
    send: 'div.ds-button--circle[role="button"][aria-disabled="false"]',
    stop: '.ds-button--circle:has(path[d^="M2 4.88"])',
    user: '.ds-virtual-list-visible-items .ds-message > .fbb737a4',
    answer: '.ds-virtual-list-visible-items .ds-message > .ds-assistant-message-main-content',
    edit: '[role="button"][aria-label="Edit"]',
    regenerate: '[role="button"][aria-label="Regenerate"]',
    address: /\/a\/chat\/s\/[0-9a-f-]{36}$/,
    finished: '._4f9bf79 > ._0a3d93b',
  },
  huggingface: {
    home: '/chat/',
    editor: 'form textarea[placeholder="Ask anything"][inputmode="text"]',
    send: 'form button[type="submit"][name="submit"]:not(:disabled)',
    stop: 'form button.self-end[type="button"]',
    user: '[data-message-id][data-message-type="user"] p.disabled',
    answer: '[data-message-role="assistant"] .prose:not(.prose-sm)',
    userId: ['[data-message-type="user"]', 'data-message-id'],
    answerId: ['[data-message-role="assistant"]', 'data-message-id'],
    edit: 'button[title="Edit"]',
    regenerate: 'button[title="Retry"]',
    address: /\/chat\/conversation\/[0-9a-f]{24}$/,
    finished: '[data-message-role="assistant"] button[title="Retry"]',
  },
  textarea: {
    home: '/',
    editor: 'form textarea[name="message"]',
    send: 'form button[type="submit"]:not(:disabled)',
    stop: 'button[aria-label="Stop"]',
    user: '[role="log"] [data-role="user"] .p-bubble',
    answer: '[role="log"] [data-role="assistant"] .p-prose',
    userId: ['[data-role="user"]', 'data-message-id'],
    answerId: ['[data-role="assistant"]', 'data-message-id'],
    edit: 'button[aria-label="Edit message"]',
    regenerate: 'button[aria-label="Regenerate"]',
    address: /\/chat\/\d+$/,
    finished: '[data-role="assistant"][aria-busy="false"]',
  },
};

const THOROUGH: readonly PracticeSiteId[] = ['chatgpt', 'claude', 'gemini', 'textarea'];

async function practise(context: BrowserContext): Promise<void> {
  const sites = await preparePracticeSites();
  await context.route('**/*', async (route) => {
    const answer = sites.answer(route.request().url(), route.request().method());
    return answer ? route.fulfill(answer) : route.abort();
  });
}

const received = (page: Page) => page.evaluate(() => window.practice.received);

const idOf = (page: Page, mark: [string, string] | undefined) =>
  mark ? page.locator(mark[0]).last().getAttribute(mark[1]) : null;

test.beforeEach(({ context }) => practise(context));

for (const site of PRACTICE_SITE_IDS) {
  const way = WAYS[site];
  const isTextField = way.editor.includes('textarea[');

  async function visit(page: Page, path = way.home): Promise<void> {
    await page.goto(practiceOrigins[site] + path);
    await expect(page.locator(way.editor)).toHaveCount(1);
    await page.locator(way.editor).click();
  }

  async function ask(page: Page, text: string): Promise<void> {
    const before = await page.locator(way.answer).count();
    await page.locator(way.editor).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(page.locator(way.answer)).toHaveCount(before + 1);
    await expect(page.locator(way.stop)).toHaveCount(0, { timeout: 15_000 });
  }

  test.describe(site, () => {
    test('a prompt sent with Enter gets a streamed answer and an address, and both outlive a reload', async ({
      page,
    }) => {
      await visit(page);
      await page.keyboard.type('Please plan my week');
      await page.keyboard.press('Enter');
      await expect(page.locator(way.user)).toContainText('Please plan my week');
      await expect(page.locator(way.stop)).toBeVisible();
      await expect(page.locator(way.answer)).toContainText('Shall I move anything?');
      await expect(page.locator(way.finished)).toHaveCount(1);
      await expect(page).toHaveURL(way.address);
      expect(await received(page)).toEqual(['Please plan my week']);
      const ids = [await idOf(page, way.userId), await idOf(page, way.answerId)];
      await page.reload();
      await expect(page.locator(way.answer)).toContainText('Shall I move anything?');
      expect([await idOf(page, way.userId), await idOf(page, way.answerId)]).toEqual(ids);
    });

    test('the send button sends exactly what was typed, line breaks included', async ({ page }) => {
      await visit(page);
      for (const line of ['first line', '', '  third line']) {
        if (line !== 'first line') await page.keyboard.press('Shift+Enter');
        await page.keyboard.type(line);
      }
      await page.locator(way.send).click();
      await expect(page.locator(way.answer)).toHaveCount(1);
      expect(await received(page)).toEqual(['first line\n\n  third line']);
      await expect(page.locator(way.editor)).toHaveText('');
    });

    test('a pasted text keeps its lines', async ({ page }) => {
      await visit(page);
      const wasHandled = await page.locator(way.editor).evaluate((editor) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'one\n\ntwo\nthree');
        return !editor.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
      // Into a text field the browser pastes by itself, which it does for no made-up paste.
      expect(wasHandled).toBe(!isTextField);
      if (isTextField) return;
      await page.locator(way.send).click();
      expect(await received(page)).toEqual(['one\n\ntwo\nthree']);
    });

    test('Enter that belongs to an input method does not send', async ({ page }) => {
      await visit(page);
      await page.keyboard.type('half a word');
      await page
        .locator(way.editor)
        .dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
      await page.locator(way.editor).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
      await page.keyboard.press('Enter');
      await expect(page.locator(way.user)).toHaveCount(1);
      expect(await received(page)).toEqual(['half a word']);
    });

    test('a saved edit replaces its turn and is answered anew', async ({ page }) => {
      await visit(page);
      await ask(page, 'hello there');
      await ask(page, 'second prompt');
      const before = await idOf(page, way.answerId);
      await page.locator(way.edit).first().click({ force: true });
      const box = page.locator('textarea.p-edit-text');
      await box.fill('hello again');
      await page.locator('.p-edit .p-main').click();
      await expect(page.locator(way.user)).toHaveCount(1);
      await expect(page.locator(way.user)).toContainText('hello again');
      await expect(page.locator(way.finished)).toHaveCount(1);
      if (way.answerId) expect(await idOf(page, way.answerId)).not.toBe(before);
      expect(await received(page)).toEqual(['hello there', 'second prompt', 'hello again']);
    });

    test('a regenerated answer is another one, with an id of its own', async ({ page }) => {
      await visit(page);
      await ask(page, 'hello there');
      const before = await idOf(page, way.answerId);
      await page.locator(way.answer).evaluate((node) => node.setAttribute('data-old', ''));
      await page.locator(way.regenerate).click();
      await expect(page.locator('[data-old]')).toHaveCount(0);
      if (way.answerId) await expect.poll(() => idOf(page, way.answerId)).not.toBe(before);
      await expect(page.locator(way.finished)).toHaveCount(1);
    });

    // What follows is the work of parts that all sites share.
    if (site === 'deepseek' || site === 'huggingface') return;

    test('a stopped answer stays as far as it got', async ({ page }) => {
      await visit(page, `${way.home}?practice-answer-size=5000&practice-speed=100`);
      await page.keyboard.type('go on and on');
      await page.keyboard.press('Enter');
      await expect(page.locator(way.answer)).toContainText('Paragraph 1 of');
      await page.locator(way.stop).click();
      await expect(page.locator(way.finished)).toHaveCount(1);
      await expect(page.locator(way.stop)).toHaveCount(0);
      const text = await page.locator(way.answer).textContent();
      expect(text?.length).toBeLessThan(4000);
      await page.reload();
      await expect(page.locator(way.answer)).toHaveText(text ?? '');
    });

    test('with its marks missing the page still works by hand', async ({ page }) => {
      await page.goto(`${practiceOrigins[site]}${way.home}?practice-missing=composer,thread`);
      const editor = page.locator('.p-editor');
      await editor.click();
      await page.keyboard.type('hello there');
      await expect(page.locator('.p-send')).toBeEnabled();
      if (site !== 'textarea') await expect(page.locator(way.send)).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(page.locator('.p-prose')).toContainText('Noted.');
      await expect(page.locator(way.editor)).toHaveCount(0);
      await expect(page.locator(way.answer)).toHaveCount(0);
      await expect(page.locator(way.user)).toHaveCount(0);
    });

    // What all sites share is tried on the first four.
    if (!THOROUGH.includes(site)) return;

    test('text put in with execCommand can be sent', async ({ page }) => {
      await visit(page);
      await page.evaluate(() => document.execCommand('insertText', false, 'put in by a program'));
      await page.locator(way.send).click();
      await expect(page.locator(way.user)).toContainText('put in by a program');
      expect(await received(page)).toEqual(['put in by a program']);
    });

    test('chats are switched in the sidebar, and back and forward work', async ({ page }) => {
      await visit(page);
      await ask(page, 'hello there');
      await expect(page).toHaveURL(way.address);
      const first = page.url();
      await page.locator('.p-new').click();
      await expect(page.locator(way.user)).toHaveCount(0);
      await page.locator('.p-link').nth(1).click();
      await expect(page.locator(way.user)).toContainText('allergic to peanuts');
      await page.goBack();
      await expect(page.locator(way.user)).toHaveCount(0);
      await page.goBack();
      await expect(page).toHaveURL(first);
      await expect(page.locator(way.user)).toContainText('hello there');
      await page.goForward();
      await expect(page.locator(way.user)).toHaveCount(0);
    });

    test('a pasted image becomes a chip and can be sent alone', async ({ page }) => {
      await visit(page);
      await page.locator(way.editor).evaluate((editor) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(
          new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
        );
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await expect(page.getByRole('button', { name: 'Remove a.svg' })).toBeVisible();
      await page.locator(way.send).click();
      await expect(page.locator('.p-turn img')).toHaveCount(1);
      expect(await received(page)).toEqual(['']);
    });

    test('the switches change size and speed, and leave the address as it was', async ({ page }) => {
      await visit(page, `${way.home}?practice-answer-size=300000&practice-speed=0`);
      await expect(page).toHaveURL(practiceOrigins[site] + way.home);
      await ask(page, 'a long one');
      await expect
        .poll(async () => (await page.locator(way.answer).textContent())?.length)
        .toBeGreaterThan(290_000);
    });

    test('an answer ends at once when a test asks for it', async ({ page }) => {
      await visit(page, `${way.home}?practice-speed=60000`);
      await page.keyboard.type('write code');
      await page.keyboard.press('Enter');
      await expect(page.locator(way.stop)).toBeVisible();
      await page.evaluate(() => window.practice.finishStreaming());
      await expect(page.locator(way.answer)).toContainText('of an empty list');
      await expect(page.locator(way.stop)).toHaveCount(0);
    });

    test('a page that redraws all the time shows the same thread', async ({ page }) => {
      await visit(page, `${way.home}?practice-redraw=20`);
      await ask(page, 'Please plan my week');
      await page.locator(way.user).evaluate((node) => node.setAttribute('data-seen', ''));
      await expect(page.locator('[data-seen]')).toHaveCount(0);
      await expect(page.locator(way.answer)).toContainText('Shall I move anything?');
    });
  });
}

test.describe('temporary chats', () => {
  const seen = async (page: Page, site: PracticeSiteId, text: string) => {
    await page.locator(WAYS[site].editor).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(page.locator(WAYS[site].finished)).toHaveCount(1);
  };

  test('ChatGPT keeps the query in the address and nothing else', async ({ page }) => {
    await page.goto(`${practiceOrigins.chatgpt}/`);
    await page.getByRole('button', { name: 'Turn on temporary chat' }).click();
    await seen(page, 'chatgpt', 'secret');
    await expect(page).toHaveURL(`${practiceOrigins.chatgpt}/?temporary-chat=true`);
    await page.reload();
    await expect(page.locator('.p-link')).toHaveCount(3);
    await expect(page.locator(WAYS.chatgpt.user)).toHaveCount(0);
  });

  test('Claude keeps the query, names the chat incognito and notes its id for the tab', async ({ page }) => {
    await page.goto(`${practiceOrigins.claude}/new`);
    await page.getByRole('button', { name: 'Use incognito' }).click();
    await expect(page.locator('.z-header .text-sm.select-none')).toHaveText('Incognito chat');
    await seen(page, 'claude', 'secret');
    await expect(page).toHaveURL(`${practiceOrigins.claude}/new?incognito`);
    const id = await page.evaluate(() => sessionStorage.getItem('incognito_temporary_conversation_uuid'));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    await page.reload();
    await expect(page).toHaveURL(`${practiceOrigins.claude}/new?incognito`);
    await expect(page.locator('.p-link')).toHaveCount(3);
  });

  test('Gemini marks the window and the button, and keeps the address', async ({ page }) => {
    await page.goto(`${practiceOrigins.gemini}/app`);
    await page.locator('[data-test-id="temp-chat-button"]').click();
    await expect(page.locator('chat-window.is-temporary-chat')).toBeVisible();
    await expect(page.locator('temp-chat-button .temp-chat-on')).toBeVisible();
    await seen(page, 'gemini', 'secret');
    await expect(page).toHaveURL(`${practiceOrigins.gemini}/app`);
    await expect(page.locator('.p-link')).toHaveCount(3);
  });

  test('Grok keeps the fragment, and its link leads out again', async ({ page }) => {
    await page.goto(`${practiceOrigins.grok}/`);
    await page.getByRole('link', { name: 'Switch to Private Chat' }).click();
    await seen(page, 'grok', 'secret');
    await expect(page).toHaveURL(`${practiceOrigins.grok}/c#private`);
    await page.getByRole('link', { name: 'Switch to Default Chat' }).click();
    await expect(page).toHaveURL(`${practiceOrigins.grok}/`);
    await expect(page.locator('.p-link')).toHaveCount(3);
  });
});

test.describe('documented quirks', () => {
  test('ChatGPT sends the old text when it is clicked in the same task as the edit', async ({ page }) => {
    await page.goto(`${practiceOrigins.chatgpt}/`);
    await page.locator(WAYS.chatgpt.editor).click();
    await page.keyboard.type('old');
    await page.locator(WAYS.chatgpt.send).waitFor();
    await page.evaluate((send) => {
      document.execCommand('insertText', false, ' and new');
      document.querySelector<HTMLElement>(send)?.click();
    }, WAYS.chatgpt.send);
    await expect(page.locator(WAYS.chatgpt.user)).toHaveText('old');
    expect(await received(page)).toEqual(['old']);
  });

  test('ChatGPT shows a temporary address first, and makes its composer anew when it comes alive', async ({
    page,
  }) => {
    await page.goto(`${practiceOrigins.chatgpt}/`, { waitUntil: 'commit' });
    await page.locator(WAYS.chatgpt.editor).evaluate((node) => node.setAttribute('data-first', ''));
    await expect(page.locator('[data-first]')).toHaveCount(0);
    await page.evaluate(() => {
      const push = history.pushState.bind(history);
      history.pushState = (state, unused, url) => {
        document.documentElement.dataset.pushed = `${url}`;
        push(state, unused, url);
      };
    });
    await page.locator(WAYS.chatgpt.editor).click();
    await page.keyboard.type('hello');
    await page.locator(WAYS.chatgpt.send).click();
    await expect(page.locator('html')).toHaveAttribute('data-pushed', /^\/c\/WEB:[0-9a-f-]{36}$/);
    await expect(page).toHaveURL(WAYS.chatgpt.address);
  });

  test('in the slash menu of ChatGPT Enter picks and Escape closes', async ({ page }) => {
    await page.goto(`${practiceOrigins.chatgpt}/`);
    const menu = page.getByRole('listbox');
    await page.locator(WAYS.chatgpt.editor).click();
    await page.keyboard.type('/se');
    await expect(menu.getByRole('option')).toHaveText(['Search the web']);
    await page.keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(page.locator(WAYS.chatgpt.editor)).toHaveText('Search the web: ');
    expect(await received(page)).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('/s');
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await page.keyboard.press('Enter');
    await expect.poll(() => received(page)).toEqual(['/s']);
  });

  for (const [site, limit] of [
    ['chatgpt', 10_000],
    ['claude', 3001],
  ] as const) {
    test(`a paste of ${limit} characters becomes a file on ${site}`, async ({ page }) => {
      const paste = (length: number) =>
        page.locator(WAYS[site].editor).evaluate((editor, size) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', 'x'.repeat(size));
          editor.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          );
        }, length);
      await page.goto(practiceOrigins[site] + WAYS[site].home);
      await page.locator(WAYS[site].editor).click();
      await paste(limit - 1);
      await expect(page.locator('button[aria-label^="Remove Pasted text"]')).toHaveCount(0);
      await paste(limit);
      await expect(page.locator('button[aria-label^="Remove Pasted text"]')).toHaveCount(1);
      await page.locator(WAYS[site].send).click();
      expect(await page.evaluate(() => window.practice.attachments[0]?.map(({ kind }) => kind))).toEqual([
        'text',
      ]);
    });
  }

  test('DeepSeek takes rows far from the window off the page, and brings the same ones back', async ({
    page,
  }) => {
    const { editor, answer, finished } = WAYS.deepseek;
    await page.goto(`${practiceOrigins.deepseek}/?practice-answer-size=3000&practice-speed=0`);
    for (const number of [1, 2, 3]) {
      await page.locator(editor).click();
      await page.keyboard.type(`prompt ${number}`);
      await page.keyboard.press('Enter');
      await expect(page.locator(`[data-virtual-list-item-key="${2 * number}"] > ._0a3d93b`)).toBeVisible();
    }
    await expect(page.locator('[data-virtual-list-item-key="1"]')).toHaveCount(0);
    await page.locator(answer).last().hover();
    await page.mouse.wheel(0, -100_000);
    await expect(page.locator('[data-virtual-list-item-key="1"]')).toContainText('prompt 1');
    await expect(page.locator('[data-virtual-list-item-key="6"]')).toHaveCount(0);
    await page.mouse.wheel(0, 100_000);
    await expect(page.locator(finished).last()).toBeVisible();
    await expect(page.locator('[data-virtual-list-item-key="6"]')).toContainText('Paragraph 8');
  });

  test('Perplexity stands at a passing address first, and calls an answer one only at its end', async ({
    page,
  }) => {
    await page.goto(`${practiceOrigins.perplexity}/?practice-speed=60000`);
    await page.locator(WAYS.perplexity.editor).click();
    await page.keyboard.type('hello there');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${practiceOrigins.perplexity}/search/new`);
    await expect(page).toHaveURL(/\/search\/hello-there-[\w-]{22}$/);
    await expect(page.locator(WAYS.perplexity.answer)).toHaveText('Noted. What would');
    await expect(page.locator(WAYS.perplexity.finished)).toHaveCount(0);
    await page.evaluate(() => window.practice.finishStreaming());
    await expect(page.locator(WAYS.perplexity.finished)).toHaveCount(1);
  });

  test('Gemini refuses HTML strings', async ({ page }) => {
    await page.goto(`${practiceOrigins.gemini}/app`);
    const error = await page.evaluate(() => {
      try {
        document.body.insertAdjacentHTML('beforeend', '<b>no</b>');
        return 'accepted';
      } catch (thrown) {
        return `${thrown}`;
      }
    });
    expect(error).toContain('TrustedHTML');
  });

  test('the plain field ignores a value assigned to it by the page', async ({ page }) => {
    await page.goto(`${practiceOrigins.textarea}/`);
    const field = page.locator(WAYS.textarea.editor);
    await field.evaluate((node: HTMLTextAreaElement) => {
      node.value = 'assigned';
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await expect(page.locator(WAYS.textarea.send)).toHaveCount(0);
    await field.evaluate((node: HTMLTextAreaElement) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
        node,
        'set natively',
      );
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.locator(WAYS.textarea.send).click();
    expect(await received(page)).toEqual(['set natively']);
  });

  for (const colorScheme of ['dark', 'light'] as const) {
    test(`each site marks the ${colorScheme} theme in its own way`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${practiceOrigins.chatgpt}/`);
      await expect(page.locator(`html.${colorScheme}`)).toHaveCount(1);
      await page.goto(`${practiceOrigins.claude}/new`);
      await expect(page.locator(`html[data-mode="${colorScheme}"]`)).toHaveCount(1);
      await page.goto(`${practiceOrigins.gemini}/app`);
      await expect(page.locator(`body.${colorScheme}-theme`)).toHaveCount(1);
      await page.goto(`${practiceOrigins.perplexity}/`);
      await expect(page.locator(`html[data-color-scheme="${colorScheme}"]`)).toHaveCount(1);
      await page.goto(`${practiceOrigins.grok}/`);
      await expect(page.locator(`html.${colorScheme}`)).toHaveCount(1);
    });
  }
});
