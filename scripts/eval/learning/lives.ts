import * as v from 'valibot';
import type { Memory } from '@/memory/types';
import { openEngine } from '../../../test/support/open-engine';
import { type Figures, mean } from '../figures';
import { aboutOf } from './about';
import { expectationShape, isMet } from './expectation';
import type { Miss } from './turns';

const lifeShape = v.object({
  id: v.string(),
  lang: v.string(),
  events: v.array(
    v.object({
      at: v.string(),
      site: v.string(),
      conversation: v.string(),
      turns: v.array(
        v.object({
          role: v.picklist(['user', 'assistant']),
          text: v.string(),
          origin: v.optional(v.picklist(['typed', 'pasted', 'prefilled']), 'typed'),
        }),
      ),
    }),
  ),
  now: v.string(),
  active: v.array(expectationShape),
  inactive: v.array(
    v.object({ ...expectationShape.entries, kind: v.optional(expectationShape.entries.kind) }),
  ),
  conflict: v.optional(v.array(expectationShape), []),
});
type Life = v.InferOutput<typeof lifeShape>;

/** Conversations of a life, one after the other through the engine: what is known at the end of it? */
export async function livesOf(rows: readonly unknown[], onMiss?: (miss: Miss) => void): Promise<Figures> {
  const held = { active: [] as number[], inactive: [] as number[], conflict: [] as number[] };
  for (const life of rows.map((row) => v.parse(lifeShape, row))) {
    const { active, waiting } = await lived(life);
    const note = (kind: keyof typeof held, holds: boolean, all: readonly RegExp[]) => {
      held[kind].push(holds ? 1 : 0);
      if (!holds) onMiss?.({ id: life.id, what: `${kind}: ${all.join(' & ')}` });
    };
    for (const one of life.active)
      note(
        'active',
        active.some((memory) => isMet(memory, one)),
        one.all,
      );
    for (const { kind = stated, ...one } of life.inactive)
      note('inactive', !active.some((memory) => isMet(memory, { ...one, kind })), one.all);
    for (const one of life.conflict)
      note(
        'conflict',
        waiting.some((memory) => isMet(memory, one)),
        one.all,
      );
  }
  return {
    'lives.finalState': mean([...held.active, ...held.inactive, ...held.conflict]),
    'lives.active': mean(held.active),
    'lives.inactive': mean(held.inactive),
    'lives.conflict': mean(held.conflict),
    'counts.lives': rows.length,
  };
}

const stated: Life['active'][number]['kind'] = ['fact', 'preference', 'procedure', 'goal'];

async function lived(life: Life) {
  const events = [...life.events].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  let clock = Date.parse(events[0]?.at ?? life.now);
  const { engine, store, wait, close, database } = await openEngine(undefined, { at: clock });
  const moveTo = (at: string) => {
    const ms = Math.max(0, Date.parse(at) - clock);
    wait(ms);
    clock += ms;
  };
  const said = new Map<string, number>();
  for (const { at, site, conversation, turns } of events) {
    moveTo(at);
    const chat = `${life.id}-${conversation}`;
    const before = said.get(chat) ?? 0;
    said.set(chat, before + turns.length);
    await engine.capture({
      conversation: { site, provisionalKey: chat, siteConversationId: chat },
      url: '',
      title: '',
      turns: turns.map((turn, index) => ({
        ...turn,
        key: `${chat}-${before + index}`,
        position: before + index,
      })),
    });
    await engine.learn();
  }
  moveTo(life.now);
  await engine.tidy();
  const known = (memories: readonly Memory[]) =>
    memories.map(({ kind, text }) => ({ kind, text, about: aboutOf(text) }));
  const active = known(await store.memoriesByStatus('active'));
  const waiting = known(await store.memoriesByStatus('conflict'));
  close();
  await database.delete();
  return { active, waiting };
}
