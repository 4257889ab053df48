import type { Site } from '@/sites/site';

/** Puts text at the end of a composer; false when the composer is as it was before. */
export type Write = (
  composer: HTMLElement,
  text: string,
  limits: { pasteLimit?: number | undefined },
) => Promise<boolean>;

export interface Writer {
  /** True while our own words go in: they are not the user's. */
  readonly isWriting: boolean;
  /** Adds a block below the draft. False, and nothing written, where the site did not take it. */
  add(composer: HTMLElement, block: string): Promise<boolean>;
}

export function blockWriter(site: Site, write: Write): Writer {
  let isWriting = false;
  return {
    get isWriting() {
      return isWriting;
    },
    async add(composer, block) {
      isWriting = true;
      try {
        return await write(composer, `\n\n${block}`, { pasteLimit: site.pasteLimit });
      } catch {
        // A site that throws at our events took nothing that can be relied on.
        return false;
      } finally {
        isWriting = false;
      }
    },
  };
}
