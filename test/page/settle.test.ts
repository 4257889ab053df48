// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { turnReader } from '@/page/seen-turns';
import { settler } from '@/page/settle';
import type { SiteTurn } from '@/sites/site';
import { turnsOf } from './fake-page';

function openThread() {
  const settle = settler();
  const read = turnReader();
  return (turns: readonly SiteTurn[], { isAnswering = false, isLast = false } = {}) =>
    settle(read(turns), isAnswering, isLast).turns.map(({ turn }) => turn.text());
}

describe('a turn is complete', () => {
  it('when two readings in a row found the same words', () => {
    const look = openThread();
    const turns = turnsOf({ role: 'user', text: 'hello' });
    expect(look(turns)).toEqual([]);
    expect(look(turns)).toEqual(['hello']);
  });

  it('on a page that draws its thread anew before each reading', () => {
    const look = openThread();
    look(turnsOf({ role: 'user', text: 'hello' }));
    expect(look(turnsOf({ role: 'user', text: 'hello' }))).toEqual(['hello']);
  });

  it('not while its words change, not even to as many others', () => {
    const look = openThread();
    const element = document.createElement('p');
    look(turnsOf({ role: 'user', text: 'five', id: 'a', element }));
    expect(look(turnsOf({ role: 'user', text: 'four', id: 'a', element }))).toEqual([]);
  });

  it('not while the site marks it as being written', () => {
    const look = openThread();
    const turns = turnsOf({ role: 'assistant', text: 'One moment', streaming: true });
    for (let times = 0; times < 5; times++) expect(look(turns)).toEqual([]);
  });

  it('not while the site answers, if it is the last answer, however long it stands still', () => {
    const look = openThread();
    const turns = turnsOf(
      { role: 'assistant', text: 'An answer before', id: 'a' },
      { role: 'user', text: 'Search the web', id: 'b' },
      { role: 'assistant', text: 'Searching', id: 'c' },
    );
    look(turns, { isAnswering: true });
    expect(look(turns, { isAnswering: true })).toEqual(['An answer before', 'Search the web']);
    look(turns);
    expect(look(turns)).toContain('Searching');
  });

  it('not without words, and the turns beside it do not wait', () => {
    const look = openThread();
    const turns = turnsOf({ role: 'user', text: ' ' }, { role: 'assistant', text: 'A fine picture' });
    look(turns);
    expect(look(turns)).toEqual(['A fine picture']);
  });

  it('not before it has its id, where the site gives ids', () => {
    const look = openThread();
    const named = { role: 'assistant', text: 'Hi', id: 'a' } as const;
    const pending = turnsOf(named, { role: 'user', text: 'hello' });
    look(pending, { isAnswering: true });
    expect(look(pending, { isAnswering: true })).toEqual(['Hi']);
  });

  it('at once when the page goes away', () => {
    const look = openThread();
    expect(look(turnsOf({ role: 'user', text: 'hello' }), { isLast: true })).toEqual(['hello']);
  });
});

describe('the key of a turn', () => {
  const keysOf = (turns: readonly SiteTurn[]) => turnReader()(turns).map(({ key }) => key);

  it('is the id of the site where there is one', () => {
    expect(keysOf(turnsOf({ role: 'user', text: 'hello', id: 'a1' }))).toEqual(['a1']);
  });

  it('tells texts apart that only begin alike', () => {
    const long = 'The same beginning. '.repeat(500);
    const [one, two] = keysOf(
      turnsOf({ role: 'user', text: `${long}1` }, { role: 'user', text: `${long}2` }),
    );
    expect(one).not.toBe(two);
  });

  it('tells the same words apart by their place', () => {
    const yes = { role: 'user', text: 'yes' } as const;
    expect(new Set(keysOf(turnsOf({ ...yes, position: 0 }, { ...yes, position: 2 }))).size).toBe(2);
    expect(new Set(keysOf(turnsOf(yes, yes))).size).toBe(2);
  });

  it('stays the same in a list that shows another part of the thread', () => {
    const all = turnsOf(
      { role: 'user', text: 'one', position: 0 },
      { role: 'assistant', text: 'two', position: 1 },
      { role: 'user', text: 'three', position: 2 },
    );
    expect(keysOf(all.slice(1))).toEqual(keysOf(all).slice(1));
  });
});
