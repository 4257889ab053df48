/** What the judge tells of a phrase, each from 0 to 1. */
export const judgeOutputs = ['durable', 'episode', 'other'] as const;
export type JudgeOutput = (typeof judgeOutputs)[number];

/** What a phrase that is worth keeping can become. */
export const keptKinds = ['fact', 'preference', 'procedure', 'goal'] as const;
export type KeptKind = (typeof keptKinds)[number];
