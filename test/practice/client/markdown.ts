import { el } from './dom';

/** How a site draws its blocks: each has its own attributes on paragraphs and its own frame around code. */
export interface BlockStyle {
  paragraph?(index: number): Record<string, string>;
  code(code: string, language: string): HTMLElement;
}

/** Grows an answer in place. Finished blocks keep their nodes; only the block at the end is drawn again. */
export class MarkdownWriter {
  #tail = '';
  #finished = 0;
  #open: Element | undefined;

  readonly #target: HTMLElement;
  readonly #style: BlockStyle;

  constructor(target: HTMLElement, style: BlockStyle) {
    this.#target = target;
    this.#style = style;
  }

  append(piece: string): void {
    const blocks = splitBlocks(this.#tail + piece);
    this.#tail = blocks.pop() ?? '';
    for (const block of blocks) {
      this.#put(block);
      this.#open = undefined;
      this.#finished++;
    }
    if (this.#tail.trim()) this.#put(this.#tail);
  }

  #put(block: string): void {
    const node = this.#render(block.trim());
    if (this.#open) this.#open.replaceWith(node);
    else this.#target.append(node);
    this.#open = node;
  }

  #render(block: string): HTMLElement {
    const fence = block.match(/^```(\w*)\n?([\s\S]*?)(?:\n?```)?$/);
    if (fence) return this.#style.code(fence[2] ?? '', fence[1] || 'text');
    if (/^(-|\d+\.) /.test(block)) return renderList(block);
    return el('p', this.#style.paragraph?.(this.#finished) ?? {}, ...inline(block));
  }
}

function renderList(block: string): HTMLElement {
  const items = block.split('\n').map((line) => el('li', {}, ...inline(line.replace(/^(-|\d+\.) /, ''))));
  return el(block.startsWith('-') ? 'ul' : 'ol', {}, ...items);
}

/** Blocks are separated by blank lines; a code fence is one block whatever stands in it. */
function splitBlocks(source: string): string[] {
  const blocks: string[] = [];
  let start = 0;
  for (const gap of source.matchAll(/\n\n/g)) {
    const block = source.slice(start, gap.index);
    const fences = block.match(/^```/gm)?.length ?? 0;
    if (fences % 2 === 1) continue;
    if (block.trim()) blocks.push(block);
    start = gap.index + 2;
  }
  return [...blocks, source.slice(start)];
}

function inline(text: string): (Node | string)[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part) => {
    if (part.startsWith('**') && part.length > 4) return el('strong', {}, part.slice(2, -2));
    if (part.startsWith('`') && part.length > 2) return el('code', {}, part.slice(1, -1));
    return part;
  });
}
