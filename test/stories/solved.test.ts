import { expect, test } from 'vitest';
import type { Embedder } from '@/memory/ports';
import { builtinFromDisk } from '../support/builtin-from-disk';
import { captured, draftIn, freshName, openEngine, turn } from '../support/open-engine';

const question = 'How do I undo the last commit in git without losing my changes?';
const answer =
  'Sure! Use **git reset --soft HEAD~1**. It takes the commit back and keeps the changes staged.';
const draft = 'git: undo last commit but keep the changes';
const answered = (text: string, more = {}) => turn(text, { role: 'assistant', origin: 'unknown', ...more });

test('a question that was answered on one site is known on another, across a restart', async () => {
  const name = freshName();
  const before = await openEngine(name);
  const at = Date.UTC(2026, 10, 22, 10);
  await before.engine.capture(captured([question, answered(answer)]));
  before.close();

  const { engine, faults } = await openEngine(name, { at: at + 86_400_000 });
  await engine.start();
  const solved = {
    question,
    gist: 'Use git reset --soft HEAD~1. It takes the commit back and keeps the changes staged.',
    at,
    site: 'chatgpt',
    url: 'https://chatgpt.example/c/chat-1',
  };
  expect(await engine.solved(draftIn(draft))).toEqual(solved);
  expect((await engine.recall(draftIn(draft))).solved).toEqual(solved);
  expect(
    (await engine.recall(draftIn('git: undo the last merge but keep the changes'))).solved,
  ).toBeUndefined();
  expect(faults).toEqual([]);
});

test('it is known as soon as it was answered, and not in the conversation that it was asked in', async () => {
  const { engine } = await openEngine();
  await engine.capture(captured([question]));
  expect(await engine.solved(draftIn(draft))).toBeUndefined();
  await engine.capture(captured([answered(answer)]));
  expect(await engine.solved(draftIn(draft))).toMatchObject({ question });
  const here = draftIn(draft, { site: 'chatgpt', chat: 'chat-1' });
  expect(await engine.solved(here)).toBeUndefined();
});

test('of several answers the newest is shown', async () => {
  const { engine, wait } = await openEngine();
  await engine.capture(captured([question, answered('Use git reset HEAD~1, then stash.')]));
  wait(60_000);
  await engine.capture(captured([question, answered('Use git reset --soft HEAD~1.')], { chat: 'later' }));
  expect((await engine.solved(draftIn(draft)))?.gist).toBe('Use git reset --soft HEAD~1.');
});

test('what was edited or answered anew counts as it stands now', async () => {
  const { engine } = await openEngine();
  const [asked, first] = [turn(question, { position: 0 }), answered('Use git revert HEAD.', { position: 1 })];
  await engine.capture(captured([asked, first]));
  await engine.capture(captured([asked, answered('Use git reset --soft HEAD~1.', { position: 1 })]));
  expect((await engine.solved(draftIn(draft)))?.gist).toBe('Use git reset --soft HEAD~1.');

  await engine.capture(captured([turn('How do I rename a branch in git?', { position: 0 })]));
  expect(await engine.solved(draftIn(draft))).toBeUndefined();
});

test('an exchange that forgotten words were taken out of is not shown', async () => {
  const { engine, store, wait } = await openEngine();
  const asked = "I'm allergic to shellfish. What can I cook with rice and saffron for Sunday dinner?";
  const again = 'What can I cook for Sunday dinner with rice and saffron?';
  await engine.capture(captured([asked, answered('A vegetable paella works well.')]));
  await engine.learn();
  expect(await engine.solved(draftIn(again))).toMatchObject({ gist: 'A vegetable paella works well.' });

  const learned = await store.memoriesByStatus('active');
  await engine.forget(learned.map(({ id }) => id));
  wait(10 * 60_000);
  await engine.tidy();
  expect(await engine.solved(draftIn(again))).toBeUndefined();
});

test('it stays within its space', async () => {
  const { engine, database } = await openEngine();
  await engine.capture(captured([question, answered(answer)]));
  await database.conversations.toCollection().modify({ space: 'work' });
  await engine.capture(captured([answered('And that is all.')]));
  expect(await engine.solved(draftIn(draft))).toBeUndefined();

  await engine.capture(
    captured(['Which licence fits a small library?'], { site: 'claude', chat: 'work-chat' }),
  );
  await database.conversations.toCollection().modify({ space: 'work' });
  expect(await engine.solved(draftIn(draft, { chat: 'work-chat' }))).toMatchObject({ question });
});

test('nothing is shown where nothing is to be added, and no link that is not of the web', async () => {
  const { engine } = await openEngine();
  await engine.capture({ ...captured([question, answered(answer)]), url: 'javascript:alert(1)' });
  expect(await engine.solved(draftIn(draft))).toBeUndefined();
  await engine.capture(captured([question, answered(answer)], { chat: 'web' }));
  await engine.solved(draftIn(draft));
  expect((await engine.recall(draftIn(draft))).solved).toBeDefined();
  await engine.changeSettings({ injection: 'off' });
  expect((await engine.recall(draftIn(draft))).solved).toBeUndefined();
});

test('a search that takes its time takes nothing from a recall', async () => {
  const builtin = builtinFromDisk();
  let isSlow = false;
  const embedder: Embedder = {
    ...builtin,
    embed: (texts, options) =>
      isSlow && options?.as === 'memory' ? new Promise(() => undefined) : builtin.embed(texts, options),
  };
  const { engine } = await openEngine(freshName(), { ports: { embedder } });
  await engine.capture(captured([question, answered(answer)]));
  expect(await engine.solved(draftIn(draft))).toBeDefined();
  isSlow = true;
  const recall = await engine.recall(draftIn(draft));
  expect(recall.injection).toBe('automatic');
  expect(recall.solved).toBeUndefined();
});
