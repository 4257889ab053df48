const longestUrl = 8_000;
const longestTitle = 300;

/** Where the tab is now, for the engine. Asked at the moment of sending: a tab changes its address without loading. */
export function currentPlace(): { url: string; title: string } {
  const { href, origin, pathname } = location;
  const url = href.length <= longestUrl ? href : `${origin}${pathname}`.slice(0, longestUrl);
  return { url, title: document.title.slice(0, longestTitle) };
}
