/** Without white space and marks of no width: pages break lines where they like. */
export function squashed(text: string): string {
  return text.replace(/[\s\u200b\ufeff]/g, '');
}
