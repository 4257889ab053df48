/** The asker speaks of themselves. */
const firstPerson = /(?<![\p{L}'’])(?:i|i['’](?:m|ve|d|ll)|me|my|mine|myself|we|our|us)(?![\p{L}'’])/iu;

/** "Take the role of …", "You are a …": what follows is said to somebody who is made up. */
const role =
  /^\W*(?:please )?(?:you(?:'re| are) (?:an?|the|now)\b|(?:take|assume|play)(?: on)? the role|act(?:ing)? as|pretend|role-?play|imagine (?:you(?:'re| are)|yourself|that you)|speak as|as an? [\p{L} -]{3,40},)/iu;
/** What is done to a text that stands below or in quotation marks. */
const onGivenText =
  /^\W*(?:please |can you |could you )*(?:classify|identify|tell (?:me|if|whether)|given|rewrite|rephrase|replace|complete|fill in|translate|summari[sz]e|paraphrase|correct|proofread|analy[sz]e|extract|explain|convert|expand|output|return|detect|count|sort|parse|label|annotate|find the|dependency|suggest a completion|generate a response|make a one)\b/i;
const givenBelow = /^[^\n]{3,400}\n\s*\n?\s*\S|:\s*["“«]|["”»]\s*$/u;
/** A program to be written with all that it needs to know. */
const program =
  /^\W*(?:please |can you |could you |how (?:would|can|could) (?:you|i) )*(?:write|create|construct|build|generate|implement|design|develop|compose|make|produce|code)\b.{0,60}\b(?:programs?|scripts?|functions?|code|quer(?:y|ies)|regex|algorithms?|macros?|snippet|class(?:es)?|statement)\b/i;

/**
 * Whether the form of a draft tells that nothing about the asker helps: role-play, work on a given text, a program
 * told in full. Who speaks of themselves is never taken for that.
 */
export function isSelfContained(draft: string): boolean {
  const [opening = ''] = draft.trim().split(/\n/, 1);
  if (program.test(opening)) return !firstPerson.test(opening.replace(/\b(?:can|could|would) i\b/i, ''));
  if (role.test(opening)) return !firstPerson.test(opening);
  return onGivenText.test(opening) && givenBelow.test(draft.trim()) && !/\b(?:my|our)\b/i.test(opening);
}
