import { diet } from '@/memory/extraction/rules/diet';
import { family } from '@/memory/extraction/rules/family';
import { goals } from '@/memory/extraction/rules/goals';
import { health } from '@/memory/extraction/rules/health';
import { names } from '@/memory/extraction/rules/names';
import { otherLanguages } from '@/memory/extraction/rules/other-languages';
import { places } from '@/memory/extraction/rules/places';
import { possessions } from '@/memory/extraction/rules/possessions';
import { preferences } from '@/memory/extraction/rules/preferences';
import { procedures } from '@/memory/extraction/rules/procedures';
import type { Rule } from '@/memory/extraction/rules/rule';
import { schedules } from '@/memory/extraction/rules/schedules';
import { self } from '@/memory/extraction/rules/self';
import { work } from '@/memory/extraction/rules/work';

/** Every area of rules; what is missed dearest comes first, likes come last because their shape is the widest. */
export const rules: readonly Rule[] = [
  ...diet,
  ...health,
  ...names,
  ...places,
  ...work,
  ...family,
  ...self,
  ...procedures,
  ...schedules,
  ...goals,
  ...possessions,
  ...preferences,
  ...otherLanguages,
];
