import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import { strengthNow } from '@/memory/strength';
import { type AuditKind, feedbackSorts, keeps, type Memory, type MemoryId } from '@/memory/types';
import { memoryWith } from '../memory/recall/memory-with';
import { captured, draftIn, freshName, type OpenEngine, openEngine } from '../support/open-engine';
import { noting, openReader } from './open-reader';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22, 10);

const use = (ids: MemoryId[]) => ({
  ...draftIn(''),
  url: 'https://claude.ai/chat/2',
  title: '',
  used: ids,
  at: 0,
});

interface Known {
  open: OpenEngine;
  /** Milliseconds that went by. */
  at(): number;
  wait(ms: number): void;
}

const disputed = (id: string, text: string, other: string): Memory => ({
  ...memoryWith({ id, text }),
  status: 'conflict',
  conflictsWith: other,
});

/** Some memories that were there before: one is old enough to fade, two cannot both be true. */
async function withSome(): Promise<Known> {
  const open = await openEngine(freshName(), { at: start });
  const old = start - 300 * day;
  await open.store.commit({
    put: [
      memoryWith({
        id: 'old',
        kind: 'episode',
        text: 'We looked at blue tiles for the hallway.',
        importance: 0.3,
        strengthAt: old,
        createdAt: old,
        updatedAt: old,
      }),
      memoryWith({ id: 'garden', strength: 1.4, strengthAt: old }),
      memoryWith({ id: 'home', text: 'I live in Porto.', key: 'home', strengthAt: start }),
      disputed('ana', 'My sister is called Ana.', 'eva'),
      disputed('eva', 'My sister is called Eva.', 'ana'),
    ],
  });
  await open.engine.report(use(['garden']));
  let passed = 0;
  const wait = (ms: number) => {
    passed += ms;
    open.wait(ms);
  };
  return { open, at: () => start + passed, wait };
}

const everything = async ({ open }: Known): Promise<Memory[]> => {
  const ids = await open.database.memories.toCollection().primaryKeys();
  return open.store.memories(ids);
};

/** Without the use that was there before. */
const entriesIn = async ({ open }: Known) =>
  (await open.database.audit.orderBy('id').offset(1).toArray()).filter(({ kind }) => kind !== 'undo');

/** What is undone of use is worked out anew, so that strengths are told for one moment and rounded. */
function expectSame(now: readonly Memory[], before: readonly Memory[], at: number): void {
  const bare = ({ strength, strengthAt, ...rest }: Memory) => rest;
  expect(now.map(bare)).toEqual(before.map(bare));
  for (const [index, memory] of now.entries()) {
    const other = before[index];
    const difference = strengthNow(memory, at) - (other ? strengthNow(other, at) : Number.NaN);
    expect(Math.abs(difference)).toBeLessThan(1e-9);
  }
}

const texts = [
  'I live in Rome.',
  'I moved to Lisbon.',
  'I play the cello.',
  "I'm allergic to nuts.",
  'Answer briefly, please.',
  'I grow tomatoes behind the fence of my garden.',
  'We looked at blue tiles for the hallway.',
  'I want to run a half marathon.',
  'I finally ran the half marathon.',
  'My sister is called Ana.',
  'My sister is called Eva.',
];
const text = fc.constantFrom(...texts);
const which = fc.nat({ max: 9 });
const someMs = fc.constantFrom(0, 0, 1000, 3 * day, 60 * day);
const act = fc.oneof(
  fc.record({ do: fc.constant('add' as const), text }),
  fc.record({ do: fc.constant('hear' as const), text }),
  fc.record({ do: fc.constant('revise' as const), which, text }),
  fc.record({ do: fc.constantFrom('archive' as const, 'restore' as const, 'forget' as const), which }),
  fc.record({ do: fc.constant('pin' as const), which, pinned: fc.boolean() }),
  fc.record({ do: fc.constant('use' as const), which, other: which }),
  fc.record({ do: fc.constant('rate' as const), which, sort: fc.constantFrom(...feedbackSorts) }),
  fc.record({ do: fc.constant('settle' as const), which, keep: fc.constantFrom(...keeps) }),
  fc.record({ do: fc.constant('night' as const) }),
);
type Step = typeof act extends fc.Arbitrary<infer Of> ? Of : never;

let chats = 0;

async function play(step: Step, known: Known): Promise<void> {
  const { engine } = known.open;
  const ids = (await everything(known)).map(({ id }) => id);
  const pick = (index: number): MemoryId => ids[index % ids.length] ?? 'none';
  switch (step.do) {
    case 'add':
      return void (await engine.add(step.text));
    case 'hear':
      await engine.capture(captured([step.text], { chat: `undo-${++chats}` }));
      return engine.learn();
    case 'revise':
      return void (await engine.revise(pick(step.which), step.text));
    case 'pin':
      return void (await engine.pin([pick(step.which)], step.pinned));
    case 'use':
      return engine.report(use([pick(step.which), pick(step.other)]));
    case 'rate':
      return void (await engine.feedback({
        ...draftIn('How do I keep slugs off my tomatoes?'),
        memories: [pick(step.which)],
        sort: step.sort,
      }));
    case 'settle':
      return void (await engine.settle(step.which % 2 === 0 ? 'ana' : 'eva', step.keep));
    case 'night': {
      // What was forgotten is gone for good after a night: that cannot be taken back, and is another story.
      const isPurging = (await entriesIn(known)).some(({ kind }) => kind === 'forget');
      if (isPurging) return;
      known.wait(200 * day);
      return engine.tidy();
    }
    default:
      return void (await engine[step.do]([pick(step.which)]));
  }
}

async function playAll(steps: readonly (readonly [Step, number])[], known: Known): Promise<void> {
  for (const [step, ms] of steps) {
    known.wait(ms);
    await play(step, known).catch((error: Error) => {
      if (error.name !== 'RefusedError') throw error;
    });
  }
}

test('whatever was done, undone in reverse, leaves the memories as they were', async () => {
  const told = new Map<AuditKind, number>();
  const steps = fc.array(fc.tuple(act, someMs), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const known = await withSome();
      const before = await everything(known);
      await playAll(list, known);
      for (const { id, kind } of (await entriesIn(known)).reverse()) {
        told.set(kind, (told.get(kind) ?? 0) + 1);
        await known.open.engine.undo(id);
      }
      expectSame(await everything(known), before, known.at());
      await known.open.engine.completeVectors();
      expect(known.open.faults).toEqual([]);
      known.open.close();
    }),
    { numRuns: 40 },
  );
  const kinds: AuditKind[] = [
    'learn',
    'add',
    'revise',
    'archive',
    'restore',
    'forget',
    'use',
    'rate',
    'pin',
    'fade',
    'settle',
  ];
  expect([...told.keys()]).toEqual(expect.arrayContaining(kinds));
}, 240_000);

describe('one act out of the middle', () => {
  test('takes only what it changed: what was used, said again or pinned since stays so', async () => {
    const known = await withSome();
    const { engine, store } = known.open;
    await engine.archive(['garden']);
    const archived = (await entriesIn(known)).at(-1)?.id;
    await engine.restore(['garden']);
    const restored = (await entriesIn(known)).at(-1)?.id;
    await engine.pin(['garden'], true);
    const pinned = (await entriesIn(known)).at(-1)?.id;
    known.wait(day);
    await engine.report(use(['garden']));
    await engine.undo(pinned);
    expect(await store.memory('garden')).toMatchObject({ pinned: false, uses: 2, lastUsedAt: start + day });
    await expect(engine.undo(archived)).rejects.toThrow('changed or forgotten in the meantime');
    await engine.undo(restored);
    expect(await store.memory('garden')).toMatchObject({ status: 'archived', uses: 2 });
  });

  test('a use that is taken back leaves the use before it as the last one', async () => {
    const known = await withSome();
    const { engine, store } = known.open;
    for (const _ of [1, 2]) {
      known.wait(day);
      await engine.report(use(['home', 'home']));
    }
    const [first, second] = (await entriesIn(known)).map(({ id }) => id);
    await engine.undo(second);
    expect(await store.memory('home')).toMatchObject({ uses: 1, lastUsedAt: start + day });
    await engine.undo(first);
    const memory = await store.memory('home');
    expect(memory).toMatchObject({ uses: 0 });
    expect(memory).not.toHaveProperty('lastUsedAt');
    expect(memory && strengthNow(memory, known.at())).toBeCloseTo(0.5 ** (2 / 720), 9);
    await expect(engine.undo(first)).rejects.toThrow('taken back already');
  });

  test('a revision is taken back also where the memory was archived since', async () => {
    const known = await withSome();
    const { engine, store } = known.open;
    await engine.revise('garden', 'I grow beans.');
    const revised = (await entriesIn(known)).at(-1)?.id;
    await engine.archive(['garden']);
    await engine.undo(revised);
    expect(await store.memory('garden')).toMatchObject({ status: 'archived', text: memoryWith().text });
  });

  test('what another memory stepped behind since is not taken from under it', async () => {
    const known = await withSome();
    const { engine } = known.open;
    await engine.add('I live in Rome.');
    const rome = (await entriesIn(known)).at(-1)?.id;
    await engine.undo();
    await engine.add('I live in Berlin.');
    const berlin = (await everything(known)).find(({ text }) => text.includes('Berlin'))?.id ?? '';
    const added = (await entriesIn(known)).at(-1)?.id;
    await engine.archive([berlin]);
    await engine.add('I live in Oslo.');
    await engine.restore([berlin]);
    await expect(engine.undo(added)).rejects.toThrow('undo the later change first');
    await expect(engine.undo(rome)).rejects.toThrow('taken back already');
  });

  test('what was taken back can be done again', async () => {
    const known = await withSome();
    const { engine, store, database } = known.open;
    await engine.archive(['garden']);
    await engine.undo();
    const [undo] = await database.audit.filter(({ kind }) => kind === 'undo').toArray();
    await engine.undo(undo?.id);
    expect(await store.memory('garden')).toMatchObject({ status: 'archived' });
  });

  test('what was learned and is taken back is not read off the same turn by a model afterwards', async () => {
    const vegan = { quote: "I'm vegan", text: "I'm vegan." };
    const { engine, hears, loop, active, database, jobs } = await openReader(async () => noting(vegan));
    await hears("I'm vegan. Is tofu healthy?");
    const [learned] = await database.audit.toArray();
    await engine.undo(learned?.id);
    expect(await jobs()).toEqual([]);
    await loop.run();
    expect(await active()).toEqual([]);
  });

  test('what was forgotten comes back within its time, and is refused after it', async () => {
    const known = await withSome();
    const { engine, store } = known.open;
    const before = await store.memory('garden');
    const first = await engine.forget(['garden']);
    known.wait(takeBackMs - 1);
    await engine.tidy();
    await engine.undo(first);
    expect(await store.memory('garden')).toEqual(before);
    const second = await engine.forget(['garden']);
    known.wait(takeBackMs + 1);
    await engine.tidy();
    await expect(engine.undo(second)).rejects.toThrow('forgotten for good');
  });
});
