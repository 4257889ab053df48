import { defineConfig } from '@playwright/test';
import { findInstalled } from './scripts/find-browser';

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  testIgnore: 'long/**',
  outputDir: 'test-results',
  globalSetup: './test/support/global-setup.ts',
  // A browser takes a core: more at a time would keep each other waiting on a small machine.
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  // A browser that a busy machine starves for a moment gets a second chance; the report says that it needed one.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 15_000 },
  // For tests of the practice sites themselves; those with the extension launch their own browser.
  use: {
    headless: false,
    launchOptions: {
      executablePath: findInstalled('chromium') ?? '',
      args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  reporter: 'list',
});
