import { describe, expect, test } from 'vitest';
import { takeBackMs } from '@/memory/acts';
import { learnFrom } from '@/memory/learn';
import type { Extractor } from '@/memory/ports';
import { builtinModel } from '@/memory/settings';
import { captured, draftIn, freshName, turn } from '../support/open-engine';
import { noting, openReader, shownIn } from './open-reader';

const nothing = noting();
const never = () => new Promise<string>(() => undefined);

/** A model that notes what it is told to about the turns that hold a word. */
function about(word: string, ...notes: Parameters<typeof noting>): Extractor['write'] {
  return async (request) => (shownIn(request).includes(word) ? noting(...notes) : nothing);
}

describe('what a model reads', () => {
  test('becomes a memory that can be found, with its exact words as source', async () => {
    const nurse = { quote: 'as a night nurse', text: "I'm a night nurse.", kind: 'fact' };
    const { hears, loop, engine, active, store, database, asked, jobs } = await openReader(
      about('nurse', nurse),
    );
    await hears('When should I sleep in December as a night nurse?');
    expect(await active()).toEqual([]);

    await loop.run();

    expect(asked).toHaveLength(1);
    const [memory, ...more] = await active();
    expect(more).toEqual([]);
    expect(memory).toMatchObject({
      text: "I'm a night nurse.",
      key: 'occupation',
      basis: 'inferred',
      confidence: 0.8,
      sources: [{ from: 'turn', site: 'chatgpt', quote: 'as a night nurse' }],
    });
    expect(await engine.search('night nurse')).toEqual([memory?.id]);
    expect((await store.vectors(builtinModel)).map(({ memoryId }) => memoryId)).toEqual([memory?.id]);
    expect(await database.audit.toArray()).toMatchObject([{ kind: 'learn', readBy: 'scripted-model' }]);
    expect(await jobs()).toEqual([]);
  });

  test('is the same when the same turn is read twice', async () => {
    const { hears, loop, store, database, turns, active, waiting } = await openReader(
      about(
        'cello',
        { quote: "I'm vegan", text: "I'm vegan." },
        { quote: 'The cello I play dates from 1920', text: 'The cello I play dates from 1920.' },
        { quote: 'I might move to Oslo', text: 'I might move to Oslo.', kind: 'goal' },
      ),
    );
    await hears("I'm vegan. The cello I play dates from 1920. I might move to Oslo.");
    await loop.run();
    const memories = await active();
    expect(memories).toHaveLength(2);
    expect(await waiting()).toEqual(['unsure: I might move to Oslo.']);
    const acts = await database.audit.count();

    const [read] = await turns();
    await store.saveJob({ turnId: read?.id ?? '', addedAt: 1, attempts: 0 });
    await loop.run();

    expect(await active()).toEqual(memories);
    expect(await waiting()).toEqual(['unsure: I might move to Oslo.']);
    expect(await database.audit.count()).toBe(acts);
    expect(await database.jobs.count()).toBe(0);
  });

  test('makes the rules surer where it agrees with them, and changes nothing else', async () => {
    const { hears, loop, active } = await openReader(
      about('Miso', { quote: 'My cat is called Miso', text: 'My cat is called Miso.', kind: 'preference' }),
    );
    await hears('My cat is called Miso.');
    const [before] = await active();
    expect(before?.confidence).toBeLessThan(0.95);
    await loop.run();
    expect(await active()).toEqual([{ ...before, confidence: 0.95 }]);
  });

  test('strengthens what was said in another chat before', async () => {
    const { hears, loop, active } = await openReader(
      about('quinoa', {
        quote: 'Coriander is something I hate',
        text: 'I hate coriander.',
        kind: 'preference',
      }),
    );
    await hears('I hate coriander.');
    await hears('A salad with quinoa, please. Coriander is something I hate.');
    const [before] = await active();
    await loop.run();
    const [after, ...more] = await active();
    expect(more).toEqual([]);
    expect(after?.sources).toHaveLength((before?.sources.length ?? 0) + 1);
    expect(after?.strength).toBeGreaterThan(before?.strength ?? 0);
  });

  test('does not bring up again what the prompt says is known', async () => {
    const { hears, loop, asked } = await openReader(async () => nothing);
    await hears('I live in Porto.');
    await hears('What is open in Porto on Sundays for my hungry kids?');
    await loop.run();
    expect(asked.at(-1)?.prompt).toContain('Known already:');
    expect(asked.at(-1)?.prompt).toContain('- I live in Porto.');
    expect(asked[0]?.prompt).not.toContain('Known already:');
  });
});

describe('what waits for the user and is not recalled', () => {
  test('another value of what is held', async () => {
    const { hears, loop, engine, texts, waiting } = await openReader(
      about('bike', { quote: 'near home, so Braga these days', text: 'My home is Braga.', key: 'home' }),
    );
    await hears('I live in Porto.');
    await hears('Find me a bike shop near home, so Braga these days.');
    await loop.run();
    expect(await texts()).toEqual(['I live in Porto.']);
    expect(await waiting()).toEqual(['disagrees: My home is Braga.']);
    const { block } = await engine.recall(draftIn('Suggest a restaurant for dinner near my home in Braga'));
    expect(block).toContain('Porto');
    expect(block).not.toContain('Braga');
  });

  test('the opposite of what is known', async () => {
    const { hears, loop, texts, waiting } = await openReader(
      about('tonight', {
        quote: 'horror films I do not enjoy',
        text: 'I do not enjoy horror films.',
        kind: 'preference',
      }),
    );
    await hears('I love horror films.');
    await hears('A film for tonight, given that horror films I do not enjoy?');
    await loop.run();
    expect(await texts()).toEqual(['I love horror films.']);
    expect(await waiting()).toEqual(['disagrees: I do not enjoy horror films.']);
  });

  test('what stands in a role', async () => {
    const { hears, loop, texts, waiting } = await openReader(
      about('detective', { quote: 'I have a drinking problem', text: 'I have a drinking problem.' }),
    );
    await hears("My theatre group needs a warm-up. Pretend I'm a detective. I have a drinking problem.");
    await loop.run();
    expect(await waiting()).toEqual(['framing: I have a drinking problem.']);
    expect(await texts()).not.toContain('I have a drinking problem.');
  });

  test('what the model itself is not sure of', async () => {
    const { hears, loop, texts, waiting } = await openReader(
      about('lute', { quote: 'My old lute is broken', text: 'My old lute is broken.', confidence: 0.3 }),
    );
    await hears('My old lute is broken, who repairs such things?');
    await loop.run();
    expect(await texts()).toEqual([]);
    expect(await waiting()).toEqual(['unsure: My old lute is broken.']);
  });
});

describe('what the user decided stays', () => {
  const vegan = { quote: "I'm vegan", text: "I'm vegan." };

  test('words written by hand', async () => {
    const { engine, hears, loop, active } = await openReader(about('tofu', vegan));
    await engine.add("I'm vegan!!", 'fact');
    const before = await active();
    await hears(turn("I'm vegan, is tofu healthy?", { origin: 'unknown' }));
    const learned = await active();
    await loop.run();
    expect(await active()).toEqual(learned);
    expect(learned[0]).toMatchObject({ id: before[0]?.id, text: "I'm vegan!!" });
  });

  test.each([
    ['forgotten', 'forget'],
    ['archived', 'archive'],
  ] as const)('what was learned from the turn and then %s does not come back', async (_, act) => {
    const { engine, hears, loop, active, waiting } = await openReader(about('tofu', vegan));
    await hears("I'm vegan. Is tofu healthy?");
    const [memory] = await active();
    await engine[act]([memory?.id ?? '']);
    await loop.run();
    expect(await active()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test('a memory that was revised does not come back in its old words', async () => {
    const { engine, hears, loop, active, texts } = await openReader(about('tofu', vegan));
    await hears("I'm vegan. Is tofu healthy?");
    const [memory] = await active();
    await engine.revise(memory?.id ?? '', 'Fish is fine with me, meat is not.');
    await loop.run();
    expect(await texts()).toEqual(['Fish is fine with me, meat is not.']);
  });

  test('words that are purged while the model writes are not learned', async () => {
    let meanwhile = async (): Promise<void> => undefined;
    const opened = await openReader(async (request) => {
      await meanwhile();
      return shownIn(request).includes('tofu') ? noting(vegan) : nothing;
    });
    const { engine, hears, loop, active, pass, database } = opened;
    await hears("I'm vegan. Is tofu healthy?");
    const [memory] = await active();
    await engine.forget([memory?.id ?? '']);
    meanwhile = async () => {
      pass(takeBackMs + 1);
      await engine.tidy();
    };
    await loop.run();
    expect(await active()).toEqual([]);
    expect(JSON.stringify(await database.turns.toArray())).not.toContain('vegan');
  });

  test('a turn that is edited while the model writes is not learned from as it was', async () => {
    let meanwhile = async (): Promise<void> => undefined;
    const { engine, hears, loop, texts, jobs } = await openReader(async () => {
      await meanwhile();
      return noting({ quote: 'The cello I play dates from 1920', text: 'The cello I play dates from 1920.' });
    });
    await hears(turn('The cello I play dates from 1920.', { position: 0 }));
    meanwhile = async () => {
      await engine.capture(captured([turn('What is a cello?', { position: 0 })], { chat: 'chat-1' }));
    };
    await loop.run();
    expect(await texts()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test('an old thread that is opened later neither overrules nor asks', async () => {
    const { hears, loop, texts, waiting } = await openReader(
      about('bike', { quote: 'near home, so Braga these days', text: 'My home is Braga.', key: 'home' }),
    );
    await hears('I live in Porto.');
    await hears(turn('Find me a bike shop near home, so Braga these days.', { origin: 'unknown' }));
    await loop.run();
    expect(await texts()).toEqual(['I live in Porto.']);
    expect(await waiting()).toEqual([]);
  });
});

describe('a job', () => {
  test('is left by a turn when there is a model, unless the turn says nothing', async () => {
    const { store, ports } = await openReader(async () => nothing);
    await store.saveTurns(
      captured([
        'I grow tomatoes on my balcony.',
        'Thanks a lot!',
        turn('I live in Rome.', { origin: 'pasted' }),
      ]),
      1,
    );
    const left: number[] = [];
    for (let pending = await store.nextPending(); pending; pending = await store.nextPending()) {
      const made = await learnFrom(pending, ports);
      const unread = await learnFrom(pending, { ...ports, extractor: () => undefined });
      left.push(made.jobs?.added?.length ?? 0, unread.jobs?.added?.length ?? 0);
      await store.commit(made);
    }
    expect(left).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test('is not taken where long work may not run, or everything is switched off', async () => {
    let may = false;
    const { engine, hears, loop, asked, jobs } = await openReader(async () => nothing, {
      mayWork: async () => may,
    });
    await hears('I grow tomatoes on my balcony.');
    await loop.run();
    may = true;
    await engine.changeSettings({ enabled: false });
    await loop.run();
    expect(asked).toEqual([]);
    expect(await jobs()).toHaveLength(1);
    await engine.changeSettings({ enabled: true });
    await loop.run();
    expect(asked).toHaveLength(1);
    expect(await jobs()).toEqual([]);
  });

  test('of a page that was killed is taken again at the next start', async () => {
    const name = freshName();
    const before = await openReader(never, { name });
    await before.hears('The cello I play dates from 1920.');
    void before.loop.run();
    await expect.poll(() => before.asked.length).toBe(1);
    before.close();

    const { loop, asked, texts } = await openReader(
      about('cello', {
        quote: 'The cello I play dates from 1920',
        text: 'The cello I play dates from 1920.',
      }),
      { name },
    );
    await loop.run();
    expect(asked).toHaveLength(1);
    expect(await texts()).toContain('The cello I play dates from 1920.');
  });

  test('that takes the page down three times is left alone, and says so', async () => {
    const name = freshName();
    for (let life = 1; life <= 3; life++) {
      const { hears, loop, asked, close } = await openReader(never, { name });
      if (life === 1) await hears('The cello I play dates from 1920.');
      void loop.run();
      await expect.poll(() => asked.length).toBe(1);
      close();
    }
    const { loop, asked, jobs } = await openReader(never, { name });
    await loop.run();
    expect(asked).toEqual([]);
    expect(await jobs()).toMatchObject([{ attempts: 3, reason: 'workerDied' }]);
  });

  test('that fails three times is parked with its reason, and the next one is read', async () => {
    const { hears, loop, asked, waits, faults, jobs, texts } = await openReader(async (request) => {
      if (shownIn(request).includes('tomatoes'))
        throw Object.assign(new Error('no'), { reason: 'deviceLost' });
      return noting({ quote: 'The cello I play dates from 1920', text: 'The cello I play dates from 1920.' });
    });
    await hears('I grow tomatoes on my balcony.');
    await hears('The cello I play dates from 1920.');
    await loop.run();

    expect(await jobs()).toMatchObject([{ attempts: 3, reason: 'deviceLost', parkedAt: expect.any(Number) }]);
    expect(faults).toHaveLength(3);
    expect(asked).toHaveLength(4);
    expect(await texts()).toContain('The cello I play dates from 1920.');
    // It rests longer after each failure in a row.
    expect(waits).toEqual([30_000, 60_000, 120_000]);
  });

  test('that is parked never carries words of the user', async () => {
    const { hears, loop, jobs } = await openReader(async () => {
      throw Object.assign(new Error('I grow tomatoes'), { reason: 'prompt was: I grow tomatoes' });
    });
    await hears('I grow tomatoes on my balcony.');
    await loop.run();
    expect(await jobs()).toMatchObject([{ reason: 'unusable' }]);
  });

  test('whose answers are garbage changes nothing', async () => {
    const { hears, loop, jobs, active, waiting, database } = await openReader(
      async () => 'Once upon a time there was a little girl named Lily.',
    );
    await hears('I grow tomatoes on my balcony.');
    const before = [await active(), await database.audit.count()];
    await loop.run();
    expect([await active(), await database.audit.count()]).toEqual(before);
    expect(await waiting()).toEqual([]);
    expect(await jobs()).toMatchObject([{ attempts: 3, reason: 'badAnswer' }]);
  });

  test('is done when the model refuses to speak about it', async () => {
    const { hears, loop, jobs, asked } = await openReader(async () => "I'm sorry, I can't help with that.");
    await hears('I take sertraline for my anxiety.');
    await loop.run();
    expect(asked).toHaveLength(1);
    expect(await jobs()).toEqual([]);
  });

  test('on which the model hangs is given up in time', async () => {
    let heard: AbortSignal | undefined;
    const { hears, loop, jobs } = await openReader(
      (_, signal) => {
        heard = signal;
        return never();
      },
      { answerWithinMs: 5 },
    );
    await hears('I grow tomatoes on my balcony.');
    await loop.run();
    expect(heard?.aborted).toBe(true);
    expect(await jobs()).toMatchObject([{ attempts: 3, reason: 'timedOut' }]);
  });
});

describe('somebody who types', () => {
  test('ends what is being written at once; it is taken up when it was quiet, and no attempt is counted', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const cello = noting({
      quote: 'The cello I play dates from 1920',
      text: 'The cello I play dates from 1920.',
    });
    const { hears, loop, jobs, waits, texts, now } = await openReader(async (_, signal) => {
      signals.push(signal);
      return signals.length === 1 ? never() : cello;
    });
    await hears('The cello I play dates from 1920.');
    const done = loop.run();
    await expect.poll(() => signals.length).toBe(1);
    expect(await jobs()).toMatchObject([{ attempts: 0, leasedUntil: now() + 5 * 60_000 }]);

    loop.pause();
    expect(signals[0]?.aborted).toBe(true);
    await done;

    expect(signals).toHaveLength(2);
    expect(waits).toEqual([5_000]);
    expect(await texts()).toEqual(['The cello I play dates from 1920.']);
    expect(await jobs()).toEqual([]);
  });

  test('finds the job given back as it was', async () => {
    let may = true;
    const { hears, loop, jobs, asked } = await openReader(never, {
      mayWork: async () => may,
    });
    await hears('The cello I play dates from 1920.');
    const before = await jobs();
    const done = loop.run();
    await expect.poll(() => asked.length).toBe(1);
    may = false;
    loop.pause();
    await done;
    expect(await jobs()).toMatchObject(before);
    expect((await jobs())[0]?.leasedUntil).toBeUndefined();
  });

  test('keeps the loop waiting as long as the typing goes on', async () => {
    const { hears, loop, asked, waits, pass } = await openReader(async () => nothing);
    await hears('The cello I play dates from 1920.');
    loop.pause();
    pass(4_000);
    loop.pause();
    await loop.run();
    expect(waits).toEqual([5_000]);
    expect(asked).toHaveLength(1);
  });

  test('does not cost the pieces of a long turn that were read already', async () => {
    let pieces = 0;
    let isHeld = true;
    const read: string[] = [];
    const { hears, loop, jobs } = await openReader((request) => {
      pieces++;
      if (pieces === 3 && isHeld) return never();
      read.push(shownIn(request));
      return Promise.resolve(nothing);
    });
    const paragraphs = Array.from({ length: 60 }, (_, index) =>
      `In year ${index} I kept a garden. `.repeat(12).trim(),
    );
    await hears(paragraphs.join('\n\n'));
    const done = loop.run();
    await expect.poll(() => pieces).toBe(3);
    isHeld = false;
    loop.pause();
    await done;
    expect(read.length).toBeGreaterThan(3);
    expect(new Set(read).size).toBe(read.length);
    expect(read.join('\n\n')).toBe(paragraphs.join('\n\n'));
    expect(await jobs()).toEqual([]);
  });
});
