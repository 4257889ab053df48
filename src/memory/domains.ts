/** The areas of a life in which a memory can matter; drafts are placed in the same set. */
export const domains = [
  'food',
  'health',
  'travel',
  'home',
  'family',
  'people',
  'work',
  'money',
  'study',
  'hobbies',
  'writing',
  'tools',
  'schedule',
  'identity',
] as const;

export type Domain = (typeof domains)[number];
