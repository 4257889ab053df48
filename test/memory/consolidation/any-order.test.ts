import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consolidate } from '@/memory/consolidation/consolidate';
import type { ActiveMemory, Basis, Memory, Source } from '@/memory/types';

/** What somebody may say of their home, their car and what they like; times in minutes. */
interface Said {
  text: string;
  key?: string | undefined;
  minute: number;
  basis: Basis;
}

const statements = [
  { text: 'I live in Porto.', key: 'home' },
  { text: 'I live in Lisbon.', key: 'home' },
  { text: 'I moved to Braga.', key: 'home' },
  { text: 'My car is a Golf.' },
  { text: 'My car is a Fiat.' },
  { text: 'I sold my car.' },
  { text: 'I like jazz.' },
];

const said = (bases: readonly Basis[]) =>
  fc
    .uniqueArray(
      fc.record({
        statement: fc.constantFrom(...statements),
        minute: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30_000 })),
        basis: fc.constantFrom(...bases),
      }),
      { selector: ({ minute }) => minute, maxLength: 7 },
    )
    .map((all): Said[] => all.map(({ statement, ...rest }) => ({ ...statement, ...rest })));

const shuffled = (all: readonly Said[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

test('what was read off chats comes out the same in whichever order it is heard', () => {
  fc.assert(
    fc.property(
      said(['inferred']).chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      ([all, other]) => {
        expect(told(other)).toEqual(told(inOrder(all)));
      },
    ),
    { numRuns: 500 },
  );
});

test('so it does where the user wrote some of it by hand', () => {
  fc.assert(
    fc.property(
      said(['inferred', 'written']).chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      ([all, other]) => {
        expect(told(handFirst(other))).toEqual(told(inOrder(all)));
      },
    ),
    { numRuns: 500 },
  );
});

test('of two that wait for the user each names the other, and of what is active no two are rivals', () => {
  fc.assert(
    fc.property(said(['inferred', 'written']).chain(shuffled), (all) => {
      const memories = memoriesOf(handFirst(all));
      for (const memory of memories) {
        if (memory.status !== 'conflict') continue;
        const other = memories.find(({ id }) => id === memory.conflictsWith);
        expect(other).toMatchObject({ status: 'conflict', conflictsWith: memory.id });
      }
      const homes = memories.filter(({ status, key }) => status === 'active' && key === 'home');
      expect(homes.length).toBeLessThan(2);
    }),
    { numRuns: 300 },
  );
});

/** What the user writes is heard of at once: nothing that was said later comes before it. */
function handFirst(all: readonly Said[]): Said[] {
  const ordered: Said[] = [];
  for (const one of all) {
    const place = one.basis === 'written' ? ordered.findIndex(({ minute }) => minute > one.minute) : -1;
    ordered.splice(place < 0 ? ordered.length : place, 0, one);
  }
  return ordered;
}

function inOrder(all: readonly Said[]): Said[] {
  return [...all].sort((one, other) => one.minute - other.minute);
}

function memoriesOf(all: readonly Said[]): Memory[] {
  const memories = new Map<string, Memory>();
  let ids = 0;
  for (const one of all) {
    const changes = consolidate(memoryOf(one, `m${++ids}`), [...memories.values()], () => `m${++ids}`);
    for (const { after } of changes) if (after) memories.set(after.id, after);
  }
  return [...memories.values()];
}

/** The memories without their ids, in the order of what they say. */
function told(all: readonly Said[]) {
  const memories = memoriesOf(all);
  const nameOf = (id: string) => {
    const memory = memories.find((one) => one.id === id);
    return memory && `${memory.text} ${memory.sources.map(({ at }) => at / 60_000).join()}`;
  };
  return memories
    .map((memory) => ({
      name: nameOf(memory.id),
      status: memory.status,
      basis: memory.basis,
      validFrom: memory.status === 'superseded' ? memory.validFrom : undefined,
      validTo: memory.validTo,
      other:
        memory.status === 'superseded'
          ? nameOf(memory.supersededBy)
          : memory.status === 'conflict'
            ? nameOf(memory.conflictsWith)
            : undefined,
    }))
    .sort((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
}

function memoryOf({ text, key, minute, basis }: Said, id: string): ActiveMemory {
  const at = minute * 60_000;
  return {
    id,
    kind: text.includes('like') ? 'preference' : 'fact',
    text,
    key,
    basis,
    status: 'active',
    space: 'personal',
    importance: 0.5,
    confidence: 0.9,
    strength: 1,
    strengthAt: at,
    uses: 0,
    pinned: false,
    sources: [basis === 'written' ? { from: 'hand', at } : turnAt(at)],
    createdAt: at,
    updatedAt: at,
  };
}

function turnAt(at: number): Source {
  return { from: 'turn', site: 'chatgpt', conversationId: 'c', turnId: `t${at}`, quote: '', at };
}
