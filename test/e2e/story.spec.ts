import { test } from '@playwright/test';
import { chromiumUser } from '../support/chromium-user';
import { playRound } from '../support/round';
import { playStory } from '../support/story';

test('captured on one site, remembered across a restart, injected on others', async () => {
  const user = await chromiumUser();
  try {
    await playStory(user, { happened: () => undefined, shows: async () => undefined });
  } finally {
    await user.leave();
  }
});

test('told on one of the other sites, remembered on each of them', async () => {
  const user = await chromiumUser();
  try {
    await playRound(user);
  } finally {
    await user.leave();
  }
});
