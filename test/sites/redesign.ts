/** A page as a site might serve it next month: what it says stays, how it is built changes. Seeded. */
export interface Redesign {
  /** What was done to the page, in order. */
  steps: string[];
  /** Where an element of the page before is now; it may stand in another tag. */
  now(element: Element | null): Element | undefined;
}

export interface Landmarks {
  turns: readonly Element[];
  composer: Element | null;
  composerBox: Element | null;
}

/** Words that stand only in what a redesign added. */
export const decoy = 'zebracrossing';

export function redesign(root: Element, landmarks: Landmarks, seed: number): Redesign {
  const random = randomFrom(seed);
  const moved = new Map<Element, Element>();
  const now = (element: Element | null) => {
    let at = element ?? undefined;
    for (let next = at && moved.get(at); next; next = moved.get(next)) at = next;
    return at;
  };
  const page: Page = { root, landmarks, random, moved, now };
  const names = Object.keys(changes) as (keyof typeof changes)[];
  const steps = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const name = pick(names, random) ?? 'translate';
    return `${name} ${changes[name](page)}`.trim();
  });
  return { steps, now };
}

interface Page {
  root: Element;
  landmarks: Landmarks;
  random: () => number;
  moved: Map<Element, Element>;
  now(element: Element | null): Element | undefined;
}

const changes = {
  renameClasses({ root, random }: Page): string {
    const names = [...new Set([...root.querySelectorAll('[class]')].flatMap((one) => [...one.classList]))];
    const free = names.filter((name) => !shared.test(name));
    const chosen = sample(free, 1 + Math.floor(random() * 5), random);
    for (const name of chosen) {
      const fresh = `r${Math.floor(random() * 1e9).toString(36)}`;
      for (const one of root.querySelectorAll('[class]')) {
        if (one.classList.contains(name)) one.classList.replace(name, fresh);
      }
    }
    return chosen.join(' ');
  },

  renameAllClasses({ root }: Page): string {
    for (const one of root.querySelectorAll('[class]')) {
      for (const name of [...one.classList]) if (!shared.test(name)) one.classList.replace(name, `n-${name}`);
    }
    return '';
  },

  dropAttributes({ root, random }: Page): string {
    const chosen = sample(attributesOf(root), 1 + Math.floor(random() * 3), random);
    for (const name of chosen)
      for (const one of root.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
    return chosen.join(' ');
  },

  renameAttributeValues({ root, random }: Page): string {
    const name = pick(attributesOf(root), random);
    if (name === undefined) return '';
    const values = [...root.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name) ?? '');
    const value = pick([...new Set(values)], random) ?? '';
    for (const one of root.querySelectorAll(`[${name}]`)) {
      if (one.getAttribute(name) === value) one.setAttribute(name, `${value}-next`);
    }
    return `${name}=${value}`;
  },

  /** In one place alone, as where a part of the page is of the new design already. */
  dropOneAttribute({ root, random }: Page): string {
    const name = pick([...attributesOf(root), 'class'], random);
    const one = name && pick([...root.querySelectorAll(`[${name}]`)], random);
    if (!one) return '';
    const value = one.getAttribute(name);
    if (name !== 'class' || !shared.test(value ?? '')) one.removeAttribute(name);
    return `${name}=${value}`;
  },

  wrap({ root, random }: Page): string {
    const kind = kindOf(pick([...root.querySelectorAll(boxes)], random));
    for (const one of [...root.querySelectorAll(boxes)].filter((each) => kindOf(each) === kind)) {
      const box = document.createElement('div');
      box.className = 'wrapped';
      one.replaceWith(box);
      box.append(one);
    }
    return kind;
  },

  unwrap({ root, random, landmarks, now }: Page): string {
    const composer = now(landmarks.composer);
    const free = [...root.querySelectorAll(boxes)].filter(
      (one) =>
        one.children.length > 0 &&
        one !== composer &&
        !one.getAttributeNames().some((name) => name !== 'class' && meaning.test(name)),
    );
    const kind = kindOf(pick(free, random));
    for (const one of free.filter((each) => kindOf(each) === kind)) one.replaceWith(...one.childNodes);
    return kind;
  },

  moveComposer({ root, random, landmarks, now }: Page): string {
    const composer = now(landmarks.composer);
    const box = now(landmarks.composerBox);
    const what = random() < 0.7 && box?.isConnected ? box : composer;
    if (!what || what.contains(now(landmarks.turns[0] ?? null) ?? null)) return '';
    const dock = document.createElement(pick(['div', 'footer', 'header', 'section'], random) ?? 'div');
    dock.append(what);
    if (random() < 0.5) root.append(dock);
    else root.prepend(dock);
    return dock.localName;
  },

  translate({ root }: Page): string {
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-placeholder']) {
      for (const one of root.querySelectorAll(`[${name}]`)) {
        one.setAttribute(name, [...(one.getAttribute(name) ?? '')].reverse().join(''));
      }
    }
    return '';
  },

  /** A list beside the thread whose items are marked just as turns are. */
  addPane({ root, random, landmarks, now }: Page): string {
    const pane = document.createElement(pick(['aside', 'nav', 'dialog'], random) ?? 'aside');
    if (pane.localName === 'dialog') pane.setAttribute('open', '');
    for (const turn of landmarks.turns.map((one) => now(one))) if (turn) pane.append(lookAlike(turn));
    place(pane, root, random);
    return pane.localName;
  },

  /** Under a plain box, with the ids of the turns that it previews. */
  addPreview({ root, random, landmarks, now }: Page): string {
    const turns = landmarks.turns.flatMap((one) => now(one) ?? []);
    const pane = document.createElement('div');
    pane.className = 'preview';
    const chosen = sample(turns, 1 + Math.floor(random() * turns.length), random);
    pane.append(...turns.filter((turn) => chosen.includes(turn)).map(lookAlike));
    place(pane, root, random);
    return String(chosen.length);
  },

  /** By their classes alone: no ids, no roles, no test ids. */
  addStyledList({ root, random, landmarks, now }: Page): string {
    const pane = document.createElement('div');
    for (const turn of landmarks.turns.map((one) => now(one))) {
      if (!turn) continue;
      const item = document.createElement('div');
      item.className = turn.className;
      item.textContent = decoy;
      pane.append(item);
    }
    place(pane, root, random);
    return '';
  },

  addBoxes({ root, random }: Page): string {
    const box = document.createElement(pick(['div', 'form', 'aside'], random) ?? 'div');
    const search = document.createElement('textarea');
    search.setAttribute('placeholder', 'Search');
    const note = document.createElement('div');
    note.setAttribute('contenteditable', 'true');
    note.setAttribute('role', 'textbox');
    const button = document.createElement('button');
    button.setAttribute('type', 'submit');
    box.append(random() < 0.5 ? search : note, button);
    place(box, root, random);
    return box.localName;
  },

  duplicateSidebar({ root, random, landmarks, now }: Page): string {
    const bars = [...root.querySelectorAll('nav, aside')].filter(
      (bar) => !landmarks.turns.some((turn) => now(turn)?.contains(bar) || bar.contains(now(turn) ?? null)),
    );
    const bar = pick(bars, random)?.cloneNode(true) ?? document.createElement('nav');
    for (const turn of landmarks.turns) {
      const link = document.createElement('a');
      link.textContent = (now(turn)?.textContent ?? '').slice(0, 40);
      bar.appendChild(link);
    }
    place(bar as Element, root, random);
    return '';
  },

  /** What holds turns keeps its order. */
  reorder({ root, random, landmarks, now }: Page): string {
    const turns = landmarks.turns.flatMap((one) => now(one) ?? []);
    const parents = [root, ...root.querySelectorAll(boxes)].filter(
      (one) => one.children.length > 1 && !turns.some((turn) => turn.contains(one)),
    );
    const parent = pick(parents, random);
    if (!parent) return '';
    const held = [...parent.children].filter((one) => turns.some((turn) => one.contains(turn)));
    const free = sample(
      [...parent.children].filter((one) => !held.includes(one)),
      99,
      random,
    );
    for (const one of free) parent.insertBefore(one, pick([...parent.children, null], random) ?? null);
    return kindOf(parent);
  },

  replaceTags({ root, random, moved }: Page): string {
    const from = pick(['div', 'section', 'article', 'main', 'span'], random) ?? 'div';
    const to = from === 'div' ? 'section' : 'div';
    const all = [...root.querySelectorAll(from)].filter(
      (one) => from !== 'span' || one.closest(boxes) === null,
    );
    const kind = random() < 0.5 ? undefined : kindOf(pick(all, random));
    for (const one of all.filter((each) => kind === undefined || kindOf(each) === kind)) {
      const fresh = document.createElement(to);
      for (const { name, value } of [...one.attributes]) fresh.setAttribute(name, value);
      fresh.append(...one.childNodes);
      one.replaceWith(fresh);
      moved.set(one, fresh);
    }
    return `${from} ${to} ${kind ?? ''}`;
  },
};

/** Of libraries that many sites share; they render code and formulas. */
const shared = /^(?:katex|language-|lang-|cm-|view-line|monaco|math)/;

/** What makes an element what it is: without it the page would mean something else. */
const meaning =
  /^(?:class|contenteditable|inert|hidden|popover|aria-hidden|style|type|disabled|readonly|open|href|start|data-math|encoding|display|colspan|rowspan)$/;

const boxes =
  'div, section, article, main, form, fieldset, ol > li, [class*="-"]:not(p, span, button, svg, textarea, li, ul, ol, pre, code, table *)';

function attributesOf(root: Element): string[] {
  const names = [...root.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
  return [...new Set(names)].filter((name) => !meaning.test(name));
}

function kindOf(one: Element | undefined): string {
  return one ? `${one.localName}.${one.className}` : '';
}

function lookAlike(turn: Element): Element {
  const copy = turn.cloneNode(true) as Element;
  const texts = document.createTreeWalker(copy, 4 /* NodeFilter.SHOW_TEXT */);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.textContent?.trim()) text.textContent = decoy;
  }
  return copy;
}

function place(pane: Element, root: Element, random: () => number): void {
  if (random() < 0.5) root.prepend(pane);
  else root.append(pane);
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function sample<Item>(items: readonly Item[], most: number, random: () => number): Item[] {
  const left = [...items];
  const chosen: Item[] = [];
  while (left.length > 0 && chosen.length < most) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
