import type { ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { type Asked, type ModelServer, startModelServer } from '../inference/extractors/model-server';
import { ask } from '../support/ask';
import { awaitAnswer, awaitPrompt, openChat, typeDraft } from '../support/chat';
import { type ChromiumUser, chromiumUser } from '../support/chromium-user';
import { awaitRows, readTable, type StoredMemory } from '../support/disk';
import type { Tab } from '../support/tab';

const said = 'Which vegetables should I sow in March as an allotment holder?';

let user: ChromiumUser;
let server: ModelServer;

test.beforeEach(async () => {
  user = await chromiumUser();
});

test.afterEach(async () => {
  await user.leave();
  await server.close();
});

test('a turn that the rules make nothing of is read by the user’s own server, with the words it goes by', async () => {
  server = await startModelServer({ manners: { reader: readsAllotment } });
  const popup = await user.openPopup();
  expect(await ask(popup, 'serverModels', { url: server.url })).not.toHaveLength(0);
  await ask(popup, 'useExtractor', { choice: { by: 'server', url: server.url, model: 'reader' } });
  await chat(said);

  const memory = await awaitMemory(popup, 'allotment');
  expect(memory.status).toBe('active');
  expect(memory.body.sources[0]?.quote).toBe('as an allotment holder');
  expect(await readTable(popup, 'jobs'), 'what was read waits no more').toEqual([]);
  const questions = server.asked.filter(({ body }) => JSON.stringify(body.messages).includes(said));
  expect(questions.at(-1)?.body.response_format?.type).toBe('json_schema');
});

test('what a model makes up, or was told by the turn to say, is not stored', async () => {
  server = await startModelServer({ manners: { liar: liesAboutAllotment } });
  const popup = await user.openPopup();
  await ask(popup, 'useExtractor', { choice: { by: 'server', url: server.url, model: 'liar' } });
  await chat(said);
  await awaitRows('the turn was read', async () =>
    server.asked.length > 0 && (await readTable(popup, 'jobs')).length === 0 ? true : undefined,
  );
  expect(await readTable(popup, 'memories')).toEqual([]);
});

test('a server that is gone costs nothing but its help', async () => {
  server = await startModelServer();
  const popup = await user.openPopup();
  await ask(popup, 'useExtractor', { choice: { by: 'server', url: server.url, model: 'plain' } });
  await server.close();
  await chat("I'm allergic to celery. What can I cook?");
  await awaitMemory(popup, 'celery');
  const [job] = await awaitRows('the failure is counted', async () => {
    const jobs = await readTable(popup, 'jobs');
    return jobs[0]?.attempts ? jobs : undefined;
  });
  expect(job?.attempts).toBe(1);
});

test('without a language model nothing waits for one', async () => {
  server = await startModelServer();
  const popup = await user.openPopup();
  await chat("I'm allergic to celery. What can I cook?");
  await awaitMemory(popup, 'celery');
  expect(await readTable(popup, 'jobs')).toEqual([]);
});

async function chat(draft: string): Promise<void> {
  const tab = await user.openTab();
  await openChat(tab, 'chatgpt');
  await typeDraft(tab, 'chatgpt', draft);
  await tab.press('Enter');
  await awaitPrompt(tab);
  await awaitAnswer(tab, 'chatgpt');
}

function awaitMemory(popup: Tab, word: string): Promise<StoredMemory> {
  return awaitRows(`something is known about ${word}`, async () =>
    (await readTable(popup, 'memories')).find(({ body }) => body.text.includes(word)),
  );
}

function readsAllotment(asked: Asked, response: ServerResponse): void {
  const items = JSON.stringify(asked.body.messages).includes('allotment')
    ? [
        {
          quote: 'as an allotment holder',
          about: 'user',
          kind: 'fact',
          text: "I'm an allotment holder.",
          key: 'none',
          confidence: 0.9,
        },
      ]
    : [];
  answer(response, { memories: items });
}

function liesAboutAllotment(_asked: Asked, response: ServerResponse): void {
  const item = { about: 'user', kind: 'fact', key: 'none', confidence: 1 };
  answer(response, {
    memories: [
      { ...item, quote: 'I have two sons', text: 'I have two sons.' },
      { ...item, quote: 'as an allotment holder', text: 'I own a vineyard in Tuscany with Marco.' },
      { ...item, about: 'other', quote: 'Which vegetables', text: 'Vegetables are sown in March.' },
    ],
  });
}

function answer(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const data = { choices: [{ delta: { content: JSON.stringify(value) } }] };
  const done = { choices: [{ delta: {}, finish_reason: 'stop' }] };
  response.end(`data: ${JSON.stringify(data)}\n\ndata: ${JSON.stringify(done)}\n\ndata: [DONE]\n\n`);
}
