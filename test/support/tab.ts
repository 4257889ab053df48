import type { Page } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';

/** What a story does in a tab, the same for every browser driver. */
export interface Tab {
  goto(url: string): Promise<void>;
  evaluate<Argument, Result>(
    inPage: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>>;
  click(selector: string): Promise<void>;
  /** Key by key, as a person types. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export function playwrightTab(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: (inPage, argument) => page.evaluate(inPage as never, argument) as never,
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text, { delay: typingMs }),
    press: (key) => page.keyboard.press(key),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

export function puppeteerTab(page: FirefoxPage): Tab {
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    evaluate: (inPage, argument) => page.evaluate(inPage as never, argument as never) as never,
    click: async (selector) => {
      await page.waitForSelector(selector);
      await page.click(selector);
    },
    type: (text) => page.keyboard.type(text, { delay: typingMs }),
    press: (key) => page.keyboard.press(key as never),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}

/** A fast typist; what matters is that recall runs while keys still come. */
const typingMs = 15;

/**
 * Looks at the page until the condition holds. Polls on a timer: a condition polled on animation frames stalls in a
 * tab that is not shown.
 */
export async function until<Argument>(
  tab: Tab,
  what: string,
  isSo: (argument: Argument) => boolean | Promise<boolean>,
  argument: Argument,
  patienceMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await tab.evaluate(isSo, argument))) {
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
