import type { Recall } from '@/memory/types';
import { offerStyle } from '@/page/offer-style';
import type { OfferTexts } from '@/page/texts';

const shownAtMost = 5;
const svgNamespace = 'http://www.w3.org/2000/svg';

export interface OfferActs {
  onToggle(): void;
  onAdd(): void;
  onDismiss(): void;
  onEscape(): void;
}

export interface OfferView {
  host: HTMLElement;
  pill: HTMLButtonElement;
  draw(recall: Recall, isOpen: boolean): void;
}

/** The elements of the offer, in a closed shadow root that neither the site's styles nor its scripts reach into. */
export function offerView(texts: OfferTexts, acts: OfferActs): OfferView {
  const host = document.createElement('throughline-offer');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = offerStyle;
  const pill = button('pill', acts.onToggle);
  pill.setAttribute('aria-haspopup', 'dialog');
  pill.setAttribute('aria-controls', 'panel');
  pill.setAttribute('aria-keyshortcuts', 'Alt+M');
  pill.title = `${texts.label} (Alt+M)`;
  const count = element('span', '');
  // Read out when it appears and when its number changes; focus stays where it is.
  count.setAttribute('role', 'status');
  pill.append(glyph(), count, caret());
  const offer = element('div', 'offer');
  offer.append(pill);
  root.append(style, offer);

  // The pill must not take the focus from the composer, and pages listen for keys everywhere.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape')
        acts.onEscape();
    });
  }

  function draw(recall: Recall, isOpen: boolean): void {
    const text = texts.count(recall.memories);
    if (count.textContent !== text) count.textContent = text;
    pill.setAttribute('aria-expanded', `${isOpen}`);
    // The pill stays where it is in the tree, or it would lose the focus.
    while (pill.nextSibling) pill.nextSibling.remove();
    if (isOpen) offer.append(panel(recall));
  }

  function panel({ memories, injection }: Recall): HTMLElement {
    const box = element('div', 'panel');
    box.id = 'panel';
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', texts.label);
    const list = document.createElement('ul');
    list.append(...memories.slice(0, shownAtMost).map(line));
    box.append(list);
    const hidden = memories.length - shownAtMost;
    if (hidden > 0) box.append(element('p', 'more', texts.more(hidden)));
    const buttons = element('div', 'acts');
    buttons.append(button('act', acts.onDismiss, texts.dismiss));
    if (injection === 'ask') buttons.append(button('act main', acts.onAdd, texts.add));
    box.append(buttons);
    return box;
  }

  function line({ kind, text }: Recall['memories'][number]): HTMLElement {
    const item = document.createElement('li');
    item.append(element('span', 'kind', texts.kind(kind)), element('span', 'text', text));
    return item;
  }

  return { host, pill, draw };
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(className: string, onClick: () => void, text = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

/** The project's sign: one line that passes through three dots. */
function glyph(): SVGElement {
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

function caret(): SVGElement {
  const line = shape('path', {
    d: 'M2.5 7.75 6 4.25l3.5 3.5',
    stroke: 'currentColor',
    'stroke-width': '1.4',
    'stroke-linecap': 'round',
  });
  return picture('caret', '0 0 12 12', line);
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
