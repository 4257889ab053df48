import type { Conversation, Source } from '@/memory/types';
import { findSite, sites } from '@/sites/index';
import type { Site } from '@/sites/site';
import { dayOf } from '@/ui/day';
import { text } from '@/ui/text';

interface SourceLineProps {
  source: Source;
  /** Absent when nothing is known of the conversation any more. */
  conversation?: Conversation | undefined;
}

/** Where a memory came from, as a person would say it, linked to the conversation it was said in. */
export function SourceLine({ source, conversation }: SourceLineProps) {
  const { words, relative } = dayOf(source.at, Date.now());
  if (source.from === 'hand') return <span>{text(relative ? 'wrote' : 'wroteOn', words)}</span>;

  const site = sites.find(({ id }) => id === source.site);
  if (!site) return <span>{text(relative ? 'said' : 'saidOn', words)}</span>;

  const said = text(relative ? 'saidAt' : 'saidAtOn', site.name, words);
  const href = conversation && addressOn(site, conversation.url);
  if (!href) return <span>{said}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer" title={text('openConversation')}>
      {said}
    </a>
  );
}

/** An address is kept as a page reported it: it becomes a link only if it leads back to the site it came from. */
function addressOn(site: Site, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  return /^https?:$/.test(address.protocol) && findSite(address) === site ? address.href : undefined;
}
