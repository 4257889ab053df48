import type { Thumb } from '@/page/choice';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** The project's sign: one line that passes through three dots. */
export function glyph(): SVGElement {
  const dots = [
    [6, 22],
    [16, 16],
    [26, 10],
  ].map(([cx, cy]) => shape('circle', { cx: `${cx}`, cy: `${cy}`, r: '4', fill: 'currentColor' }));
  const line = shape('path', {
    d: 'M0 22H6C19 22 13 10 26 10H32',
    stroke: 'currentColor',
    'stroke-width': '2.5',
  });
  return picture('glyph', '0 0 32 32', line, ...dots);
}

export function caret(): SVGElement {
  const line = shape('path', {
    d: 'M2.5 7.75 6 4.25l3.5 3.5',
    stroke: 'currentColor',
    'stroke-width': '1.4',
    'stroke-linecap': 'round',
  });
  return picture('caret', '0 0 12 12', line);
}

/** A hand with its thumb up; turned over it is the other one. */
export function thumbPicture(thumb: Thumb): SVGElement {
  const hand = shape('path', {
    d: 'M5 7v6H3.5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1H5Zm0 0 2.5-4.5c1 0 1.7.8 1.6 1.8L8.8 6.5h3.3a1.3 1.3 0 0 1 1.3 1.6l-.9 3.8A1.4 1.4 0 0 1 11.1 13H5',
    stroke: 'currentColor',
    'stroke-width': '1.3',
    'stroke-linejoin': 'round',
  });
  return picture(`hand ${thumb}`, '0 0 16 16', hand);
}

function picture(className: string, viewBox: string, ...shapes: SVGElement[]): SVGElement {
  const svg = shape('svg', { class: className, viewBox, fill: 'none', 'aria-hidden': 'true' });
  svg.append(...shapes);
  return svg;
}

function shape(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS(svgNamespace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
