import { defineConfig } from '@playwright/test';
import usual from './playwright.config';

/** What takes minutes: `npm run test:long`. */
export default defineConfig({
  ...usual,
  testDir: 'test/long',
  testIgnore: [],
  workers: 1,
  timeout: 20 * 60_000,
});
