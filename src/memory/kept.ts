import { type Category, categories } from '@/memory/categories';
import { categoriesOf, type Said } from '@/memory/categories-of';
import type { Act, Ports } from '@/memory/ports';
import type { Memory } from '@/memory/types';

type Needed = Pick<Ports, 'store' | 'placer'>;

/** What the user asked to remember is kept whatever it is about; contacts even then only where they are allowed. */
const evenIfAsked: readonly Category[] = ['contacts'];

/** Those of which the user lets every category be kept; the others leave no trace. */
export async function keptOf<Found extends Said>(
  found: readonly Found[],
  ports: Needed,
  among: readonly Category[] = categories,
): Promise<Found[]> {
  if (found.length === 0) return [];
  const { keptCategories } = await ports.store.settings();
  const unkept = among.filter((category) => !keptCategories[category]);
  if (unkept.length === 0) return [...found];
  return found.filter((said) => categoriesOf(said, ports.placer, unkept).size === 0);
}

/** The act, or nothing but what it learned from, where it would give a memory words that may not be kept. */
export async function ifKept(act: Act, ports: Needed, among?: readonly Category[]): Promise<Act> {
  const changes = act.entry?.changes ?? [];
  const worded = changes.flatMap(({ before, after }) => (after && after.text !== before?.text ? after : []));
  const kept = await keptOf(worded.map(saidIn), ports, among);
  if (kept.length === worded.length) return act;
  return act.learned ? { learned: act.learned } : {};
}

/** As `ifKept`, of what the user asked for. */
export function ifKeptWhenAsked(act: Act, ports: Needed): Promise<Act> {
  return ifKept(act, ports, evenIfAsked);
}

/** As `keptOf`, of what the user wrote by hand. */
export function keptIfAsked<Found extends Said>(found: readonly Found[], ports: Needed): Promise<Found[]> {
  return keptOf(found, ports, evenIfAsked);
}

function saidIn({ text, key, sources }: Memory): Said {
  const quote = sources.flatMap((source) => (source.from === 'turn' ? source.quote : [])).join('\n');
  return { text, key, quote };
}
