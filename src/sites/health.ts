import type { Finding, Health, Part, SiteHealth } from '@/sites/findings';
import type { SiteMap } from '@/sites/map';
import type { Match, Month, Selector } from '@/sites/selectors';
import { checkThread, hasMoreBehind } from '@/sites/thread-checks';
import { findWords, has, type Thread } from '@/sites/turns';

/** What the page itself cannot tell, and the tab knows. */
export interface Circumstances {
  /** The page has had time to draw what its address names. */
  isDrawn: boolean;
  /** The user sent a prompt a moment ago: its answer may not have begun. */
  awaitsAnswer: boolean;
  /** Both roles were read in this conversation before; a list that takes turns off the page may show only one. */
  hadBothRoles: boolean;
  /** What was typed or sent did not show where the map says. */
  missed?: Part | undefined;
}

/** A wrong match is worse than none: where anything is off, the page is left alone until it is right again. */
export function decide(site: SiteHealth, page: Circumstances): Health {
  const part = whyPaused(site, page);
  if (part) return { state: 'paused', part };
  const older = site.findings.find(({ isOlder }) => isOlder);
  return older ? { state: 'degraded', part: older.part } : { state: 'fine' };
}

function whyPaused(site: SiteHealth, page: Circumstances): Part | undefined {
  if (site.failed) return site.failed;
  if (page.missed) return page.missed;
  if (lacksRole(site, page)) return 'roles';
  if (site.hasMoreBehind && !site.isAnswering && !page.awaitsAnswer) return 'turns';
  if (!page.isDrawn) return undefined;
  if (!site.findings.some((finding) => finding.part === 'composer')) return 'composer';
  return site.expectsTurns && site.turns.user + site.turns.assistant === 0 ? 'turns' : undefined;
}

function lacksRole(site: SiteHealth, { awaitsAnswer, hadBothRoles }: Circumstances): boolean {
  const { user, assistant } = site.turns;
  if (hadBothRoles || user + assistant === 0) return false;
  // Some bots begin a new chat with a greeting.
  if (user === 0) return assistant > 1 || site.expectsTurns;
  return assistant === 0 && !site.isAnswering && !awaitsAnswer;
}

/** What the site found on the page, by the search that serves everything else too. */
export interface Found {
  composer: Match<HTMLElement> | undefined;
  send: Match<HTMLElement> | undefined;
  stop: Match | undefined;
  thread: Thread | undefined;
  isAnswering: boolean;
  conversationId: string | undefined;
}

export function examine(map: SiteMap, found: Found): SiteHealth {
  const { thread, isAnswering } = found;
  const user = thread?.turns.filter(({ role }) => role === 'user').length ?? 0;
  return {
    findings: [...findingsAround(map, found), ...(thread ? findingsIn(map, thread, isAnswering) : [])],
    failed: thread && checkThread(thread, found.composer?.element, isAnswering),
    turns: { user, assistant: (thread?.turns.length ?? 0) - user },
    hasMoreBehind: thread !== undefined && hasMoreBehind(thread.turns, found.composer?.element),
    isAnswering,
    expectsTurns: found.conversationId !== undefined && !map.mayBeEmpty && map.layouts.length > 0,
  };
}

function findingsAround(map: SiteMap, { composer, send, stop }: Found): Finding[] {
  const findings: Finding[] = [];
  if (composer && composer.by === map.loneComposer) {
    findings.push(finding('composer', 'loneComposer', composer.by, [composer.by]));
  } else if (composer) findings.push(finding('composer', 'composer', composer.by, map.composer));
  if (send) findings.push(finding('send', 'send', send.by, map.send));
  if (stop) findings.push(finding('end', 'stop', stop.by, map.stop));
  return findings;
}

function findingsIn(map: SiteMap, { layout, turns }: Thread, isAnswering: boolean): Finding[] {
  // Layouts are served side by side, so none of them is older than another.
  const seen =
    layout.user.turn.seen < layout.assistant.turn.seen ? layout.user.turn.seen : layout.assistant.turn.seen;
  const where = { list: 'layouts', entry: map.layouts.indexOf(layout), seen, isOlder: false } as const;
  const findings: Finding[] = [{ part: 'turns', ...where }];
  if (new Set(turns.map(({ role }) => role)).size === 2) findings.push({ part: 'roles', ...where });
  const newest = turns.slice(-mostTurns);
  for (const role of ['user', 'assistant'] as const) {
    const { text = [] } = layout[role];
    const used = new Set(
      newest.filter((turn) => turn.role === role).map(({ element }) => findWords(element, layout[role])?.by),
    );
    for (const by of text) if (used.has(by)) findings.push(finding('words', 'text', by, text));
  }
  const answer = turns.findLast(({ role }) => role === 'assistant');
  for (const list of ['complete', 'streaming'] as const) {
    const mark = layout.assistant[list];
    if (answer && !isAnswering && mark && has(answer.element, mark.css)) {
      findings.push(finding('end', list, mark, [mark]));
    }
  }
  return findings;
}

/** One page is built alike throughout: that the words of all turns are found is a check of its own. */
const mostTurns = 20;

function finding(part: Part, list: Finding['list'], by: Selector, all: readonly Selector[]): Finding {
  return { part, list, entry: all.indexOf(by), seen: by.seen, isOlder: isOlder(by, all) };
}

/** By more than a month: sites change account by account, and evidence comes when it comes. */
function isOlder({ seen }: Selector, all: readonly Selector[]): boolean {
  return all.some((other) => monthsOf(other.seen) - monthsOf(seen) > 1);
}

function monthsOf(month: Month): number {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return 12 * year + of;
}
