// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readComposer } from '@/sites/composer-text';

function editor(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(`<div contenteditable="true">${html}</div>`, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  return document.body.firstElementChild as HTMLElement;
}

const read = (html: string) => readComposer(editor(html));

test('an empty editor reads as nothing', () => {
  expect(read('<p data-placeholder="Ask"><br class="ProseMirror-trailingBreak"></p>')).toBe('');
  expect(read('<p><br></p>')).toBe('');
  expect(read('')).toBe('');
});

test('each paragraph is a line, an empty one too', () => {
  expect(read('<p>one</p><p><br></p><p>two  three&nbsp;x</p>')).toBe('one\n\ntwo  three x');
});

test('a line break inside a paragraph counts, the one the editor adds at its end does not', () => {
  expect(read('<p>a<br>b</p>')).toBe('a\nb');
  expect(read('<p>a<br><br class="ProseMirror-trailingBreak"></p><p>c</p>')).toBe('a\n\nc');
});

test('lists, quotes and code are lines as well', () => {
  expect(
    read(
      '<p>a</p><ul><li><p>b</p></li><li><p>c</p></li></ul><blockquote><p>d</p></blockquote><pre>e\nf</pre>',
    ),
  ).toBe('a\nb\nc\nd\ne\nf');
});

test('a pill is read by its words, without the marks that editors put around it', () => {
  expect(read('<p>ask \ufeff<span contenteditable="false">@notes</span>\u200b now</p>')).toBe(
    'ask @notes now',
  );
});

test('a text area is read by its value', () => {
  document.body.replaceChildren(document.createElement('textarea'));
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  field.value = 'a\r\nb';
  expect(readComposer(field)).toBe('a\nb');
});
