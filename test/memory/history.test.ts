import { describe, expect, test } from 'vitest';
import { historyIn } from '@/memory/history';
import type { AuditEntry, Memory, Source } from '@/memory/types';
import { memoryWith } from './recall/memory-with';

const said = (quote: string, at: number): Source => ({
  from: 'turn',
  site: 'chatgpt',
  conversationId: 'c',
  turnId: `turn-${at}`,
  quote,
  at,
});
const porto: Memory = memoryWith({
  id: 'porto',
  text: 'I live in Porto.',
  sources: [said('I live in Porto', 1)],
});
const lisbon: Memory = memoryWith({
  id: 'lisbon',
  text: 'I live in Lisbon.',
  createdAt: 5,
  sources: [said('I moved to Lisbon', 5)],
});

let entries = 0;
const entry = (kind: AuditEntry['kind'], at: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `entry-${++entries}`,
  at,
  kind,
  changes: [],
  ...more,
});
const learned = entry('learn', 1, { changes: [{ after: porto }] });
const moved = entry('learn', 5, {
  changes: [
    { after: lisbon },
    {
      before: porto,
      after: { ...porto, status: 'superseded', supersededBy: 'lisbon', supersededAt: 5 } as Memory,
    },
  ],
});
const whatIn = (ids: string[], list: AuditEntry[]) => historyIn(ids, list).map(({ what }) => what);

describe('the history of a memory', () => {
  test('tells the older value, what took its place, and from which words', () => {
    expect(historyIn(['lisbon', 'porto'], [learned, moved])).toMatchObject([
      { at: 1, what: 'learned', memoryId: 'porto', after: porto.text, source: porto.sources[0], by: 'rules' },
      { at: 5, what: 'superseded', memoryId: 'porto', before: porto.text, after: lisbon.text, by: 'rules' },
      { at: 5, what: 'learned', memoryId: 'lisbon', after: lisbon.text, source: lisbon.sources[0] },
    ]);
  });

  test('has nothing of other memories in the same entries', () => {
    expect(whatIn(['lisbon'], [learned, moved])).toEqual(['learned']);
  });

  test('tells the words before and after a revision, by hand', () => {
    const oboe: Memory = {
      ...lisbon,
      text: 'I live in Faro.',
      sources: [...lisbon.sources, { from: 'hand', at: 7 }],
    };
    const revised = entry('revise', 7, { changes: [{ before: lisbon, after: oboe }] });
    expect(historyIn(['lisbon'], [revised])).toMatchObject([
      { what: 'revised', before: lisbon.text, after: oboe.text, source: { from: 'hand', at: 7 }, by: 'user' },
    ]);
  });

  test('tells what was said again, with the new words, and what another reader found too', () => {
    const again: Memory = {
      ...porto,
      sources: [...porto.sources, said('Porto, where I live', 3)],
      strength: 2,
    };
    const agreed: Memory = { ...again, confidence: 0.95 };
    const list = [
      entry('learn', 3, { changes: [{ before: porto, after: again }] }),
      entry('learn', 4, { changes: [{ before: again, after: agreed }], readBy: 'a-model' }),
    ];
    const items = historyIn(['porto'], list);
    expect(items).toMatchObject([
      { what: 'said-again', source: { quote: 'Porto, where I live' }, by: 'rules' },
      { what: 'agreed', by: 'model', readBy: 'a-model' },
    ]);
    expect(items[0]).not.toHaveProperty('before');
  });

  test('tells what was learned on the user’s own word as the user’s doing', () => {
    const asked = entry('learn', 1, { changes: [{ after: { ...porto, basis: 'confirmed' } }] });
    const written = entry('add', 1, { changes: [{ after: { ...porto, basis: 'written' } }] });
    expect(historyIn(['porto'], [asked, written])).toMatchObject([
      { what: 'learned', by: 'user' },
      { what: 'written', by: 'user' },
    ]);
  });

  test('tells uses in a row as one', () => {
    const use = (at: number, more: Partial<AuditEntry> = {}) =>
      entry('use', at, { used: ['porto', 'x'], ...more });
    const pinned = entry('pin', 6, { changes: [{ before: porto, after: { ...porto, pinned: true } }] });
    const items = historyIn(
      ['porto'],
      [learned, use(2), use(3), use(4), pinned, use(7), use(8, { undoneBy: 'u' })],
    );
    expect(items.map(({ what, at, times }) => [what, at, times])).toEqual([
      ['learned', 1, undefined],
      ['used', 4, 3],
      ['pinned', 6, undefined],
      ['used', 7, 1],
      ['used', 8, 1],
    ]);
  });

  test('tells an act that was taken back, and what took it back', () => {
    const archived: Memory = { ...porto, status: 'archived', archivedAt: 2 } as Memory;
    const undo = entry('undo', 3, { changes: [{ before: archived, after: porto }] });
    const archive = entry('archive', 2, { changes: [{ before: porto, after: archived }], undoneBy: undo.id });
    expect(historyIn(['porto'], [archive, undo])).toMatchObject([
      { what: 'archived', isUndone: true, entry: archive.id },
      { what: 'undone', undid: 'archived', isUndone: false, entry: undo.id },
    ]);
  });

  test('tells what stepped behind a memory that came back as superseded', () => {
    const archived: Memory = { ...porto, status: 'archived', archivedAt: 2 } as Memory;
    const stepped: Memory = {
      ...lisbon,
      status: 'superseded',
      supersededBy: 'porto',
      supersededAt: 9,
    } as Memory;
    const undo = entry('undo', 9, {
      changes: [
        { before: archived, after: porto },
        { before: lisbon, after: stepped },
      ],
    });
    const archive = entry('archive', 2, { changes: [{ before: porto, after: archived }], undoneBy: undo.id });
    expect(historyIn(['lisbon'], [archive, undo])).toMatchObject([{ what: 'superseded', after: porto.text }]);
  });

  const as = (changes: object) => ({ ...porto, ...changes }) as Memory;
  const conflict = as({ status: 'conflict', conflictsWith: 'lisbon' });
  const waiting = as({ status: 'quarantined', reason: 'unsure' });
  const away = as({ status: 'archived', archivedAt: 2 });
  test.each<[string, AuditEntry['kind'], Memory | undefined, Memory | undefined]>([
    ['archived', 'archive', porto, away],
    ['faded', 'fade', porto, away],
    ['over', 'fade', porto, { ...away, validTo: 1 }],
    ['restored', 'restore', away, porto],
    ['confirmed', 'restore', waiting, porto],
    ['disputed', 'learn', porto, conflict],
    ['settled', 'restore', conflict, porto],
    ['closed', 'learn', porto, as({ status: 'closed', outcome: 'reached', closedAt: 2 })],
    ['pinned', 'pin', porto, as({ pinned: true })],
    ['unpinned', 'pin', as({ pinned: true }), porto],
    ['rated', 'rate', porto, as({ strength: 0.5 })],
    ['forgotten', 'forget', porto, undefined],
  ])('calls it %s', (what, kind, before, after) => {
    const rated = kind === 'rate' ? { rated: 'down' as const } : {};
    const [item] = historyIn(['porto'], [entry(kind, 2, { changes: [{ before, after }], ...rated })]);
    expect(item).toMatchObject({ what, ...rated });
  });

  test('of a memory that is in dispute names the other one’s words', () => {
    const list = [entry('learn', 2, { changes: [{ before: porto, after: conflict }, { after: lisbon }] })];
    expect(historyIn(['porto'], list)).toMatchObject([{ before: porto.text, after: lisbon.text }]);
  });

  test('has nothing left of what was purged', () => {
    expect(historyIn(['porto'], [entry('forget', 2)])).toEqual([]);
  });
});
