/** Shapes of ids that sites put into addresses, the stricter first. */
const shapes: readonly { is: RegExp; source: string }[] = [
  {
    is: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    source: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
  },
  { is: /^[0-9a-f]{12,64}$/, source: '[0-9a-f]{LENGTH}' },
  { is: /^\d{4,20}$/, source: '\\d{4,20}' },
  { is: /^(?=.*\d)[A-Za-z0-9_-]{10,64}$/, source: '[A-Za-z0-9_-]{LENGTH}' },
];

/**
 * The paths of chats, as far as one address tells: its own with any id in it, the same without one, and the
 * root.
 */
export function chatPaths({ pathname }: URL): RegExp[] {
  const parts = pathname.split('/').filter((part) => part !== '');
  const at = parts.findLastIndex((part) => shapeOf(part) !== undefined);
  const plain = (some: readonly string[]) => some.map((part) => `/${escaped(part)}`).join('');
  const paths = [/^\/$/];
  const id = parts[at];
  if (id === undefined) {
    if (parts.length > 0) paths.push(new RegExp(`^${plain(parts)}/?$`));
    return paths;
  }
  const before = plain(parts.slice(0, at));
  if (at > 0) paths.push(new RegExp(`^${before}/?$`));
  paths.push(new RegExp(`^${before}/(?<id>${shapeOf(id)})${plain(parts.slice(at + 1))}/?$`));
  return paths;
}

function shapeOf(part: string): string | undefined {
  return shapes.find(({ is }) => is.test(part))?.source.replace('LENGTH', String(part.length));
}

function escaped(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
