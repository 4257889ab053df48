import { claimOf } from '@/memory/extraction/model/claim';
import type { singleKeys } from '@/memory/extraction/model/schema';
import { isAboutSpeaker } from '@/memory/extraction/model/subject';

type SingleKey = (typeof singleKeys)[number];

/** What a statement of a key says, at least, in the languages whose words are known; `live` and `work` stand for kin. */
const shapes: Record<SingleKey, RegExp> = {
  name: /name|call|heiß|nenn|appelle|nom\b|llam|cham|nome|chiam/iu,
  home: /\blive\b/,
  employer: /\bwork\b/,
  occupation: /\bwork\b|^(?:i['’]m|i am|ich bin|je suis|soy|eu sou|sou|sono|io sono)(?![\p{L}])/iu,
  partner:
    /married|engaged|divorced|single|partner|wife|husband|girlfriend|boyfriend|verheiratet|marié|casad|sposat/iu,
  age: /\d/,
  birthday: /born|birth|geburt|geboren|naissance|\bnée?\b|nac|nasc|\bnat[ao]\b/iu,
  pronouns: /pronoun|pronom|\p{L}\/\p{L}/iu,
  timezone: /time|zone|utc|gmt|[ecmp]s?t\b|zeit|heure|hora|ora\b/iu,
};

/**
 * The key a model gives, where the sentence can hold it. A wrong one would have the next true statement push this
 * memory aside.
 */
export function keyOf(key: string | undefined, text: string): string | undefined {
  if (key === undefined || !Object.hasOwn(shapes, key) || !isAboutSpeaker(text)) return undefined;
  return shapes[key as SingleKey].test(`${text} ${claimOf(text).words.join(' ')}`) ? key : undefined;
}
