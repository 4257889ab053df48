import { readLines } from '@/sites/lines';
import type { TextWriter } from '@/sites/text-writer';

export interface CodeBlock {
  code: string;
  /** Lower case; empty where the page does not tell. */
  language: string;
}

/** What a code block's frame may say besides its code: a language and the words on its buttons. */
const longestFrame = 80;

/** The code block whose outermost element this is; undefined for anything else. */
export function readCodeBlock(element: Element): CodeBlock | undefined {
  if (!isFrame(element)) return undefined;
  const code =
    element.querySelector('code') ??
    [...element.querySelectorAll('pre')].at(-1) ??
    element.querySelector(codeViewers) ??
    element;
  const text = readCode(code).replace(/\n+$/, '');
  return { code: text, language: namedLanguage(code, element) || labelledLanguage(code, element) };
}

/** Monaco and CodeMirror: only the lines in view are on the page. */
export const codeViewers = '.monaco-editor, .cm-editor';

/** Viewers lay lines out as elements; everywhere else the line breaks are in the text, which is quicker to take. */
function readCode(code: Element): string {
  const shown = [...code.querySelectorAll<HTMLElement>('.view-line, .cm-line')];
  if (shown.length > 0) return readShownLines(shown);
  return code.querySelector('br, div, p, li, button') ? readLines(code) : (code.textContent ?? '');
}

/** Monaco puts a line where it scrolls into view, and its place into the style. */
function readShownLines(shown: readonly HTMLElement[]): string {
  const placed = shown.map((line) => ({ line, top: Number.parseFloat(line.style.top) || 0 }));
  const sorted = placed.sort((one, other) => one.top - other.top);
  return sorted.map(({ line }) => (line.textContent ?? '').replaceAll('\u00a0', ' ')).join('\n');
}

/** With a fence that is longer than any in the code itself. */
export function writeFenced(writer: TextWriter, { code, language }: CodeBlock): void {
  let fence = '```';
  for (const [run] of code.matchAll(/`{3,}/g)) if (run.length >= fence.length) fence = `${run}\``;
  writer.block(2);
  writer.exact(`${fence}${language}\n${code}\n${fence}`);
  writer.block(2);
}

function isFrame(element: Element): boolean {
  if (element.matches(`pre, code-block, ${codeViewers}`)) return true;
  if (element.getAttribute('role') !== 'group') return false;
  // A group with a name may be anything. It frames code if it holds one block of it and hardly another word.
  const [code, ...others] = element.querySelectorAll('pre');
  if (!code || others.length > 0) return false;
  return (element.textContent ?? '').trim().length - (code.textContent ?? '').trim().length <= longestFrame;
}

function namedLanguage(code: Element, frame: Element): string {
  const around = code.matches(codeViewers) ? code.closest('[class*="language-"]') : null;
  const names = [code, code.parentElement, frame, around].map(
    (element) => element?.getAttribute('class') ?? '',
  );
  return (/(?:^|\s)lang(?:uage)?-([\w+#.-]+)/.exec(names.join(' '))?.[1] ?? '').toLowerCase();
}

/** The first words in the frame, if they come before the code and look like the name of a language. */
function labelledLanguage(code: Element, frame: Element): string {
  for (const child of textsBefore(code, frame)) {
    const label = child.trim();
    if (label !== '') return /^[\w+#.-]{1,20}$/.test(label) ? label.toLowerCase() : '';
  }
  return '';
}

function* textsBefore(code: Element, frame: Element): Generator<string> {
  const texts = frame.ownerDocument.createTreeWalker(frame, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = texts.nextNode(); node && !code.contains(node); node = texts.nextNode()) {
    if (!node.parentElement?.closest('button')) yield node.textContent ?? '';
  }
}
