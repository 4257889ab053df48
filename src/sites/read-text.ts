import { readCodeBlock } from './code-block';
import { readMath } from './math';
import { TextWriter } from './text-writer';

interface WalkOptions {
  /** CSS of what to leave out. */
  skip?: string | undefined;
  /** Take white space as it stands, as `white-space: pre-wrap` shows it. */
  exact?: boolean;
}

/**
 * The words of a turn as a reader sees them, in light Markdown: lists, fenced code, inline code, TeX. What is there
 * for screen readers only, controls, images and whatever matches `skip` are left out. Where the page keeps white
 * space (`pre-wrap`), so does this.
 */
export function readText(element: Element, skip?: string): string {
  return walkText(element, { skip, exact: keepsSpace(element) });
}

const unread = [
  '.sr-only, .visually-hidden, .cdk-visually-hidden, [hidden], [popover], [aria-hidden="true"]',
  '[style*="display: none"], [style*="display:none"], details:not([open]) > :not(summary)',
  'button, select, input, textarea, img, picture, svg, canvas, video, audio, iframe, object',
  'script, style, template, noscript',
].join(', ');

const paragraphs = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote table dl figure hr ul ol'.split(' '),
);
const lines = new Set(
  'div section article main header footer aside nav form fieldset address tr dt dd details summary figcaption caption'.split(
    ' ',
  ),
);

interface List {
  ordered: boolean;
  next: number;
}

type Step = Node | (() => void);

/** One pass over the tree without recursion: pages nest deeper than the stack of a slow machine allows. */
export function walkText(root: Element, { skip, exact = false }: WalkOptions = {}): string {
  const writer = new TextWriter();
  const left = new Set<Node>(root.querySelectorAll(skip ? `${unread}, ${skip}` : unread));
  const lists: List[] = [];
  const steps: Step[] = [];
  let keeping = exact;

  const enterChildren = (element: Element) => {
    const children = element.childNodes;
    for (let i = children.length - 1; i >= 0; i--) steps.push(children[i] as ChildNode);
  };

  const onLeaving = (step: () => void) => steps.push(step);

  const enter = (element: Element) => {
    const tag = element.localName;
    const kept = keeping;
    if (tag === 'br') return kept ? writer.exact('\n') : writer.lineBreak();
    const math = readMath(element);
    if (math) return writer.words(math);
    const block = element === root ? undefined : readCodeBlock(element);
    if (block) {
      writer.block(2);
      writer.exact(fenced(block.code, block.language));
      return writer.block(2);
    }
    if (paragraphs.has(tag)) {
      const gap = lists.length > 0 ? 1 : 2;
      writer.block(gap);
      onLeaving(() => writer.block(gap));
    } else if (lines.has(tag)) {
      writer.block(1);
      onLeaving(() => writer.block(1));
    }
    keeping = keepsSpaceByName(element) ?? kept;
    if (keeping !== kept) {
      onLeaving(() => {
        keeping = kept;
      });
    }
    if (tag === 'ul' || tag === 'ol') {
      lists.push({ ordered: tag === 'ol', next: Number(element.getAttribute('start') ?? 1) });
      onLeaving(() => lists.pop());
    } else if (tag === 'li') {
      const list = lists.at(-1);
      writer.listItem(2 * Math.max(0, lists.length - 1), list?.ordered ? `${list.next++}.` : '-');
      onLeaving(() => writer.endListItem());
    } else if (tag === 'td' || tag === 'th') {
      writer.startCell(element.previousElementSibling === null);
      onLeaving(() => writer.endCell());
    } else if (tag === 'code' && element !== root && (element.textContent ?? '').trim() !== '') {
      writer.tight('`');
      onLeaving(() => writer.tight('`'));
    }
    enterChildren(element);
  };

  enter(root);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') step();
    else if (step.nodeType === 3) keeping ? writer.exact(step.nodeValue ?? '') : writer.words(step.nodeValue ?? '');
    else if (step.nodeType === 1 && !left.has(step)) enter(step as Element);
  }
  return writer.toString();
}

function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

function keepsSpace(element: Element): boolean {
  const named = keepsSpaceByName(element);
  if (named !== undefined) return named;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace ?? '';
  return /^(?:pre|break-spaces)/.test(style);
}

/** By the element's own class or style; asking for the computed style of every element would cost too much. */
function keepsSpaceByName(element: Element): boolean | undefined {
  const value =
    /(?:^|[;\s])white-space:\s*([a-z-]+)/.exec(element.getAttribute('style') ?? '')?.[1] ??
    /(?:^|\s)whitespace-([a-z-]+)/.exec(element.getAttribute('class') ?? '')?.[1];
  return value === undefined ? undefined : /^(?:pre|break-spaces)/.test(value);
}
