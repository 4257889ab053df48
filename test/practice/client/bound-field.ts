import { isComposing } from './composing';
import { type Attributes, el } from './dom';

interface BoundFieldOptions {
  attributes: Attributes;
  draft: string;
  /** React believes only in changes that were made past the setter it puts on the element. */
  ignoresAssignedValues: boolean;
  onChange(): void;
  onEnter(): void;
  /** Whether the page took the paste over. */
  onPaste(data: DataTransfer | null): boolean;
}

export interface BoundField {
  node: HTMLTextAreaElement;
  /** What the page believes the field to hold. */
  text(): string;
  setText(text: string): void;
  /** Writes the state back into the field and lets it grow with it. */
  draw(): void;
}

/** A text field whose text lives in the page's state: the state changes on `input` events alone. */
export function boundField(options: BoundFieldOptions): BoundField {
  let state = options.draft;
  const node = el('textarea', options.attributes);
  const known = options.ignoresAssignedValues ? trackValue(node) : { changed: () => true };

  node.addEventListener('input', () => {
    if (!known.changed()) return;
    state = node.value;
    options.onChange();
  });
  node.addEventListener('keydown', (event) => {
    // Sites look at the code too: a made-up key without one is nothing to them.
    if (event.key !== 'Enter' || event.keyCode !== 13 || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    options.onEnter();
  });
  node.addEventListener('paste', (event) => {
    if (options.onPaste(event.clipboardData)) event.preventDefault();
  });
  return {
    node,
    text: () => state,
    setText(text) {
      state = text;
    },
    draw() {
      if (node.value !== state) node.value = state;
      node.style.height = 'auto';
      node.style.height = `${node.scrollHeight}px`;
    },
  };
}

/** Shadows `value` on the element, so that only changes made past it (by typing) count as changes. */
function trackValue(field: HTMLTextAreaElement): { changed(): boolean } {
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  if (!native?.get || !native.set) throw new Error('HTMLTextAreaElement has no accessor for value.');
  const { get, set } = native;
  let tracked = '';
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => get.call(field) as string,
    set(value: string) {
      tracked = value;
      set.call(field, value);
    },
  });
  return {
    changed() {
      const next = get.call(field) as string;
      const isChanged = next !== tracked;
      tracked = next;
      return isChanged;
    },
  };
}
