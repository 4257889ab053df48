import type { PageStatus } from '@/messaging/protocol';
import type { CaptureTrouble } from '@/page/capture';
import type { View } from '@/page/conversation';
import type { Site } from '@/sites/site';

export interface StatusFacts {
  site: Site;
  view: View;
  url: URL;
  trouble: CaptureTrouble | undefined;
  /** Undefined: the page does not tell, and nothing is kept of it. */
  isTemporary: boolean | undefined;
  /** How long the page has had to draw what its address names, ms. */
  settledForMs: number;
}

/** A page may take so long to draw itself before something missing means that the site has changed. */
const drawingMs = 3_000;

/** How this page fares, looked up when it is asked for. */
export function pageStatus(facts: StatusFacts): PageStatus {
  const { site, view } = facts;
  const reason = whyPaused(facts);
  const { provisionalKey, siteConversationId } = view;
  return {
    site: site.id,
    siteName: site.name,
    state: facts.isTemporary ? 'temporary' : reason ? 'paused' : 'capturing',
    ...(reason && !facts.isTemporary ? { reason } : {}),
    conversation: { provisionalKey, ...(siteConversationId === undefined ? {} : { siteConversationId }) },
  };
}

function whyPaused({ site, url, trouble, isTemporary, settledForMs }: StatusFacts): PageStatus['reason'] {
  if (!site.isChat(url)) return 'notAChat';
  if (trouble) return trouble;
  if (document.readyState !== 'complete' || settledForMs < drawingMs) return undefined;
  if (!site.composer(document)) return 'composerMissing';
  if (isTemporary === undefined) return 'temporaryUnknown';
  const hasTurns = site.conversationId(url) === undefined || site.turns(document).length > 0;
  return hasTurns ? undefined : 'turnsMissing';
}
