import { expect, test } from '@playwright/test';
import { ask } from '../support/ask';
import { awaitMemories, countVectors } from '../support/disk';
import { firefoxUser } from '../support/firefox-user';
import { startMirror } from '../support/mirror';
import { awaitServing, fetchModel, potion, tinyEmbedder } from '../support/models';
import { playRound } from '../support/round';
import { playStory } from '../support/story';

test('the same story in Firefox', async () => {
  const user = await firefoxUser();
  try {
    await playStory(user, { happened: () => undefined, shows: async () => undefined });
  } finally {
    await user.leave();
  }
});

test('the round of the other sites in Firefox', async () => {
  const user = await firefoxUser();
  try {
    await playRound(user);
  } finally {
    await user.leave();
  }
});

test('in Firefox too a model is fetched, tried, and takes over the memories', async () => {
  const model = potion ?? tinyEmbedder;
  const mirror = await startMirror();
  const user = await firefoxUser();
  try {
    const popup = await user.openPopup();
    for (const number of [1, 2, 3]) await ask(popup, 'add', { text: `I enjoy puzzle number ${number}.` });
    await awaitMemories(popup, 3);
    await fetchModel(popup, mirror, model);
    await ask(popup, 'useEmbedding', { model: model.id });
    await awaitServing(popup, model.id);
    expect(await countVectors(popup, model.id)).toBe(3);
    const trial = await ask(popup, 'tryEmbedding', { one: 'My dog is ill.', other: 'My dog is ill.' });
    expect(trial).toMatchObject({ model: model.id, similarity: expect.closeTo(1, 3) });
  } finally {
    await user.leave();
    await mirror.close();
  }
});
