import { contentWords } from '@/lib/content-words';
import { hashText } from '@/lib/hash-text';
import { newMemory, sourceOf } from '@/memory/consolidation/changes';
import { Draft } from '@/memory/consolidation/draft';
import { type Domain, domains } from '@/memory/domains';
import { gate } from '@/memory/extraction/gate';
import { habitsIn, type Wish } from '@/memory/patterns/habits';
import type { Modifier } from '@/memory/patterns/modifiers';
import { textOf } from '@/memory/patterns/wording';
import type { Act, PendingTurn, Ports } from '@/memory/ports';
import type { Candidate, Memory, MemoryId, Source } from '@/memory/types';

/** Said in so many conversations it is a habit. */
const leastConversations = 5;
const mostSources = 8;
/** So many wait for the user at a time. */
const mostWaiting = 3;

/**
 * What a turn makes a pattern: a wish about answers that has come back in conversation after conversation. It is never
 * asserted but waits for the user's yes, and one that was offered once is not offered again, whatever became of it.
 */
export async function learnPatterns(pending: PendingTurn, ports: Ports): Promise<Omit<Act, 'learned'>> {
  const habits = habitsIn(ports.store);
  const draft = new Draft();
  for (const { key, wishes } of await habits.follow(pending)) {
    if (wishes.length < leastConversations || habits.settled.has(key)) continue;
    if ((await waiting(ports)) + draft.memories.length >= mostWaiting) break;
    const id = patternId(key);
    const isKnown =
      wishes.some((wish) => isPlace(wish, ports)) ||
      (await ports.store.auditOf([id])).length > 0 ||
      (await isKnownOtherwise(wishes, ports));
    const pattern = isKnown ? undefined : await patternOf(id, wishes, ports);
    if (pattern) draft.put(pattern);
    if (isKnown || pattern) habits.settled.add(key);
  }
  return draft.act('learn', ports);
}

/** "A history of fado in Lisbon" wishes for no answer in Lisbon. */
function isPlace({ modifier: { phrase } }: Wish, { placer }: Ports): boolean {
  if (!/ \p{Lu}/u.test(phrase)) return false;
  const placed = placer.domains(phrase);
  const sum = (of: readonly Domain[]) =>
    of.reduce((all, one) => all + (placed[domains.indexOf(one)] ?? 0), 0);
  return sum(['city', 'trip']) > Math.max(surely, sum(['code', 'languages']));
}

const surely = 0.2;

/** One and the same for the same wish: the audit knows it after its words are gone. */
function patternId(key: string): MemoryId {
  return `pattern-${hashText(key)}`;
}

async function waiting({ store }: Ports): Promise<number> {
  const memories = await store.memoriesByStatus('quarantined');
  return memories.filter((memory) => memory.status === 'quarantined' && memory.reason === reason).length;
}

const reason = 'pattern';

/** A memory that the user has, or had, says it already: it holds all words of the wish. */
async function isKnownOtherwise(wishes: readonly Wish[], { store, words }: Ports): Promise<boolean> {
  const latest = wishes.at(-1);
  if (!latest) return true;
  const wished = contentWords(latest.modifier.phrase);
  const near = await store.memories(words.search(latest.modifier.phrase, nearest).map(({ id }) => id));
  const gone = (await Promise.all(others.map((status) => store.memoriesByStatus(status)))).flat();
  return [...near, ...gone].some((memory) => memory.kind !== 'episode' && says(memory, wished));
}

const nearest = 10;
const others = ['quarantined', 'conflict', 'archived', 'superseded'] as const;

function says({ text }: Memory, wished: ReadonlySet<string>): boolean {
  const said = contentWords(text);
  return [...wished].every((word) => said.has(word));
}

/** Its sources are the latest turns that still hold the words; undefined where they have become too few. */
async function patternOf(id: MemoryId, wishes: readonly Wish[], ports: Ports): Promise<Memory | undefined> {
  const sources: Source[] = [];
  const said: Wish[] = [];
  for (const wish of wishes) {
    const turn = await ports.store.turn(wish.turn.id);
    if (!turn?.text.includes(wish.modifier.quote)) continue;
    said.push(wish);
    sources.push(sourceOf(candidateOf(wish), { turn, conversation: wish.conversation }));
  }
  const latest = said.at(-1);
  const source = sources.at(-1);
  if (said.length < leastConversations || !latest || !source) return undefined;
  const [candidate] = gate([{ ...candidateOf(latest), text: textOf(usual(said)) }], latest.turn.text);
  if (!candidate) return undefined;
  const { status: _, ...memory } = newMemory(
    candidate,
    source,
    latest.conversation.space,
    ports.now(),
    ports,
  );
  return { ...memory, id, sources: sources.slice(-mostSources), status: 'quarantined', reason };
}

/** The wish in the words that it was said in most often, of those the latest. */
function usual(said: readonly Wish[]): Modifier {
  const times = (one: Modifier) => said.filter(({ modifier }) => modifier.phrase === one.phrase).length;
  return said.map(({ modifier }) => modifier).reduce((best, one) => (times(one) >= times(best) ? one : best));
}

function candidateOf({ modifier }: Wish): Candidate {
  return {
    kind: modifier.kind,
    text: textOf(modifier),
    quote: modifier.quote,
    importance: 0.5,
    confidence: 0.6,
    basis: 'inferred',
  };
}
