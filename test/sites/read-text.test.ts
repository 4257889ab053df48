// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readText } from '@/sites/read-text';

function turn(html: string): HTMLElement {
  const page = new DOMParser().parseFromString(`<div id="turn">${html}</div>`, 'text/html');
  document.body.replaceChildren(...page.body.childNodes);
  return document.body.firstElementChild as HTMLElement;
}

const read = (html: string, skip?: string) => readText(turn(html), skip);

describe('readText', () => {
  test('puts a blank line between paragraphs and none between rows of a layout', () => {
    expect(read('<h2>Title</h2><p>one</p><p>two<br>three</p><div><div>four</div></div><div>five</div>')).toBe(
      'Title\n\none\n\ntwo\nthree\n\nfour\nfive',
    );
  });

  test('leaves at most one blank line, however many empty blocks the page has', () => {
    expect(read('<p>one</p><p></p><div><p><br></p><br><br></div><p>two</p>')).toBe('one\n\ntwo');
  });

  test('takes runs of white space for one space, no-break spaces too', () => {
    expect(read('<p>  a\n   b&nbsp;&nbsp;c <b>d</b>e <i> f</i>.</p>')).toBe('a b c de f.');
  });

  test('keeps every line and space of a prompt that the page shows as it was typed', () => {
    expect(read('<p class="whitespace-pre-wrap">one\n\n\n  two   three&nbsp;x\n- four</p>')).toBe(
      'one\n\n\n  two   three x\n- four',
    );
    expect(read('<p style="white-space: pre-wrap">a\n  b</p>')).toBe('a\n  b');
  });

  test('keeps them too where only a style sheet says so', () => {
    const html =
      '<style>.bubble { white-space: pre-wrap }</style><div class="bubble"><div>a\n  b</div></div>';
    expect(read(html)).toBe('a\n  b');
  });

  test('goes back to flowing text inside a prompt where the page does', () => {
    expect(read('<div class="whitespace-pre-wrap">a\nb<p class="whitespace-normal">c\n d</p></div>')).toBe(
      'a\nb\n\nc d',
    );
  });

  test('marks list items, numbers from where the list starts, and indents lists within lists', () => {
    expect(
      read(
        '<p>Do:</p><ol start="3"><li><p>this</p><ul><li>a</li><li>b<p>more</p></li></ul></li><li>that</li></ol><p>End</p>',
      ),
    ).toBe('Do:\n\n3. this\n  - a\n  - b\nmore\n4. that\n\nEnd');
  });

  test('keeps an empty list item from swallowing the next one', () => {
    expect(read('<ul><li></li><li>b</li></ul>')).toBe('- \n- b');
  });

  test('fences code with its language and drops the header and the buttons around it', () => {
    expect(
      read(
        '<p>See</p><pre><div>Python<button>Copy</button></div><code>a = 1\n\n\nb = <span>2</span>\n</code></pre><p>ok</p>',
      ),
    ).toBe('See\n\n```python\na = 1\n\n\nb = 2\n```\n\nok');
    expect(read('<pre><code class="hljs language-ts">x</code></pre>')).toBe('```ts\nx\n```');
    expect(read('<pre>plain   text\nhere</pre>')).toBe('```\nplain   text\nhere\n```');
  });

  test('reads code that a viewer lays out line by line', () => {
    expect(read('<pre><code><span>a</span><br><span>  b</span><br><br><span>c</span></code></pre>')).toBe(
      '```\na\n  b\n\nc\n```',
    );
    expect(read('<pre><code><div>a</div><div><br></div><div>b</div></code></pre>')).toBe('```\na\n\nb\n```');
  });

  test('reads the lines of a code viewer in the order of their places, and none of its numbers', () => {
    const line = (top: number, words: string) => `<div class="view-line" style="top:${top}px">${words}</div>`;
    const numbers = '<div class="line-numbers">1</div><div class="line-numbers">2</div>';
    expect(
      read(
        `<pre><div>Rust</div><div class="monaco-editor">${numbers}${line(19, '&nbsp;b')}${line(0, 'a')}</div></pre>`,
      ),
    ).toBe('```rust\na\n b\n```');
    expect(
      read(
        '<div class="language-js"><div class="cm-editor"><div class="cm-line">a</div><div class="cm-line"><br></div><div class="cm-line">b</div><div class="cm-layer">|</div></div></div>',
      ),
    ).toBe('```js\na\n\nb\n```');
  });

  test('leaves out marks that only a page’s own font shows, but not from what was typed', () => {
    expect(read('<p>Tides\ue3a1 turn\ue3a0\ue3a8.</p>')).toBe('Tides turn.');
    expect(read('<p style="white-space: pre-wrap">a \ue0b0 b</p>')).toBe('a \ue0b0 b');
  });

  test('takes a named group for the frame of code only if it holds hardly anything else', () => {
    const frame = (words: string) =>
      `<div role="group" aria-label="x code"><div>Bash</div>${words}<pre><code>ls</code></pre></div>`;
    expect(read(frame(''))).toBe('```bash\nls\n```');
    const long =
      'An answer that happens to be a group, and says a good deal besides the code that it also holds.';
    expect(read(frame(`<p>${long}</p>`))).toContain(long);
  });

  test('fences code that holds a fence with a longer one', () => {
    expect(read('<pre><code>```\nx\n```</code></pre>')).toBe('````\n```\nx\n```\n````');
  });

  test('puts inline code in backticks and keeps the spaces around it outside', () => {
    expect(read('<p>run <code>npm i</code> now, <code></code>then <code> go </code>.</p>')).toBe(
      'run `npm i` now, then `go` .',
    );
  });

  test('says each formula once, as TeX', () => {
    const katex = (tex: string) =>
      `<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>`;
    expect(read(`<p>so ${katex('x^2')}, and</p><span class="katex-display">${katex('y')}</span>`)).toBe(
      'so $x^2$, and\n\n$$y$$',
    );
    expect(
      read(
        '<p>so <span class="math-inline" data-math="x_1"><span class="katex"><span class="katex-html" aria-hidden="true">x1</span></span></span></p>',
      ),
    ).toBe('so $x_1$');
    expect(
      read('<p><span class="katex"><span class="katex-html" aria-hidden="true">x1</span></span></p>'),
    ).toBe('x1');
  });

  test('puts a table one row a line', () => {
    expect(
      read(
        '<p>T</p><table><thead><tr><th> A </th> <th> B </th></tr></thead><tbody><tr><td><p>1</p></td><td></td><td> 3</td></tr><tr><td>4</td><td></td></tr><tr><td>5</td></tr></tbody></table>',
      ),
    ).toBe('T\n\nA | B\n1 |  | 3\n4 | \n5');
  });

  test('leaves out what only screen readers hear, controls, pictures, folded details and what is to be skipped', () => {
    expect(
      read(
        '<h2 class="sr-only">You said</h2><span class="cdk-visually-hidden">x</span><button>Copy</button><img alt="cat"><svg><text>s</text></svg><p hidden>h</p><p style="display: none">n</p><span aria-hidden="true">i</span><details><summary>More</summary>inner</details><p>words <a href="https://example.org">link</a> <span class="pill">src</span></p>',
        '.pill',
      ),
    ).toBe('words link');
  });
});
