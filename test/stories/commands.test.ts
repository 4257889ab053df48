import { describe, expect, test } from 'vitest';
import type { CapturedTurn, Memory } from '@/memory/types';
import { captured, draftIn, freshName, type OpenEngine, openEngine, turn } from '../support/open-engine';

const minute = 60_000;

async function say(open: OpenEngine, text: string, more: Partial<CapturedTurn> & { chat?: string } = {}) {
  const { chat = 'chat-1', ...rest } = more;
  open.wait(1_000);
  await open.engine.capture(captured([turn(text, rest)], { chat }));
  await open.engine.learn();
}

const texts = async ({ store }: OpenEngine, status: Memory['status'] = 'active') =>
  (await store.memoriesByStatus(status)).map(({ text }) => text).sort();

const active = async ({ store }: OpenEngine) => store.memoriesByStatus('active');

/** The conversation in which `say` speaks, as its page names it. */
const here = (draft: string, chat = 'chat-1') => draftIn(draft, { site: 'chatgpt', chat });

describe('remember', () => {
  test('keeps the words as the user said them, with their source, agreed to', async () => {
    const open = await openEngine();
    await say(open, 'Remember that I play the cello. Can you suggest a piece for a beginner?');
    const [memory, ...more] = await active(open);
    expect(more).toEqual([]);
    expect(memory).toMatchObject({ text: 'I play the cello.', basis: 'confirmed', confidence: 1 });
    expect(memory?.sources).toMatchObject([{ from: 'turn', quote: 'I play the cello', site: 'chatgpt' }]);
    expect(open.faults).toEqual([]);
  });

  test('keeps what no rule reads, and each statement of a list', async () => {
    const open = await openEngine();
    await say(open, 'Note to self: the wifi at the cabin is called Otter');
    await say(open, 'Remember:\n- Rui fixes our boiler\n- I keep the spare key under the blue pot');
    expect(await texts(open)).toEqual([
      'I keep the spare key under the blue pot.',
      'Rui fixes our boiler.',
      'The wifi at the cabin is called Otter.',
    ]);
  });

  test('loses nothing of a statement of which the rules read a part, nor guesses its date', async () => {
    const open = await openEngine();
    await say(open, "Remember that my knees are gone and I can't kneel for long.");
    await say(open, 'Remember that in July I fixed the pump with a new seal.');
    expect(await texts(open)).toEqual([
      'In July I fixed the pump with a new seal.',
      "My knees are gone and I can't kneel for long.",
    ]);
  });

  test('to behave in some way is a procedure', async () => {
    const open = await openEngine();
    await say(open, 'Remember to answer briefly.');
    expect(await active(open)).toMatchObject([{ kind: 'procedure', text: 'Answer briefly.' }]);
  });

  test.each([
    ['Merk dir bitte, dass ich Cello spiele.', 'Ich spiele Cello.'],
    ["Souviens-toi que j'ai deux tortues.", "J'ai deux tortues."],
    ['Recuerda que toco el violonchelo.', 'Toco el violonchelo.'],
    ['Lembra-te que toco violoncelo.', 'Toco violoncelo.'],
    ['Ricorda che suono il violoncello, per favore.', 'Suono il violoncello.'],
  ])('%s', async (said, text) => {
    const open = await openEngine();
    await say(open, said);
    const [memory] = await active(open);
    expect(memory?.text).toBe(text);
    const [source] = memory?.sources ?? [];
    expect(said).toContain(source?.from === 'turn' ? source.quote : '?');
  });

  test('never keeps a secret', async () => {
    const open = await openEngine();
    await say(open, 'Remember that my password is hunter22x!');
    expect(await active(open)).toEqual([]);
  });

  test('captured twice, after a restart too, is one memory, and said again it is stronger', async () => {
    const name = freshName();
    const first = await openEngine(name);
    const once = turn('Remember that I play the cello.');
    for (const _ of [1, 2]) {
      await first.engine.capture(captured([once]));
      await first.engine.learn();
    }
    first.close();
    const open = await openEngine(name);
    await open.engine.capture(captured([once]));
    await open.engine.learn();
    const [memory] = await active(open);
    await say(open, 'remember that I play the cello', { chat: 'chat-2' });
    const [again, ...more] = await active(open);
    expect(more).toEqual([]);
    expect(again?.strength).toBeGreaterThan(memory?.strength ?? 9);
  });

  test('agrees to what was only read off a chat before', async () => {
    const open = await openEngine();
    await say(open, "I'm allergic to shellfish.");
    expect(await active(open)).toMatchObject([{ basis: 'inferred' }]);
    await say(open, "Remember that I'm allergic to shellfish.");
    expect(await active(open)).toMatchObject([{ basis: 'confirmed' }]);
  });
});

describe('update', () => {
  test.each(['Actually, I moved to Porto.', 'Update: I live in Porto now.'])('%s', async (said) => {
    const open = await openEngine();
    await say(open, 'I live in Lisbon.');
    expect(await texts(open)).toEqual(['I live in Lisbon.']);
    await say(open, said, { chat: 'chat-2' });
    expect(await texts(open)).toHaveLength(1);
    expect((await texts(open))[0]).toContain('Porto');
    expect(await texts(open, 'superseded')).toEqual(['I live in Lisbon.']);
  });

  test('takes the place of what the user wrote by hand too', async () => {
    const open = await openEngine();
    await open.engine.add('I live in Lisbon.');
    await say(open, 'Actually, I moved to Porto.');
    expect((await texts(open)).join()).toContain('Porto');
    expect(await texts(open)).toHaveLength(1);
  });
});

describe('forget', () => {
  const known = [
    'I play the cello.',
    'I play tennis on Sundays.',
    'I live in Lisbon.',
    'My ex Marta lives in Faro.',
  ];

  async function withKnown() {
    const open = await openEngine();
    await open.engine.store(known.map((text) => ({ text })));
    return open;
  }

  test.each<[string, string[]]>([
    ['Forget that I play the cello.', ['I play the cello.']],
    ['Please forget everything about my ex.', ['My ex Marta lives in Faro.']],
    ['Forget about my ex', ['My ex Marta lives in Faro.']],
    ['Forget everything you know about Marta.', ['My ex Marta lives in Faro.']],
    ['Forget that I play the violin.', []],
    ['Forget about my boat.', []],
    ['Forget everything about me.', []],
    ['Forget it, never mind.', []],
    ['Please forget that I live in Lisbon', ['I live in Lisbon.']],
    ['Forget that I live in Porto.', []],
    ['Forget my previous question about tennis.', []],
  ])('%s', async (said, gone) => {
    const open = await withKnown();
    await say(open, said);
    expect(await texts(open)).toEqual(known.filter((text) => !gone.includes(text)).sort());
    expect(open.faults).toEqual([]);
  });

  test('shows beforehand what it means, does it once, and is taken back by its own conversation alone', async () => {
    const open = await withKnown();
    const draft = 'Forget that I play the cello.';
    const prospect = await open.engine.command(here(draft));
    expect(prospect).toMatchObject({ do: 'forget', memories: [{ text: 'I play the cello.' }] });
    expect(await texts(open)).toHaveLength(4);

    await say(open, draft);
    expect(await texts(open)).toHaveLength(3);
    const done = await open.engine.commandDone(here('').conversation);
    expect(done).toMatchObject({ do: 'forget', count: 1 });
    expect(await open.engine.commandDone(here('').conversation)).toBeUndefined();

    const entry = done?.entry ?? '';
    await expect(open.engine.takeBack(here('', 'other').conversation, entry)).rejects.toThrow(
      'extension only',
    );
    await open.engine.takeBack(here('').conversation, entry);
    expect(await texts(open)).toEqual([...known].sort());
    await expect(open.engine.takeBack(here('').conversation, entry)).rejects.toThrow('extension only');
  });

  test('now forgets exactly what the draft means at this moment, and nothing that a page names', async () => {
    const open = await withKnown();
    const asked = here('Forget that I play the cello.');
    const prospect = await open.engine.command(asked);
    const ids = prospect?.do === 'forget' ? prospect.memories.map(({ id }) => id) : [];
    const others = (await active(open)).map(({ id }) => id).filter((id) => !ids.includes(id));
    for (const wrong of [others, [...ids, ...others], others.slice(0, 1), []]) {
      await expect(open.engine.forgetNow({ ...asked, ids: wrong })).rejects.toThrow('not the memories');
    }
    await expect(open.engine.forgetNow({ ...here('I play the cello'), ids })).rejects.toThrow(
      'not the memories',
    );
    expect(await texts(open)).toHaveLength(4);

    const done = await open.engine.forgetNow({ ...asked, ids });
    expect(done).toMatchObject({ do: 'forget', count: 1 });
    expect(await texts(open)).toHaveLength(3);
    await say(open, asked.draft);
    expect(await texts(open)).toHaveLength(3);
    await open.engine.takeBack(asked.conversation, done.entry);
    expect(await texts(open)).toEqual([...known].sort());
  });

  test('is for good after a while, in the turn it was read off too, and cannot be taken back then', async () => {
    const open = await openEngine();
    await say(open, 'I live in Lisbon and I need a plumber.');
    await say(open, 'Forget that I live in Lisbon.');
    const done = await open.engine.commandDone(here('').conversation);
    open.wait(6 * minute);
    await open.engine.tidy();
    await expect(open.engine.takeBack(here('').conversation, done?.entry ?? '')).rejects.toThrow('for good');
    const turns = JSON.stringify(await open.database.turns.toArray());
    expect(turns).toContain('[forgotten]');
  });

  test('is asked of more than twenty memories, and twenty go at most', async () => {
    const open = await openEngine();
    await open.engine.store(
      Array.from({ length: 30 }, (_, at) => ({
        text: `My ex painted room ${at} blue.`,
        kind: 'episode' as const,
      })),
    );
    await say(open, 'Forget everything about my ex.');
    expect(await active(open)).toHaveLength(10);
  });

  test('of old or pasted words changes nothing', async () => {
    const open = await withKnown();
    for (const origin of ['unknown', 'pasted', 'prefilled'] as const) {
      await say(open, 'Forget that I play the cello.', { origin, chat: origin });
    }
    expect(await texts(open)).toEqual([...known].sort());
  });
});

describe('what do you know about me', () => {
  test('answers the profile by its parts and teaches nothing', async () => {
    const open = await openEngine();
    await open.engine.store([
      { text: 'I live in Lisbon.' },
      { text: 'I prefer short answers.', kind: 'preference' },
      { text: 'Always use metric units.', kind: 'procedure' },
      { text: 'I want to run a marathon.', kind: 'goal' },
    ]);
    const prospect = await open.engine.command(here('What do you know about me?'));
    expect(prospect).toMatchObject({
      do: 'tell',
      total: 4,
      parts: [
        { part: 'facts', memories: [{ text: 'I live in Lisbon.' }] },
        { part: 'preferences', memories: [{ text: 'I prefer short answers.' }] },
        { part: 'rules', memories: [{ text: 'Always use metric units.' }] },
        { part: 'goals', memories: [{ text: 'I want to run a marathon.' }] },
      ],
    });
    await say(open, 'What do you know about me?');
    expect(await active(open)).toHaveLength(4);
  });

  test('about one part of a life answers what belongs there', async () => {
    const open = await openEngine();
    await open.engine.store([
      { text: 'I live in Lisbon.' },
      { text: 'I take pills for my high blood pressure.' },
      { text: 'My sister Ana plays chess.' },
    ]);
    const about = async (topic: string) => {
      const prospect = await open.engine.command(here(`What do you know about my ${topic}?`));
      return prospect?.do === 'tell'
        ? prospect.parts.flatMap(({ memories }) => memories.map(({ text }) => text))
        : [];
    };
    expect(await about('health')).toEqual(['I take pills for my high blood pressure.']);
    expect(await about('family')).toEqual(['My sister Ana plays chess.']);
  });
});

describe('ignore', () => {
  test('neither the prompt nor its answer is learned from, and both stay in their conversation', async () => {
    const open = await openEngine();
    await open.engine.capture(
      captured([
        turn("Don't remember this: I'm allergic to shellfish and we decided on the blue tiles.", {
          position: 0,
        }),
        turn('Noted: the blue tiles it is, and no shellfish.', { role: 'assistant', position: 1 }),
      ]),
    );
    await open.engine.learn();
    expect(await open.database.memories.count()).toBe(0);
    expect(await open.store.nextPending()).toBeUndefined();
    expect(await open.database.turns.count()).toBe(2);
  });
});

describe('stop using that', () => {
  test('archives what the conversation was told last, to be restored', async () => {
    const open = await openEngine();
    const [cello, home] = await open.engine.store([
      { text: 'I play the cello.' },
      { text: 'I live in Lisbon.' },
    ]);
    const told = (used: (Memory | undefined)[], at: number) =>
      open.engine.report({
        ...here(''),
        url: 'https://chatgpt.example/c/chat-1',
        title: '',
        used: used.flatMap((memory) => memory?.id ?? []),
        at,
      });
    await told([home], 1);
    await told([cello], 2);
    expect(await open.engine.command(here('Stop using that.'))).toMatchObject({
      do: 'unuse',
      memories: [{ text: 'I play the cello.' }],
    });
    await say(open, 'Stop using that.', { chat: 'elsewhere' });
    expect(await active(open)).toHaveLength(2);
    await say(open, 'Stop using that.');
    expect(await texts(open)).toEqual(['I live in Lisbon.']);
    expect(await texts(open, 'archived')).toEqual(['I play the cello.']);
    const done = await open.engine.commandDone(here('').conversation);
    expect(done).toMatchObject({ do: 'unuse', count: 1 });
    await open.engine.takeBack(here('').conversation, done?.entry ?? '');
    expect(await active(open)).toHaveLength(2);
  });
});

test('a draft that asks nothing of the memory, or a site that is paused, shows no command', async () => {
  const open = await openEngine();
  expect(await open.engine.command(here('Remember the Titans: who directed it?'))).toBeUndefined();
  await open.engine.changeSettings({ pausedSites: ['chatgpt'] });
  expect(await open.engine.command(here('Remember that I play the cello.'))).toBeUndefined();
});

test('what would be remembered is shown as it will be kept', async () => {
  const open = await openEngine();
  const draft = "Remember that I'm vegan and that I play the cello.";
  const prospect = await open.engine.command(here(draft));
  await say(open, draft);
  expect(prospect?.do === 'remember' ? [...prospect.texts].sort() : []).toEqual(await texts(open));
});
