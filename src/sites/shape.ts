/** Whether two elements look like two of a kind: the same tag, and what their classes or attributes share. */
export function isAlike(one: Element, other: Element): boolean {
  if (one.localName !== other.localName) return false;
  if (one.classList.length === 0 && other.classList.length === 0) return haveSameMarks(one, other);
  const shared = [...one.classList].filter((name) => other.classList.contains(name)).length;
  return 2 * shared >= Math.max(one.classList.length, other.classList.length);
}

/** Whether they have attributes of the same names; among three or more, one may be missing. */
export function haveSameMarks(one: Element, other: Element): boolean {
  const [fewer = [], more = []] = [one.getAttributeNames(), other.getAttributeNames()].sort(
    (some, others) => some.length - others.length,
  );
  const shared = fewer.filter((name) => more.includes(name)).length;
  return shared === fewer.length && more.length - shared <= (more.length > 2 ? 1 : 0);
}
