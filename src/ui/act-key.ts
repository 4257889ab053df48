const field = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

export function isInField({ target }: Event): boolean {
  return target instanceof Element && target.matches(field);
}

/**
 * The key of a one-key act, in lower case; undefined where the key belongs to something else: to a field, to an input
 * method, to a shortcut with a modifier, or, held down, to what it was pressed on first. Digits are told by their place
 * where a layout has other signs there.
 */
export function actKey(event: KeyboardEvent): string | undefined {
  const { key, code, isComposing, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (isComposing || ctrlKey || metaKey || altKey || shiftKey || isInField(event)) return undefined;
  // The focus passes on: a key held down must not do to the next one what it did to this.
  if (event.repeat && !key.startsWith('Arrow')) return undefined;
  return /^Digit\d$/.test(code) ? code.slice(-1) : key.toLowerCase();
}
