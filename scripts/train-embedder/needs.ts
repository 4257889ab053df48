import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Need {
  matter: string;
  draft: string;
  wanted: string[];
  /** Statements that seem near and are of no use to the draft. */
  unwanted: string[];
}

/** Our own pairs: `matter<TAB>draft<TAB>domain|statement…`, a `-` before the domain marking what is not wanted. */
export function readNeeds(folder: string): Need[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^needs-.*\.tsv$/.test(file))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .map(readNeed)
    .filter((need) => need !== undefined);
}

function readNeed(line: string): Need | undefined {
  const [matter, draft, ...entries] = line.split('\t');
  if (!matter || !draft || line.startsWith('#')) return undefined;
  const statements = entries.filter((entry) => entry.includes('|'));
  const of = (some: readonly string[]) => some.map((entry) => entry.slice(entry.indexOf('|') + 1).trim());
  return {
    matter,
    draft,
    wanted: of(statements.filter((entry) => !entry.startsWith('-'))),
    unwanted: of(statements.filter((entry) => entry.startsWith('-'))),
  };
}
