import * as v from 'valibot';
import { type Figures, mean } from '../figures';
import type { Item, System } from './system';

const fileShape = v.object({
  data: v.array(
    v.object({
      id: v.string(),
      question_type: v.string(),
      conversation: v.array(v.object({ role: v.string(), content: v.string(), date: v.string() })),
      questions: v.array(v.object({ question: v.string(), is_abstention: v.optional(v.boolean(), false) })),
    }),
  ),
});
type Talk = v.InferOutput<typeof fileShape>['data'][number];

const cuts = [5, 10];
const dayMs = 86_400_000;

/**
 * LongMemEval (Wu et al., ICLR 2025): the user turns of all conversations are the episodes of one memory, each session a
 * conversation of its own. Is a turn of the conversation that holds the answer among the first k; does the latest session
 * of a knowledge update come above the earlier ones; is a question without an answer given anything?
 */
export async function longMemEval(files: readonly unknown[], system: System): Promise<Figures> {
  const talks = files.flatMap((file) => v.parse(fileShape, file).data);
  const items = talks.flatMap(turnsOf).sort((one, other) => one.at - other.at);
  const searcher = await system.open(items, Math.max(...items.map(({ at }) => at)) + dayMs);
  const sessionOf = new Map(items.map(({ id, session }) => [id, session]));
  const found = new Map<number, number[]>(cuts.map((cut) => [cut, []]));
  const newerFirst: number[] = [];
  const injected: number[] = [];
  for (const talk of talks) {
    for (const { question, is_abstention } of talk.questions) {
      if (is_abstention) {
        if (searcher.inject) injected.push((await searcher.inject({ text: question })).length > 0 ? 1 : 0);
        continue;
      }
      const ranked = await searcher.rank(question, Math.max(...cuts));
      for (const [cut, hits] of found)
        hits.push(ranked.slice(0, cut).some((id) => id.startsWith(`${talk.id}/`)) ? 1 : 0);
      if (talk.question_type !== 'knowledge-update') continue;
      const best = ranked.find((id) => id.startsWith(`${talk.id}/`));
      newerFirst.push(best !== undefined && sessionOf.get(best) === turnsOf(talk).at(-1)?.session ? 1 : 0);
    }
  }
  await searcher.close();
  return {
    ...Object.fromEntries([...found].map(([cut, hits]) => [`longMemEval.recallAt${cut}`, mean(hits)])),
    'longMemEval.newerFirst': mean(newerFirst),
    'longMemEval.abstentionInjected': mean(injected),
    'counts.longMemEval': talks.length,
  };
}

/** A date is written "2023/07/16 (Sun) 05:22"; the time zone is nobody's. */
function turnsOf({ id, conversation }: Talk): Item[] {
  return conversation.flatMap(({ role, content, date }, index) => {
    if (role !== 'user') return [];
    const at = Date.parse(`${date.slice(0, 10).replaceAll('/', '-')}T${date.slice(-5)}Z`) + index;
    return [{ id: `${id}/${index}`, text: content, kind: 'episode' as const, at, session: `${id} ${date}` }];
  });
}
