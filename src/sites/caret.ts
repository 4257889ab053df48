import { isElement, isText, pushChildren } from '@/sites/tree';

/** Where in the tree: a node and an offset into it, as selections take them. */
type Place = [node: Node, offset: number];

export function putCaretAtEnd(editor: HTMLElement): void {
  const end = endOf(editor);
  select(editor, end, end);
}

/** Selects everything behind the first `count` characters, white space not counted. */
export function selectBehind(editor: HTMLElement, count: number): void {
  select(editor, placeBehind(editor, count), endOf(editor));
}

/**
 * Editors keep a selection of their own and follow the page's on an event, which browsers send some time later:
 * text that came before it would go where the caret was. So the event is sent at once as well.
 */
function select(editor: HTMLElement, [startNode, startOffset]: Place, [endNode, endOffset]: Place): void {
  const page = editor.ownerDocument;
  editor.focus();
  page.getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  page.dispatchEvent(new Event('selectionchange'));
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
    if (isElement(step) && step.localName !== 'button') pushChildren(steps, step);
    if (!isText(step)) continue;
    for (let at = 0; at < step.length; at++) {
      if (left === 0) return [step, at];
      if (!/[\s\u200b]/.test(step.data[at] ?? '')) left -= 1;
    }
    if (left === 0) return [step, step.length];
  }
  return endOf(editor);
}
