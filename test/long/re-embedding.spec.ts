import { expect, test } from '@playwright/test';
import { ask } from '../support/ask';
import { chromiumUser } from '../support/chromium-user';
import { awaitRows, countVectors, readTable } from '../support/disk';
import { writeMemories } from '../support/many-memories';
import { startMirror } from '../support/mirror';
import { awaitServing, fetchModel, potion, tinyEmbedder } from '../support/models';

const count = 10_000;
const model = potion ?? tinyEmbedder;

test(`a change of the embedding model over ${count} memories is killed three times and finishes`, async () => {
  const mirror = await startMirror();
  const user = await chromiumUser();
  try {
    let popup = await user.openPopup();
    await fetchModel(popup, mirror, model);
    await writeMemories(popup, count);
    await user.restart();
    popup = await user.openPopup();
    await ask(popup, 'useEmbedding', { model: model.id });

    for (const share of [0.1, 0.3, 0.6]) {
      const enough = Math.floor(count * share);
      const tab = popup;
      const before = await awaitRows(`${enough} memories are embedded`, () => reached(enough), 300_000);
      await user.crash();
      popup = await user.openPopup();
      const after = await countVectors(popup, model.id);
      expect(after, 'what was embedded is not lost').toBeGreaterThanOrEqual(before - 64);

      async function reached(least: number): Promise<number | undefined> {
        const done = await countVectors(tab, model.id);
        return done >= least ? done : undefined;
      }
    }
    await awaitServing(popup, model.id, 300_000);
    expect(await countVectors(popup, model.id)).toBe(count);
    const [settings] = await readTable(popup, 'settings');
    expect(settings?.value.embedding).toEqual({ serving: model.id, wanted: model.id });
    expect(await ask(popup, 'search', { text: 'wild orchids' })).not.toHaveLength(0);
  } finally {
    await user.leave();
    await mirror.close();
  }
});
