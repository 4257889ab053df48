import { defineConfig } from '@playwright/test';
import { findInstalled } from './scripts/find-browser';

export default defineConfig({
  testDir: 'test',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './test/support/global-setup.ts',
  // A browser takes a core and more: one at a time keeps a small machine from timing out.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // For tests of the practice sites themselves; those with the extension launch their own browser.
  use: {
    headless: false,
    launchOptions: {
      executablePath: findInstalled('chromium') ?? '',
      args: ['--headless=new', '--no-sandbox'],
    },
  },
  reporter: process.env.CI ? 'list' : [['list']],
});
