/** A formula's TeX, once, between dollar signs; undefined for an element that is not the outside of a formula. */
export function readMath(element: Element): string | undefined {
  const source = element.getAttribute('data-math');
  if (source !== null) return delimited(source, element.matches('.math-block, div'));
  if (!isFormula(element)) return undefined;
  const tex = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  if (tex) return delimited(tex, element.closest('.katex-display, [display="block"]') !== null);
  // Rendered without its source: the glyphs are all there is.
  return (element.querySelector('.katex-html') ?? element).textContent ?? '';
}

function isFormula(element: Element): boolean {
  return element.localName === 'math' || element.classList.contains('katex');
}

function delimited(tex: string, display: boolean): string {
  const mark = display ? '$$' : '$';
  return `${mark}${tex.trim()}${mark}`;
}
