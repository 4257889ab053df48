/** 229 is the key code of every key that an input method takes for itself. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
