import * as v from 'valibot';
import { memoryKinds } from '@/memory/types';

const patterns = v.pipe(
  v.array(v.string()),
  v.transform((sources) => sources.map((source) => new RegExp(source, 'iu'))),
);
const kinds = v.pipe(
  v.union([v.picklist(memoryKinds), v.array(v.picklist(memoryKinds))]),
  v.transform((kind) => [kind].flat()),
);

/** What a memory must be and say, as in the documented format of the sets. */
export const expectationShape = v.object({
  kind: v.optional(kinds, ['fact', 'preference', 'procedure', 'goal']),
  about: v.optional(v.picklist(['user', 'other'])),
  all: patterns,
  none: v.optional(patterns, []),
  optional: v.optional(v.boolean(), false),
});
export type Expectation = v.InferOutput<typeof expectationShape>;

export interface Learned {
  kind: (typeof memoryKinds)[number];
  text: string;
  about: 'user' | 'other';
}

export function isMet(by: Learned, { kind, about, all, none }: Expectation): boolean {
  return (
    kind.includes(by.kind) &&
    (about === undefined || about === by.about) &&
    all.every((pattern) => pattern.test(by.text)) &&
    none.every((pattern) => !pattern.test(by.text))
  );
}
