import { isElement, isText, pushChildren } from '@/sites/tree';

const blocks = new Set('p div li ul ol pre h1 h2 h3 h4 h5 h6 blockquote'.split(' '));

/** An editor's or a code block's lines, each block being one; white space as it stands, buttons left out. */
export function readLines(root: Element): string {
  const parts: string[] = [];
  let owedBreak = false;
  const write = (text: string) => {
    parts.push(owedBreak ? `\n${text}` : text);
    owedBreak = false;
  };
  const steps: (Node | 'leave block')[] = [];
  pushChildren(steps, root);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'leave block') owedBreak = true;
    else if (isText(step)) write(readable(step.data));
    else if (!isElement(step) || step.localName === 'button') continue;
    else if (step.localName === 'br') {
      if (!isFiller(step)) write('\n');
    } else {
      if (blocks.has(step.localName)) {
        if (owedBreak) write('');
        steps.push('leave block');
      }
      pushChildren(steps, step);
    }
  }
  return parts.join('');
}

/** Editors end a paragraph with a `br` of their own, so that the caret has a place there; it is no line of the text. */
function isFiller(br: Element): boolean {
  return br.classList.contains('ProseMirror-trailingBreak') || br.nextSibling === null;
}

/** Editors put zero-width marks around embedded pills, and no-break spaces where two spaces meet. */
function readable(text: string): string {
  return text.replaceAll('\u00a0', ' ').replace(/[\u200b\ufeff]/g, '');
}
