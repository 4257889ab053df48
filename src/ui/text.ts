import { browser } from 'wxt/browser';
import type messages from '../../public/_locales/en/messages.json';

export type TextKey = keyof typeof messages;

declare module 'wxt/browser' {
  interface WxtI18n {
    getMessage(key: TextKey, fillings?: string[]): string;
  }
}

/** A text of the interface in the browser's language; `$1`, `$2` in it are filled in order. */
export function text(key: TextKey, ...fillings: string[]): string {
  return browser.i18n.getMessage(key, fillings);
}

/** The language of the texts, as `Intl` takes it; a page that the browser gave no texts must still come up. */
export function language(): string {
  return text('dateLocale') || 'en';
}

/** One text for exactly one thing, another with the number in place of `$1` for all other counts. */
export function countText(one: TextKey, many: TextKey, count: number): string {
  return count === 1 ? text(one) : text(many, new Intl.NumberFormat(language()).format(count));
}
