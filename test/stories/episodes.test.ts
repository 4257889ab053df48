import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import { isExtract } from '@/memory/episodes/is-extract';
import type { CapturedTurn, Memory } from '@/memory/types';
import { captured, draftIn, type OpenEngine, openEngine, turn } from '../support/open-engine';

const question = "Any quiet Italian place near Alfama for my parents' anniversary?";
const answer = 'Sure! I would pick **Trattoria Fiammetta** in Rua da Regueira, small and quiet.';
const asked = (text = question, more: Partial<CapturedTurn> = {}) => turn(text, { position: 0, ...more });
const answered = (text = answer, more: Partial<CapturedTurn> = {}) =>
  turn(text, { role: 'assistant', origin: 'unknown', position: 1, ...more });

async function episodesIn({ store }: OpenEngine): Promise<Memory[]> {
  return (await store.memoriesByStatus('active')).filter(isExtract);
}
const textsOf = (memories: readonly { text: string }[]) => memories.map(({ text }) => text);

describe('an exchange', () => {
  const told =
    "I asked: Any quiet Italian place near Alfama for my parents' anniversary? The answer: I would pick Trattoria Fiammetta in Rua da Regueira, small and quiet.";

  test('becomes one episode that quotes what the user said', async () => {
    const opened = await openEngine();
    await opened.engine.capture(captured([asked(), answered()]));
    await opened.engine.learn();
    const [episode, ...more] = await episodesIn(opened);
    expect(more).toEqual([]);
    expect(episode).toMatchObject({ text: told, basis: 'inferred', validFrom: Date.UTC(2026, 10, 22, 10) });
    expect(episode?.sources).toMatchObject([{ from: 'turn', site: 'chatgpt', quote: question }]);
    expect(opened.faults).toEqual([]);
  });

  test.each([
    ['at once', (one: CapturedTurn, other: CapturedTurn) => [[one, other]]],
    ['one after the other', (one: CapturedTurn, other: CapturedTurn) => [[one], [other]]],
    ['the answer first', (one: CapturedTurn, other: CapturedTurn) => [[other], [one]]],
    ['twice', (one: CapturedTurn, other: CapturedTurn) => [[one, other], [one], [other, one]]],
  ])('is the same episode when it is captured %s', async (_, batches) => {
    const opened = await openEngine();
    for (const batch of batches(asked(), answered())) {
      await opened.engine.capture(captured(batch));
      await opened.engine.learn();
    }
    expect(textsOf(await episodesIn(opened))).toEqual([told]);
  });

  test('is told without places in the thread too', async () => {
    const opened = await openEngine();
    const none = { position: undefined };
    await opened.engine.capture(captured([asked(question, none), answered(answer, none)]));
    await opened.engine.learn();
    expect(textsOf(await episodesIn(opened))).toEqual([told]);
  });

  test('that is answered anew, or asked again in other words, stays one episode', async () => {
    const opened = await openEngine();
    const { engine, wait } = opened;
    for (const place of ['Osteria Nunziata', 'Cantina Lucia']) {
      await engine.capture(
        captured([asked(question, { key: 'q' }), answered(`Try **${place}** by the river.`)]),
      );
      await engine.learn();
      wait(60_000);
    }
    expect(textsOf(await episodesIn(opened))).toEqual([expect.stringContaining('Cantina Lucia')]);

    await engine.capture(
      captured([
        asked("Any quiet Italian place near Alfama, for my parents' anniversary please?", { key: 'edited' }),
        answered('Try **Taverna Ofelia** uphill.'),
      ]),
    );
    await engine.learn();
    expect(textsOf(await episodesIn(opened))).toEqual([expect.stringContaining('Taverna Ofelia')]);
  });

  test('says no fact again that was learned from it', async () => {
    const opened = await openEngine();
    await opened.engine.capture(
      captured([
        asked("I'm allergic to shellfish. Which tapas bar in Porto suits my team dinner?"),
        answered(
          'Since you are allergic to shellfish, avoid paella. **Tasca Aurora** has a menu without any.',
        ),
      ]),
    );
    await opened.engine.learn();
    expect(textsOf(await episodesIn(opened))).toEqual([
      'I asked: Which tapas bar in Porto suits my team dinner? The answer: Tasca Aurora has a menu without any.',
    ]);
  });

  test('is forgotten with what was learned from the words that it holds', async () => {
    const opened = await openEngine();
    const { engine, store } = opened;
    await engine.capture(
      captured([
        asked("I'm allergic to shellfish, where to eat?"),
        answered('At **Tasca Aurora** in Braga.'),
      ]),
    );
    await engine.learn();
    expect(textsOf(await episodesIn(opened))).toEqual([expect.stringContaining('shellfish')]);
    const allergy = (await store.memoriesByStatus('active')).find(({ kind }) => kind === 'fact');
    const entry = await engine.forget([allergy?.id ?? '']);
    expect(await store.memoriesByStatus('active')).toEqual([]);
    await engine.undo(entry);
    expect(await store.memoriesByStatus('active')).toHaveLength(2);
  });

  test('is left as the user left it', async () => {
    const opened = await openEngine();
    const { engine, store, wait } = opened;
    await engine.capture(captured([asked(), answered()]));
    await engine.learn();
    const [episode] = await episodesIn(opened);
    const id = episode?.id ?? '';

    await engine.revise(id, 'We celebrate at Trattoria Fiammetta.');
    await engine.capture(captured([answered('Try **Cantina Lucia**.')]));
    await engine.learn();
    expect(textsOf(await store.memoriesByStatus('active'))).toEqual(['We celebrate at Trattoria Fiammetta.']);

    await engine.forget([id]);
    await engine.capture(captured([answered('Try **Osteria Nunziata**.')]));
    await engine.learn();
    expect(await store.memoriesByStatus('active')).toEqual([]);
    wait(takeBackMs + 1);
    await engine.tidy();
    await engine.capture(captured([answered('Try **Taverna Ofelia**.')]));
    await engine.learn();
    expect(await store.memoriesByStatus('active')).toEqual([]);
  });
});

test('whatever the order in which turns arrive, and however often, the episodes are the same', async () => {
  const exchanges = [
    [asked(question, { key: 'q0' }), answered(answer, { key: 'a0' })],
    [
      asked('We finally decided on the blue tiles.', { key: 'q1', position: 2 }),
      answered('Lovely.', { key: 'a1', position: 3 }),
    ],
    [
      asked('Which grout goes with the dark blue tiles in our bathroom?', { key: 'q2', position: 4 }),
      answered('Mapei Keracolor 113 goes well.', { key: 'a2', position: 5 }),
    ],
  ].flat();
  const batches = fc.array(fc.nat(exchanges.length - 1), { maxLength: 8 });
  const orders = fc.shuffledSubarray(exchanges, { minLength: exchanges.length });
  await fc.assert(
    fc.asyncProperty(orders, batches, async (order, repeats) => {
      const opened = await openEngine();
      for (const said of [...order, ...repeats.flatMap((place) => exchanges[place] ?? [])]) {
        await opened.engine.capture(captured([said]));
        await opened.engine.learn();
      }
      expect(textsOf(await episodesIn(opened)).sort()).toEqual([
        expect.stringContaining('Trattoria Fiammetta'),
        expect.stringContaining('Keracolor 113'),
        'We finally decided on the blue tiles.',
      ]);
      opened.close();
    }),
    { numRuns: 15, seed: 1 },
  );
}, 60_000);

test('what was pasted or came with a link makes no episode', async () => {
  const opened = await openEngine();
  for (const origin of ['pasted', 'prefilled'] as const) {
    await opened.engine.capture(captured([asked(question, { origin }), answered()], { chat: origin }));
  }
  await opened.engine.learn();
  expect(await episodesIn(opened)).toEqual([]);
});

test('what repeats what the conversation was told of the user is not learned again', async () => {
  const opened = await openEngine();
  const { engine } = opened;
  const known = await engine.add('Trattoria Fiammetta in Rua da Regueira is small and quiet.');
  const { conversation } = draftIn('', { site: 'chatgpt', chat: 'chat-1' });
  await engine.report({
    conversation,
    url: 'https://chatgpt.example/c/chat-1',
    title: '',
    used: [known.id],
    at: 0,
  });
  await engine.capture(
    captured([asked(), answered('Trattoria Fiammetta in Rua da Regueira, small and quiet.')]),
  );
  await engine.learn();
  expect(await episodesIn(opened)).toEqual([]);
});

test('an answer that was made of what the conversation was told leaves nothing of that', async () => {
  const opened = await openEngine();
  const { engine } = opened;
  const known = [
    await engine.add("I'm allergic to shellfish."),
    await engine.add('I moved to Lisbon in October 2026.'),
  ].map(({ id }) => id);
  const { conversation } = draftIn('', { site: 'chatgpt', chat: 'chat-1' });
  await engine.report({ conversation, url: 'https://chatgpt.example/', title: '', used: known, at: 0 });
  await engine.capture(
    captured([
      asked('Suggest a restaurant for Friday dinner'),
      answered(
        'In Lisbon, without shellfish: a few directions.\n\nGrilled fish in Alfama. Ask for the catch.',
      ),
    ]),
  );
  await engine.learn();
  expect(await episodesIn(opened)).toEqual([]);
});

describe('after 150 exchanges of all sorts', () => {
  let opened: OpenEngine;
  /** A hyphen stands before what has nothing of the user's. */
  const chats = readFileSync(new URL('mixed-chats.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, nothing, text = '', reply = ''] = /^(-?)(.*)\|(.*)$/u.exec(line) ?? [];
      return { isOwn: nothing === '', text, reply: reply.replaceAll('\\n', '\n') };
    });

  beforeAll(async () => {
    opened = await openEngine();
    const { engine, wait } = opened;
    await engine.capture(
      captured(["I'm allergic to shellfish and I moved to Lisbon last month."], { chat: 'own' }),
    );
    for (const [chat, { text, reply }] of chats.entries()) {
      await engine.capture(captured([asked(text), answered(reply)], { chat: `mixed-${chat}` }));
      await engine.learn();
      wait(6 * 3_600_000);
    }
  }, 60_000);

  const offeredFor = async (draft: string) =>
    textsOf((await opened.engine.recall(draftIn(draft, { chat: 'new' }))).memories);

  test('the user’s own are kept, and none of the others', async () => {
    expect(chats.length).toBeGreaterThanOrEqual(150);
    const quotes = (await episodesIn(opened)).flatMap(({ sources }) =>
      sources.flatMap((source) => (source.from === 'turn' ? source.quote : [])),
    );
    const keeps = ({ text }: { text: string }) => quotes.some((quote) => text.includes(quote));
    expect(chats.filter(({ isOwn }) => !isOwn).filter(keeps)).toEqual([]);
    const own = chats.filter(({ isOwn }) => isOwn);
    expect(own.filter(keeps).length / own.length).toBeGreaterThan(0.9);
  });

  test.each([
    ['what was that Italian place we talked about?', 'Trattoria Fiammetta'],
    ['Which flag fixed our build, you told me last month?', 'tsc -b --force'],
    ['Remind me which tiles we decided on', 'blue tiles'],
    ['Which fencing club in Porto did you find for my daughter?', 'Clube de Esgrima do Norte'],
    ['Comment s’appelait l’hôtel à Nantes dont on a parlé ?', 'Amiral'],
    ['Wie hieß der Zeltplatz an der Müritz, den du mir empfohlen hast?', 'Boek'],
    ['¿Qué regalo para mi suegra me recomendaste?', 'trufas Arrese'],
    ['De que praia perto de Aveiro falámos?', 'praia da Barra'],
    ['Come si chiama il posto a Trieste dove si mangia pesce, ne abbiamo parlato', 'Alla Voliga'],
    ['When did I go to the dentist?', 'dentist on 22 November 2026'],
  ])('"%s" brings the right one first', async (draft, words) => {
    const offered = await offeredFor(draft);
    expect(offered[0]).toContain(words);
    expect(offered.length).toBeLessThanOrEqual(4);
  });

  test.each([
    'What is the capital of Chile?',
    'Write a mergesort in Go',
    'Translate "good evening" into Greek',
    'Explain recursion with an example',
    'Act as a wizard and greet me',
    'How many moons does Saturn have?',
  ])('"%s" brings nothing', async (draft) => {
    expect(await offeredFor(draft)).toEqual([]);
  });

  test.each([
    'Suggest a restaurant for Friday dinner',
    'What should I cook for dinner tonight?',
    'Which museum should we visit at the weekend?',
    'Recommend a novel for the train',
    'How do I keep my balcony plants alive in August?',
  ])('"%s" brings what is so, and no episode', async (draft) => {
    const { memories } = await opened.engine.recall(draftIn(draft, { chat: 'new' }));
    expect(textsOf(memories.filter(({ kind }) => kind === 'episode'))).toEqual([]);
  });

  test('what is so is offered as if there were no episodes', async () => {
    expect(await offeredFor('Suggest a restaurant for Friday dinner')).toEqual([
      "I'm allergic to shellfish.",
      'I moved to Lisbon in October 2026.',
    ]);
  });
});
