/** By number: the page's nodes are of another global scope than this script where browsers wall the two off. */
export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** For walks on a stack: recursion would end where a page nests deeper than the call stack reaches. */
export function pushChildren<Step>(steps: (Step | Node)[], element: Element): void {
  for (let child = element.lastChild; child; child = child.previousSibling) steps.push(child);
}
