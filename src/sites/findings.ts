import type { Role } from '@/memory/types';
import type { Month } from '@/sites/selectors';

/** What of a page a site's map has to find. *end*: the mark by which an answer is known to be complete. */
export type Part = 'composer' | 'send' | 'turns' | 'roles' | 'words' | 'end';

/** Which entry of which list of the map found a part. */
export interface Finding {
  part: Part;
  list: 'composer' | 'loneComposer' | 'send' | 'layouts' | 'text' | 'stop' | 'complete' | 'streaming';
  entry: number;
  seen: Month;
  /** Its month is well before the newest of its list: the page may be one that the site is leaving behind. */
  isOlder: boolean;
}

/** How a site's map fits the page as it stands; no words of the page. */
export interface SiteHealth {
  findings: Finding[];
  /** A check that the turns do not pass: whatever is read here may be wrong. */
  failed?: Part | undefined;
  turns: Record<Role, number>;
  /** The thread ends with a question, and words that no turn holds stand behind it. */
  hasMoreBehind: boolean;
  /** The site's own mark of an answer being written. */
  isAnswering: boolean;
  /** The address names a conversation, and the site has turns to be read. */
  expectsTurns: boolean;
}

/** *degraded*: read by entries that the newest pages do without. *paused*: nothing is kept, nothing is added. */
export interface Health {
  state: 'fine' | 'degraded' | 'paused';
  /** Why it is not fine. */
  part?: Part | undefined;
}
