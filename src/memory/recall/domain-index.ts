import { type Domain, domains, type Matter, matters } from '@/memory/domains';
import type { Neighbour, Placer } from '@/memory/ports';
import conceptMap from '@/memory/recall/concept-map.json' with { type: 'json' };
import { namedRelation } from '@/memory/recall/relations';
import type { Memory, MemoryId } from '@/memory/types';

/** What a draft is about, and what of a life bears on that. */
export interface Needs {
  /** 0 to 1: the draft is complete in itself. */
  nothing: number;
  /** Of each domain, in the order of `domains`: what it adds, below 0 where the draft does better without it. */
  weights: Float32Array;
}

/** How much a memory is needed, and for which of its domains most. */
export interface Needed {
  /** -1 to 1. */
  need: number;
  domain: Domain | undefined;
}

/** A memory's text and, where it holds one, its natural key. */
export type PlacedItem = Pick<Memory, 'id' | 'text' | 'key'>;

/** Which domains each active memory belongs to, and so what is needed by drafts that share no word with it. */
export interface DomainIndex {
  add(items: readonly PlacedItem[]): void;
  remove(ids: readonly MemoryId[]): void;
  needsOf(draft: string): Needs;
  /** The names of those who are this to the user, lower-case. */
  namesOf(relations: ReadonlySet<string>): string[];
  needed(id: MemoryId, needs: Needs): Needed;
  /** The `k` that are needed most, the most needed first. */
  search(needs: Needs, k: number): Neighbour[];
}

export function domainIndex(placer: Placer): DomainIndex {
  const placed = new Map<MemoryId, Float32Array>();
  const people = new Map<MemoryId, { relation: string; name: string }>();
  const needed = (id: MemoryId, { weights }: Needs): Needed => {
    const own = placed.get(id);
    let need = 0;
    let most = 0;
    let domain: Domain | undefined;
    for (let at = 0; own && at < own.length; at++) {
      const part = (own[at] ?? 0) * (weights[at] ?? 0);
      need += part;
      if (part <= most) continue;
      most = part;
      domain = domains[at];
    }
    return { need: Math.max(-1, Math.min(1, need / plain)), domain };
  };

  return {
    add(items) {
      for (const { id, text, key } of items) {
        const own = placer.domains(text);
        const domain = key === undefined ? undefined : domainOfKey[key];
        if (domain) own[domains.indexOf(domain)] = 1;
        placed.set(id, own);
        const person = namedRelation(text);
        if (person) people.set(id, person);
        else people.delete(id);
      }
    },
    remove(ids) {
      for (const id of ids) {
        placed.delete(id);
        people.delete(id);
      }
    },
    namesOf: (relations) =>
      [...people.values()].filter(({ relation }) => relations.has(relation)).map(({ name }) => name),
    needsOf: (draft) => needsIn(placer.matters(draft)),
    needed,
    search(needs, k) {
      return [...placed.keys()]
        .map((id) => ({ id, score: needed(id, needs).need }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)
        .slice(0, k);
    },
  };
}

/** What a natural key is about, whatever the words: "I moved to Porto in May" tells the city. */
const domainOfKey: Record<string, Domain | undefined> = {
  home: 'city',
  timezone: 'city',
  employer: 'job',
  occupation: 'job',
  partner: 'partner',
  name: 'identity',
  age: 'identity',
  birthday: 'identity',
  pronouns: 'identity',
};

/** Matter to what it adds for each domain, in the order of `domains`. */
const concepts = new Map(
  (Object.entries(conceptMap) as [Matter, Partial<Record<Domain, number>>][]).map(([matter, needs]) => [
    matters.indexOf(matter),
    domains.map((domain) => needs[domain] ?? 0),
  ]),
);

/** From here on a memory is plainly needed; how much more plainly, tells nothing. */
const plain = 0.2;

/** Where nothing is raised surely, little is needed. */
const leastRaised = 0.3;

function needsIn(raised: Float32Array): Needs {
  const none = matters.indexOf('none');
  const all = raised.reduce((sum, share, matter) => (matter === none ? sum : sum + share), 0);
  const weights = new Float32Array(domains.length);
  for (const [matter, needs] of concepts) {
    const share = (raised[matter] ?? 0) / Math.max(leastRaised, all);
    for (const [at, need] of needs.entries()) weights[at] = (weights[at] ?? 0) + share * need;
  }
  return { nothing: raised[none] ?? 0, weights };
}
