import type { PageStatus } from '@/messaging/protocol';
import type { CaptureTrouble } from '@/page/capture';
import type { View } from '@/page/conversation';
import type { Health } from '@/sites/findings';
import { report } from '@/sites/report';
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
  health: Health;
}

/** A page may take so long to draw itself before something missing means that the site has changed. */
const drawingMs = 3_000;

export function isDrawn(settledForMs: number): boolean {
  return document.readyState === 'complete' && settledForMs >= drawingMs;
}

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
    health: { ...facts.health, ...(reason && changed.has(reason) && { report: reportOn(facts) }) },
    conversation: { provisionalKey, ...(siteConversationId === undefined ? {} : { siteConversationId }) },
  };
}

const changed: ReadonlySet<string> = new Set(['composerMissing', 'turnsMissing', 'pageChanged']);

function whyPaused(facts: StatusFacts): PageStatus['reason'] {
  const { site, url, trouble, isTemporary, health } = facts;
  if (!site.isChat(url)) return 'notAChat';
  if (trouble) return trouble;
  if (!isDrawn(facts.settledForMs)) return undefined;
  if (health.state === 'paused') return whatChanged(site, health);
  return isTemporary === undefined ? 'temporaryUnknown' : undefined;
}

function whatChanged(site: Site, { part }: Health): PageStatus['reason'] {
  if (part === 'composer') return 'composerMissing';
  return part === 'turns' && site.turns(document).length === 0 ? 'turnsMissing' : 'pageChanged';
}

function reportOn({ site, url, health }: StatusFacts): string {
  const date = new Date().toISOString().slice(0, 10);
  return report({ site, date, health, found: site.health(document, url) }, document.body);
}
