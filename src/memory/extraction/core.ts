const contractions: [RegExp, string][] = [
  [/^(?:im|i am)(?= )/i, "I'm"],
  [/^we are(?= )/i, "we're"],
  [/^ive(?= )/i, "I've"],
];

/**
 * Adverbs that leave a statement as it is. What makes it uncertain ("probably"), turns it ("rarely", "never") or is
 * no adverb ("rely") stays.
 */
const adverbs =
  /^(I'm|I've|I have|I|we're|we've|we have|we)(?: (?:(?:also|just|now|still|already|generally|usually|both|always(?= been)|very much|very|quite|so|kind of|sort of|tend to)|(?!(?:on|ear|app|rep|supp|comp|imp|multip|probab|possib|like|hopeful|supposed|alleged|apparent|near|rare|hard|scarce|exclusive|month|week|fami|ju)ly(?!\p{L}))\p{L}{2,}ly)(?= ))+/iu;

/** A time set before the statement: "Last month I moved …". */
export const timeFirst =
  /^(?:(?:last|this|earlier this) (?:year|month|week|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|yesterday|today|recently|lately|a (?:year|month|week|few (?:years|months|weeks|days)) ago|(?:two|three|four|five|six|\d{1,2}) (?:years|months|weeks|days) ago|in (?:\p{L}+ )?\d{4}|next (?:year|month|week|spring|summer|autumn|fall|winter)|these days|nowadays),?(?: |$)/iu;

/**
 * What is left of a clause when its contractions are uniform, and the time before its subject and the adverbs after
 * it are taken away.
 */
export function coreOf(clause: string): string {
  const uniform = contractions.reduce(
    (text, [shape, contracted]) => text.replace(shape, contracted),
    clause.replace(timeFirst, ''),
  );
  return uniform.replace(adverbs, '$1');
}
