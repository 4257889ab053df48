import { isElement, isText, pushChildren } from './tree';

/** Where in the tree: a node and an offset into it, as selections take them. */
type Place = [node: Node, offset: number];

export function putCaretAtEnd(editor: HTMLElement): void {
  editor.focus();
  const [node, offset] = endOf(editor);
  editor.ownerDocument.getSelection()?.collapse(node, offset);
}

/** Selects everything behind the first `count` characters, white space not counted. */
export function selectBehind(editor: HTMLElement, count: number): void {
  editor.focus();
  const [startNode, startOffset] = placeBehind(editor, count);
  const [endNode, endOffset] = endOf(editor);
  editor.ownerDocument.getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
}

/** The end of the last line, inside its block: editors move a caret that stands between blocks. */
function endOf(editor: Node): Place {
  let node = editor;
  for (let last = lastOf(node); last; last = lastOf(node)) {
    if (isText(last)) return [last, last.length];
    if (!isOpen(last)) break;
    node = last;
  }
  const last = node.lastChild;
  const length = node.childNodes.length;
  return [node, last && isElement(last) && last.localName === 'br' ? length - 1 : length];
}

function lastOf(node: Node): Node | null {
  return node.lastChild;
}

/** A pill or a picture is one character to the caret, which stays outside. */
function isOpen(node: Node): boolean {
  return isElement(node) && node.getAttribute('contenteditable') !== 'false' && !node.matches('br, img');
}

function placeBehind(editor: Element, count: number): Place {
  let left = count;
  const steps: Node[] = [];
  pushChildren(steps, editor);
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (isElement(step)) pushChildren(steps, step);
    if (!isText(step)) continue;
    for (let at = 0; at < step.length; at++) {
      if (left === 0) return [step, at];
      if (!/\s/.test(step.data[at] ?? '')) left -= 1;
    }
    if (left === 0) return [step, step.length];
  }
  return endOf(editor);
}
