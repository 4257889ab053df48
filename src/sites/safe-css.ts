const longest = 2_000;

/** Whether this is a CSS selector. A document tells; without one only what plainly is one passes. */
export function isCss(css: string): boolean {
  if (css.length > longest || css.trim() === '') return false;
  return typeof document === 'undefined' ? isPlainlyCss(css) : isTaken(css);
}

function isTaken(css: string): boolean {
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
}

const characters = /^[\w\s.#:*>+~,()[\]="'^$|%/-]*$/;

function isPlainlyCss(css: string): boolean {
  if (!characters.test(css)) return false;
  const bare = css.replace(/"[^"]*"|'[^']*'/g, '');
  if (/["']/.test(bare) || /^[\s>+~,]|[>+~,\s]$/.test(css)) return false;
  return isBalanced(bare);
}

function isBalanced(css: string): boolean {
  const open: string[] = [];
  for (const [bracket] of css.matchAll(/[()[\]]/g)) {
    if (bracket === '(' || bracket === '[') open.push(bracket);
    else if (open.pop() !== (bracket === ')' ? '(' : '[')) return false;
  }
  return open.length === 0;
}
