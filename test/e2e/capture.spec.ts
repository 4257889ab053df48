import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, chatPages, openChat, typeDraft } from '../support/chat';
import { awaitTurns, readTable, turnsOf } from '../support/disk';
import { expect, test } from '../support/fixture';
import { until } from '../support/tab';

const sites = ['chatgpt', 'claude', 'gemini', 'grok', 'textarea'] as const;

for (const site of sites) {
  test(`${site}: a streamed exchange is captured whole, once, and not again after a reload`, async ({
    user,
  }) => {
    const { page, tab } = await user.openPage();
    const popup = await user.openPopup();
    await openChat(tab, site);
    await typeDraft(tab, site, 'Write a short plan for my garden\nwith two beds');
    await tab.press('Enter');
    await awaitPrompt(tab);
    await awaitAnswer(tab, site);

    const [question, answer] = await awaitTurns(popup, site, 2);
    expect(question).toMatchObject({
      role: 'user',
      body: { text: 'Write a short plan for my garden\nwith two beds', origin: 'typed' },
    });
    const shown = await page.evaluate(() => document.body.textContent ?? '');
    for (const line of (answer?.body.text ?? '').split('\n')) {
      expect(shown).toContain(line.replace(/^[-\d.` ]+|`/g, '').trim());
    }

    await page.reload();
    await until(
      tab,
      'the thread is back',
      (marks) => document.querySelector(marks) !== null,
      chatPages[site].answered,
    );
    await typeDraft(tab, site, 'And a third bed?');
    await tab.press('Enter');
    const turns = await awaitTurns(popup, site, 4);
    expect(turns.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    const conversations = await readTable(popup, 'conversations');
    expect(conversations).toHaveLength(1);
    expect(conversations[0]?.siteConversationId).not.toBe('');
  });
}

test('an answer is captured when it is complete, not while it pauses or streams', async ({ user }) => {
  const { tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'chatgpt', `${chatPages.chatgpt.newChat}?practice-speed=120`);
  await typeDraft(tab, 'chatgpt', 'Can you help me plan my week?');
  await tab.press('Enter');
  await awaitTurns(popup, 'chatgpt', 1);
  await until(
    tab,
    'the answer has begun',
    () => (document.querySelector('.markdown')?.textContent ?? '').length > 20,
    undefined,
  );
  expect(await turnsOf(popup, 'chatgpt')).toHaveLength(1);

  await tab.evaluate(() => window.practice.finishStreaming(), undefined);
  const turns = await awaitTurns(popup, 'chatgpt', 2);
  const shown = await tab.evaluate(() => document.querySelector('.markdown')?.textContent ?? '', undefined);
  const lastWord = shown.trim().split(/\s+/).at(-1) as string;
  expect(turns[1]?.body.text).toContain(lastWord);
});

const temporary = {
  chatgpt: `${chatPages.chatgpt.newChat}?temporary-chat=true`,
  claude: `${chatPages.claude.newChat}?incognito`,
  grok: `${chatPages.grok.newChat}c#private`,
};

for (const site of ['chatgpt', 'claude', 'grok'] as const) {
  test(`${site}: a temporary chat is neither captured nor given memories`, async ({ user }) => {
    const popup = await user.openPopup();
    await ask(popup, 'add', { text: "I'm allergic to shellfish." });
    const { tab } = await user.openPage();
    await openChat(tab, site, temporary[site]);
    await typeDraft(tab, site, 'Suggest a restaurant for Friday dinner');
    await tab.press('Enter');
    expect(await awaitPrompt(tab)).toBe('Suggest a restaurant for Friday dinner');
    await awaitAnswer(tab, site);

    // A chat after it on the same tab is captured: so the temporary one had its chance and was left alone.
    await openChat(tab, site);
    await typeDraft(tab, site, 'What is the capital of Peru?');
    await tab.press('Enter');
    const turns = await awaitTurns(popup, site, 2);
    expect(turns.map(({ body }) => body.text)).not.toContain('Suggest a restaurant for Friday dinner');
  });
}

test('gemini: a chat switched to temporary is not captured', async ({ user }) => {
  const popup = await user.openPopup();
  const { page, tab } = await user.openPage();
  await openChat(tab, 'gemini');
  await page.click('[data-test-id="temp-chat-button"]');
  await typeDraft(tab, 'gemini', 'A secret question about my week');
  await tab.press('Enter');
  await awaitAnswer(tab, 'gemini');
  await openChat(tab, 'gemini');
  await typeDraft(tab, 'gemini', 'What is the capital of Peru?');
  await tab.press('Enter');
  const turns = await awaitTurns(popup, 'gemini', 2);
  expect(turns.map(({ body }) => body.text).join()).not.toContain('secret question');
});

test('two chats one after the other in one tab stay apart', async ({ user }) => {
  const { page, tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'claude');
  await typeDraft(tab, 'claude', 'First chat: what is a fugue?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'claude');
  await awaitTurns(popup, 'claude', 2);
  await page.getByText('New chat').first().click();
  await until(tab, 'a new chat is open', () => location.pathname === '/new', undefined);
  await typeDraft(tab, 'claude', 'Second chat: what is a sonata?');
  await tab.press('Enter');
  const turns = await awaitTurns(popup, 'claude', 4);
  expect(new Set(turns.map(({ conversationId }) => conversationId)).size).toBe(2);
  await page.goBack();
  await page.goBack();
  await until(tab, 'the first chat is back', threadHolds, 'First chat');
  await page.goForward();
  await page.goForward();
  await until(tab, 'the second chat is back', threadHolds, 'Second chat');
  await typeDraft(tab, 'claude', 'And a rondo?');
  await tab.press('Enter');
  const all = await awaitTurns(popup, 'claude', 6);
  expect(all).toHaveLength(6);
  expect(await readTable(popup, 'conversations')).toHaveLength(2);
});

test('an edited and a regenerated turn are kept beside what they replace', async ({ user }) => {
  const { page, tab } = await user.openPage();
  const popup = await user.openPopup();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', 'What is a fugue?');
  await tab.press('Enter');
  await awaitAnswer(tab, 'chatgpt');
  await awaitTurns(popup, 'chatgpt', 2);
  await page
    .getByRole('button', { name: /regenerate|try again/i })
    .first()
    .click();
  const regenerated = await awaitTurns(popup, 'chatgpt', 3);
  expect(regenerated.filter((turn) => 'replacedBy' in turn && turn.replacedBy)).toHaveLength(1);
});

function threadHolds(words: string): boolean {
  return document.querySelector('[data-testid="transcript-list"]')?.textContent?.includes(words) ?? false;
}
