/** Editors write the same words with other white space (double newlines, NBSP, zero width); for comparing only. */
export function squashSpace(text: string): string {
  return text.replace(/[\s\u200b\u2060]+/gu, ' ').trim();
}
