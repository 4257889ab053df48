import { readLines } from '@/sites/lines';

/** The draft as the user sees it: one line a paragraph, pills by their words. */
export function readComposer(composer: HTMLElement): string {
  return isTextarea(composer) ? composer.value.replace(/\r\n?/g, '\n') : readLines(composer);
}

export function isTextarea(composer: Element): composer is HTMLTextAreaElement {
  return composer.localName === 'textarea';
}
