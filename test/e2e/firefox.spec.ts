import { test } from '@playwright/test';
import { firefoxUser } from '../support/firefox-user';
import { playStory } from '../support/story';

test('the same story in Firefox', async () => {
  const user = await firefoxUser();
  try {
    await playStory(user, { happened: () => undefined, shows: async () => undefined });
  } finally {
    await user.leave();
  }
});
