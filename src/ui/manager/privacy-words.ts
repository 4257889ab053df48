import type { Category } from '@/memory/categories';
import type { TextKey } from '@/ui/text';

export const categoryNames = {
  contacts: 'categoryContacts',
  health: 'categoryHealth',
  finances: 'categoryFinances',
  beliefs: 'categoryBeliefs',
  location: 'categoryLocation',
  people: 'categoryPeople',
  intimacy: 'categoryIntimacy',
} as const satisfies Record<Category, TextKey>;

export const categoriesMean = {
  contacts: 'categoryContactsMeans',
  health: 'categoryHealthMeans',
  finances: 'categoryFinancesMeans',
  beliefs: 'categoryBeliefsMeans',
  location: 'categoryLocationMeans',
  people: 'categoryPeopleMeans',
  intimacy: 'categoryIntimacyMeans',
} as const satisfies Record<Category, TextKey>;
