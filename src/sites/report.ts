import type { Finding, Health, Part, SiteHealth } from '@/sites/findings';
import { outline } from '@/sites/outline';

export interface ReportFacts {
  site: { id: string; name: string };
  /** `2026-11-22`. */
  date: string;
  health: Health;
  found: SiteHealth;
}

/** Characters; the line that says which extension and browser it is about comes on top. */
const longest = 7_800;
const longestAbout = 120;

const parts: readonly Part[] = ['composer', 'send', 'turns', 'roles', 'words', 'end'];

/**
 * What somebody who mends a site's map needs to know of a page that does not fit it any more, and nothing that
 * anybody wrote: which entries matched, and how the page is built.
 */
export function report({ site, date, health, found }: ReportFacts, body: Element): string {
  const { user, assistant } = found.turns;
  const lines = [
    `${site.name} (${site.id}), ${date}`,
    `State: ${health.state}${health.part ? `, because of: ${health.part}` : ''}`,
    ...parts.map((part) => `${part}: ${entriesOf(part, found.findings)}`),
    `Turns: ${user} of the user, ${assistant} of the assistant${found.isAnswering ? ', answering' : ''}`,
    'The page:',
  ].join('\n');
  return `${lines}\n${outline(body, longest - lines.length - 1)}`;
}

/** `version` of the extension; `userAgent` as the browser gives it, of which its name and version are kept. */
export function withAbout(report: string, version: string, userAgent: string): string {
  const [browser = 'unknown browser'] = /(?:Firefox|Edg|OPR|Chrome)\/\d+/.exec(userAgent) ?? [];
  return `${`Throughline ${version}, ${browser}`.slice(0, longestAbout)}\n${report}`;
}

function entriesOf(part: Part, findings: readonly Finding[]): string {
  const entries = findings
    .filter((finding) => finding.part === part)
    .map(({ list, entry, seen, isOlder }) => `${list}[${entry}] ${seen}${isOlder ? ' (older)' : ''}`);
  return entries.join(', ') || 'none';
}
