import type { SiteMap } from '@/sites/map';

/** The attributes by which a site says that an answer is being written, or has ended. */
export function endMarks({ layouts }: Pick<SiteMap, 'layouts'>): string[] {
  const marks = layouts.flatMap(({ user, assistant }) =>
    [user, assistant].flatMap(({ streaming, complete }) => [streaming?.css ?? '', complete?.css ?? '']),
  );
  const names = [...marks.join(' ').matchAll(/\[([\w-]+)/g)].flatMap(([, name]) => name ?? []);
  // An element has its role from the beginning.
  return [...new Set(names)].filter((name) => name !== 'role');
}
