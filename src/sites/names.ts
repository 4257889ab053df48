import type { NameMap } from '@/sites/map';

const longest = 200;

/** What the elements of the first entry that finds any are called, each name once, in document order. */
export function readNames(root: ParentNode, maps: readonly NameMap[]): string[] {
  for (const { css, attribute } of maps) {
    const names = [...root.querySelectorAll(css)].map((element) =>
      squash((attribute === undefined ? element.textContent : element.getAttribute(attribute)) ?? ''),
    );
    const kept = names.filter((name) => name !== '');
    if (kept.length > 0) return [...new Set(kept)];
  }
  return [];
}

function squash(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, longest);
}
