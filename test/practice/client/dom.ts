type AttributeValue = string | number | boolean | undefined;
export type Attributes = Record<string, AttributeValue | ((event: Event) => void)>;
export type Child = Node | string | undefined | false;

/** An element. `true` writes an empty attribute, `false` and `undefined` none, a function listens to `on…`. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes?: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[K];
export function el(tag: string, attributes?: Attributes, ...children: Child[]): HTMLElement;
export function el(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false)
      node.setAttribute(name, value === true ? '' : `${value}`);
  }
  node.append(...children.filter((child) => child !== undefined && child !== false));
  return node;
}

/** A round button that shows only an icon; its label is for screen readers and tooltips. */
export function iconButton(icon: IconName, label: string, attributes: Attributes = {}): HTMLButtonElement {
  return el(
    'button',
    { type: 'button', class: 'p-icon', 'aria-label': label, title: label, ...attributes },
    draw(icon),
  );
}

/** A button that is a `div` and has only a role, as design systems make them. */
export function divButton(attributes: Attributes, ...children: Child[]): HTMLDivElement {
  return el('div', { role: 'button', tabindex: 0, 'aria-disabled': 'false', ...attributes }, ...children);
}

export type IconName = keyof typeof ICONS;

export function draw(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 24 24',
    'aria-hidden': 'true',
    class: 'p-svg',
  })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  square: 'M2 4.88v14.24h20V4.88z',
  voice: 'M5 10v4M9 7v10M13 4v16M17 8v8M21 11v2',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  again: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  ghost: 'M6 20V10a6 6 0 0 1 12 0v10l-3-2-3 2-3-2zM10 10v1M14 10v1',
  write: 'M12 5H5v14h14v-7M10 14l1-3 7-7 2 2-7 7z',
} as const;
