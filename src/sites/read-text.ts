import { codeViewers, readCodeBlock, writeFenced } from '@/sites/code-block';
import { readMath } from '@/sites/math';
import { TextWriter } from '@/sites/text-writer';
import { isElement, isText, pushChildren } from '@/sites/tree';

/**
 * The words of a turn as a reader sees them, in light Markdown: lists, fenced code, inline code, TeX. What is there
 * for screen readers only, what is folded away, controls, images and whatever matches `skip` are left out. Where
 * the page keeps white space (`pre-wrap`), so does this.
 */
export function readText(element: Element, skip?: string): string {
  return new TextWalk(element, skip ? `${unread}, ${skip}` : unread).read();
}

const unread = [
  '.sr-only, .visually-hidden, .cdk-visually-hidden, [hidden], [popover], [aria-hidden="true"]',
  '[style*="display: none"], [style*="display:none"], details:not([open])',
].join(', ');

const unreadTags = tags(
  'button select input textarea img picture svg canvas video audio iframe object script style template noscript',
);

/** Elements that are read in a way of their own, or that say how white space counts in them. */
const peculiar = [
  `pre, code-block, ${codeViewers}, [role="group"], math, .katex, [data-math]`,
  '[class*="whitespace-"], [style*="white-space"]',
].join(', ');

const paragraphs = tags('p h1 h2 h3 h4 h5 h6 blockquote table dl figure hr ul ol');

const lines = tags(`div section article main header footer aside nav form fieldset address
  tr dt dd details summary figcaption caption`);

function tags(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/));
}

interface List {
  ordered: boolean;
  next: number;
}

/**
 * One pass over the tree, on a stack of its own; a function on it does what is due on leaving an element. What is
 * left out and what is peculiar is looked up once, since asking every element would take most of the time.
 */
class TextWalk {
  readonly #writer = new TextWriter();
  readonly #steps: (Node | (() => void))[] = [];
  readonly #lists: List[] = [];
  readonly #root: Element;
  readonly #left: ReadonlySet<Node>;
  readonly #peculiar: ReadonlySet<Node>;
  /** White space counts as it stands. */
  #exact: boolean;

  constructor(root: Element, left: string) {
    this.#root = root;
    this.#left = new Set(root.querySelectorAll(left));
    this.#peculiar = new Set(root.querySelectorAll(peculiar));
    this.#exact = keepsSpaceByName(root) ?? false;
  }

  read(): string {
    this.#enter(this.#root);
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      if (typeof step === 'function') step();
      else if (isText(step)) this.#writeText(step);
      else if (isElement(step) && !this.#left.has(step)) this.#visit(step);
    }
    return this.#writer.toString();
  }

  #writeText(text: Text): void {
    if (this.#exact || isShownInLines(text)) this.#writer.exact(text.data);
    else this.#writer.words(text.data);
  }

  #visit(element: Element): void {
    if (unreadTags.has(element.localName)) return;
    if (element.localName === 'br') this.#writeBreak();
    else if (!this.#peculiar.has(element)) this.#enter(element);
    else this.#visitPeculiar(element);
  }

  #visitPeculiar(element: Element): void {
    const math = readMath(element);
    const code = readCodeBlock(element);
    if (math !== undefined) this.#writer.words(math);
    else if (code) writeFenced(this.#writer, code);
    else {
      this.#switchSpace(element);
      this.#enter(element);
    }
  }

  #writeBreak(): void {
    if (this.#exact) this.#writer.exact('\n');
    else this.#writer.lineBreak();
  }

  #enter(element: Element): void {
    this.#startBlock(element.localName);
    this.#startPart(element);
    pushChildren(this.#steps, element);
  }

  #onLeaving(step: () => void): void {
    this.#steps.push(step);
  }

  #switchSpace(element: Element): void {
    const before = this.#exact;
    this.#exact = keepsSpaceByName(element) ?? before;
    if (this.#exact !== before) {
      this.#onLeaving(() => {
        this.#exact = before;
      });
    }
  }

  #startBlock(tag: string): void {
    if (!paragraphs.has(tag) && !lines.has(tag)) return;
    const gap = paragraphs.has(tag) && this.#lists.length === 0 ? 2 : 1;
    this.#writer.block(gap);
    this.#onLeaving(() => this.#writer.block(gap));
  }

  #startPart(element: Element): void {
    const tag = element.localName;
    if (tag === 'ul' || tag === 'ol') this.#startList(element);
    else if (tag === 'li') this.#startListItem();
    else if (tag === 'td' || tag === 'th') this.#startCell(element);
    else if (tag === 'code' && element.textContent?.trim()) this.#startInlineCode();
  }

  #startList(element: Element): void {
    const ordered = element.localName === 'ol';
    this.#lists.push({ ordered, next: Number(element.getAttribute('start') ?? 1) });
    this.#onLeaving(() => this.#lists.pop());
  }

  #startListItem(): void {
    const list = this.#lists.at(-1);
    const indent = 2 * Math.max(0, this.#lists.length - 1);
    this.#writer.listItem(indent, list?.ordered ? `${list.next++}.` : '-');
    this.#onLeaving(() => this.#writer.endListItem());
  }

  #startCell(cell: Element): void {
    this.#writer.startCell(cell.previousElementSibling === null);
    this.#onLeaving(() => this.#writer.endCell());
  }

  #startInlineCode(): void {
    this.#writer.openCode();
    this.#onLeaving(() => this.#writer.closeCode());
  }
}

/** The computed style is asked for only where it matters: asking for that of every element would cost too much. */
function isShownInLines({ data, parentElement, ownerDocument }: Text): boolean {
  if (!parentElement || !data.includes('\n') || data.trim() === '') return false;
  return keepsSpace(ownerDocument.defaultView?.getComputedStyle(parentElement).whiteSpace ?? '');
}

/** By the element's own class or style, which also tells where an empty line is part of the text. */
function keepsSpaceByName(element: Element): boolean | undefined {
  const value =
    /(?:^|[;\s])white-space:\s*([a-z-]+)/.exec(element.getAttribute('style') ?? '')?.[1] ??
    /(?:^|\s)whitespace-([a-z-]+)/.exec(element.getAttribute('class') ?? '')?.[1];
  return value === undefined ? undefined : keepsSpace(value);
}

function keepsSpace(whiteSpace: string): boolean {
  return /^(?:pre|break-spaces)/.test(whiteSpace);
}
