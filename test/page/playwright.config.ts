import { defineConfig } from '@playwright/test';

/** The page half alone, against a pretend engine: `npx playwright test -c test/page`. */
export default defineConfig({
  testDir: 'browser',
  outputDir: '../../test-results/page',
  workers: 1,
  timeout: 40_000,
  expect: { timeout: 8_000 },
  reporter: 'list',
});
