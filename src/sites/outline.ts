/**
 * How a page is built, as an indented list of at most `most` characters: names of elements and attributes, roles,
 * test ids and class names that are plain, and never a word that stands on the page. Likes in a row are counted.
 */
export function outline(root: Element, most: number): string {
  const said = wordsOn(root);
  let best = '';
  for (let depth = 1; depth <= deepest; depth++) {
    const lines: string[] = [];
    write(root, 0, depth, { lines, said, left: most });
    const text = lines.join('\n');
    if (text.length > most || text === best) break;
    best = text;
  }
  return best;
}

/** Text by text: words of neighbouring elements would run together. */
function wordsOn(root: Element): ReadonlySet<string> {
  const said = new Set<string>();
  const texts = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const [word] of (text.textContent ?? '').toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) said.add(word);
  }
  return said;
}

const deepest = 40;
/** Too many to be of use, and they have no part in a chat: only that they are there is told. */
const closed = 'svg, nav, aside, script, style, template, head, pre, table, math';

interface Page {
  lines: string[];
  said: ReadonlySet<string>;
  /** Characters that may still be written; below zero nothing more is of use. */
  left: number;
}

function write(element: Element, level: number, depth: number, page: Page): void {
  const line = `${' '.repeat(level)}${describe(element, page.said)}`;
  page.lines.push(line);
  page.left -= line.length + 1;
  if (level >= depth || element.matches(closed)) return;
  let before = '';
  for (const child of element.children) {
    if (page.left < 0) return;
    const now = describe(child, page.said);
    const last = page.lines.length - 1;
    if (now === before) {
      const more = `${' '.repeat(level + 1)}…`;
      if (page.lines[last] !== more) page.lines.push(more);
    } else write(child, level + 1, depth, page);
    before = now;
  }
}

function describe(element: Element, said: ReadonlySet<string>): string {
  const tag = /^[a-z][a-z0-9-]{0,40}$/.test(element.localName) ? element.localName : 'element';
  const classes = [...element.classList].filter(
    (name) => /^[a-z0-9-]{1,40}$/.test(name) && !tells(name, said),
  );
  const marks = element.getAttributeNames().flatMap((name) => mark(element, name, said));
  return tag + classes.map((name) => `.${name}`).join('') + marks.map((name) => `[${name}]`).join('');
}

function mark(element: Element, name: string, said: ReadonlySet<string>): string[] {
  if (name === 'class' || name === 'style' || !/^[a-z][a-z0-9:-]{0,40}$/.test(name)) return [];
  const value = element.getAttribute(name) ?? '';
  const isPlain =
    (name === 'role' && /^[a-z]{1,20}$/.test(value)) ||
    (name === 'data-testid' && /^[a-z-]{1,60}$/.test(value) && !tells(value, said));
  return tells(name, said) ? [] : [isPlain ? `${name}=${value}` : name];
}

/** Names of files and people come into names that programs make: what the page says is left out of them too. */
function tells(name: string, said: ReadonlySet<string>): boolean {
  const parts = name.split(/[-:]/).filter((part) => part.length > longestShort);
  return [name, ...parts].some((one) => said.has(one) && !usual.has(one));
}

const longestShort = 3;

/** Words that every chat page is built of, and that are often on it as well. */
const usual: ReadonlySet<string> = new Set(
  `action actions agent answer area article assistant author body bottom bubble button buttons card chat code
  composer container content conversation copy data document edit editor feedback field footer form group header
  heading hidden icon image inner input item items label line lines link list main markdown menu message messages
  model none outer page pair panel paragraph part parts prompt prose query question region reply response role root
  rows scroll search section select send share side sidebar source sources status stop stream streaming submit text
  textbox thinking thread title toolbar tool tools transcript turn turns user view virtual visible window wrapper
  write`.split(/\s+/),
);
