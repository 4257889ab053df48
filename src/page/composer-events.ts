import type { Site } from '@/sites/site';

/** The composer that an event happened in. Looked up anew each time: sites replace their editor at will. */
export function composerOf(event: Event, site: Site): HTMLElement | undefined {
  const composer = site.composer(document);
  return composer && event.composedPath().includes(composer) ? composer : undefined;
}
