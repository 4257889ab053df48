/** What a memory may be about that somebody may not want kept; a memory can be of several, and most are of none. */
export const categories = [
  'contacts',
  'health',
  'finances',
  'beliefs',
  'location',
  'people',
  'intimacy',
] as const;
export type Category = (typeof categories)[number];

/** Whether memories of a category are made. */
export type KeptCategories = Readonly<Record<Category, boolean>>;

/** Others can do much with an address and a memory little. */
export const keptByDefault: KeptCategories = {
  contacts: false,
  health: true,
  finances: true,
  beliefs: true,
  location: true,
  people: true,
  intimacy: true,
};
