import { capital, end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';
import { fieldsOf } from '@/memory/extraction/word-fields';

const owns: Finding = { kind: 'fact', importance: 0.45, confidence: 0.8 };

export const possessions: Rule[] = [
  rule(`(?:${I}) drive (?:an? |the )(?!while|lot)(?:\\p{L}|\\d)`, owns),
  rule(
    `(?:${I}|${Ive}) (?:have |own |got |bought )?(?:an? )(?:new |old |used |electric |\\d+ )*(?:macbook|iphone|ipad|thinkpad|android|pixel|galaxy|chromebook|raspberry pi|tesla|toyota|ford|honda|volkswagen|vw|bmw|audi|kindle|playstation|ps5|xbox|nintendo|steam deck|car|motorbike|motorcycle|e-?bike|bike|campervan|camper van|boat|3d printer|telescope|piano|guitar|thermomix|air fryer|smart ?watch|garmin|apple watch)${end}(?! (?:accident|problem|question|app|that won't|which won't|error|meeting))`,
    owns,
  ),
  rule(
    `(?:${I}) (?:use|code (?:in|with)|program in|write (?:mostly |mainly )?in|develop (?:in|with|on)) (?!(?:an?|the|this|that|these|it|my|for|to|in|one|two)${end})(?<what>.+)`,
    usesTool,
  ),
  rule(
    `(?:my|our) (?:phone|laptop|computer|car|camera|bike|editor|ide|operating system|os|main (?:language|machine)|tech stack|stack|browser) (?:is|runs)(?: on)? (?:an? |the )?(?:mac|windows|linux|ubuntu|\\d|${capital})(?!.*(?:broken|slow|crash))`,
    owns,
  ),
  rule(
    `(?:${Im}) on (?:an? )?(?:mac(?:os|book)?|windows|linux|ubuntu|arch|fedora|debian|iphone|android)${end}`,
    { ...owns, confidence: 0.65 },
  ),
];

/** "I use Vim" names a tool; "I use recursion" does not. */
function usesTool(match: RegExpExecArray): Finding | undefined {
  const what = match.groups?.what ?? '';
  if (!fieldsOf(what).includes('tools') || what.split(' ').length > 12) return undefined;
  return owns;
}
