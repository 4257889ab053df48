export type Scheme = 'light' | 'dark';

/** The scheme that the site shows around an element: by the colour behind it, else by what it declares. */
export function schemeAround(element: Element): Scheme {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const lightness = lightnessOf(getComputedStyle(at).backgroundColor);
    if (lightness !== undefined) return lightness < 0.5 ? 'dark' : 'light';
  }
  const declared = getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (declared.includes('dark') && (prefersDark || !declared.includes('light'))) return 'dark';
  return 'light';
}

/** 0 black to 1 white, roughly; undefined for a colour that lets most of what is behind it through. */
export function lightnessOf(color: string): number | undefined {
  const [space, ...rest] = color.replace(/^color\(\s*/, '').split(/[\s(),/]+/);
  const [first = 0, second = 0, third = 0, alpha = 1] = rest.filter(Boolean).map(share);
  if (!space || alpha < 0.5) return undefined;
  if (space.startsWith('rgb')) return luma(first / 255, second / 255, third / 255);
  if (space.startsWith('ok')) return first;
  if (space === 'lab' || space === 'lch') return first / 100;
  if (space.startsWith('srgb') || space === 'display-p3') return luma(first, second, third);
  return undefined;
}

function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function share(part: string): number {
  return part.endsWith('%') ? Number.parseFloat(part) / 100 : Number.parseFloat(part) || 0;
}
