import { casual } from 'chrono-node';
import * as v from 'valibot';
import { type Figures, mean, shareFound } from '../figures';
import type { Item, System } from './system';

const turnShape = v.object({
  speaker: v.string(),
  dia_id: v.string(),
  text: v.string(),
  blip_caption: v.optional(v.string()),
});
const sampleShape = v.object({
  sample_id: v.string(),
  conversation: v.looseObject({}),
  qa: v.array(
    v.object({ question: v.string(), category: v.number(), evidence: v.optional(v.array(v.string()), []) }),
  ),
});
type Sample = v.InferOutput<typeof sampleShape>;

/** Questions of this category have no answer in the conversation. */
const unanswerable = 5;
const cuts = [1, 5, 10, 20];
const budgets = [200, 400, 1_000];
const dayMs = 86_400_000;

/**
 * LoCoMo (Maharana et al., ACL 2024): each turn is an episode of its conversation, each question is asked a day after
 * the last one. Recall@k is the mean share of the evidence among the first k.
 */
export async function locomo(samples: readonly unknown[], system: System): Promise<Figures> {
  const shares = new Map<string, number[]>();
  const note = (name: string, share: number) => {
    const known = shares.get(name);
    if (known) known.push(share);
    else shares.set(name, [share]);
  };
  for (const sample of samples.map((one) => v.parse(sampleShape, one))) {
    const items = turnsOf(sample);
    const known = new Set(items.map(({ id }) => id));
    const searcher = await system.open(items, Math.max(...items.map(({ at }) => at)) + dayMs);
    for (const { question, category, evidence } of sample.qa) {
      const wanted = (evidence.join(' ').match(/D\d+:\d+/g) ?? []).filter((id) => known.has(id));
      if (category === unanswerable || wanted.length === 0) continue;
      const ranked = await searcher.rank(question, Math.max(...cuts));
      for (const cut of cuts) note(`locomo.recallAt${cut}`, shareFound(wanted, ranked.slice(0, cut)));
      note(`locomo.recallAt10.category${category}`, shareFound(wanted, ranked.slice(0, 10)));
      if (!searcher.inject) continue;
      for (const budget of budgets) {
        note(
          `locomo.blockAt${budget}`,
          shareFound(wanted, await searcher.inject({ text: question }, budget)),
        );
      }
    }
    await searcher.close();
  }
  const questions = shares.get('locomo.recallAt1')?.length ?? 0;
  return {
    ...Object.fromEntries([...shares].map(([name, all]) => [name, mean(all)])),
    'counts.locomo': questions,
  };
}

function turnsOf({ sample_id, conversation }: Sample): Item[] {
  const items: Item[] = [];
  for (let session = 1; ; session++) {
    const turns = conversation[`session_${session}`];
    if (turns === undefined) return items;
    const at = casual.parseDate(String(conversation[`session_${session}_date_time`]))?.getTime() ?? 0;
    for (const { speaker, text, dia_id, blip_caption } of v.parse(v.array(turnShape), turns)) {
      const shown = blip_caption ? ` [shares ${blip_caption}]` : '';
      items.push({
        id: dia_id,
        text: `${speaker}: ${text}${shown}`,
        kind: 'episode',
        at: at + items.length,
        session: `${sample_id}-${session}`,
      });
    }
  }
}
