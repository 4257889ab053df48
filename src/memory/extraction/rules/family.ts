import { end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';

const relatives =
  'wife|husband|spouse|partner|fianc[eé]+|girlfriend|boyfriend|son|daughter|kids?|child|children|baby|toddler|twins|mother|father|mum|mom|dad|parents|sister|brother|siblings?|sisters|brothers|sons|daughters|grandmother|grandfather|grandma|grandpa|grandparents|grandson|granddaughter|grandkids|grandchildren|aunt|uncle|cousin|niece|nephew|step-?(?:son|daughter|mother|father)|(?:mother|father|sister|brother|son|daughter)-in-law|family|ex-?(?:wife|husband)|ex';
const pets = 'dogs?|cats?|puppy|kitten|pets?|horse|rabbit|hamster|parrot|tortoise|bird|fish';
const others =
  '(?:best |closest |oldest )?friend|room-?mate|flatmate|housemate|neighbou?r|colleague|co-?worker';
const someone = `(?:my|our) (?:(?:older|younger|little|big|eldest|youngest|oldest|twin|late|two|three|\\d+(?:[- ]years?[- ]old)?) )*(?<who>${relatives}|${pets}|${others})(?:,? \\p{Lu}[\\p{L}'-]+,?)?`;

const lasting = [
  `(?:is|are|'s)(?: \\p{L}+)? (?:called|named|allergic|vegan|vegetarian|pescatarian|diabetic|coeliac|celiac|lactose|gluten|kosher|halal|muslim|jewish|pregnant|autistic|deaf|blind|dyslexic|married|divorced|from|(?:almost |about )?\\d{1,2}(?: years| months|$| and)|retired|german|french|left-handed|scared of|afraid of|into|studying|learning|turning \\d|in \\p{L}+ (?:school|grade))`,
  `(?:is|are|'s) (?:also )?an? (?!bit|little|mess|jerk|pain|idiot|problem|nightmare|lot|good|great|bad|terrible|wonderful)[\\p{L}-]+`,
  `(?:has|have) (?:an? |the |severe |type )?(?:\\p{L}+ ){0,2}(?:allerg\\p{L}+|intolerance|diabetes|asthma|adhd|autism|dyslexia|dementia|alzheimer's|coeliac|celiac|arthritis|epilepsy|migraines|\\d)`,
  `(?:can'?t|cannot|doesn'?t|don'?t|never|only|won't) (?:eat|drink|like|speak|drive)`,
  `(?:lives?|works?|studies|study|teaches|speaks?|plays?|loves?|likes?|hates?|enjoys?|prefers?|collects|was born|were born|goes to|go to) (?!it|this|that|on my|against|for me|me\\b|him|her\\b|like (?:a|this))`,
  `(?:just |recently )?(?:turned (?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|\\p{L}+teen)|passed away|died)`,
  `(?:name is|names are)`,
].join('|');

const partner = /^(?:wife|husband|spouse|partner|fianc\p{L}+|girlfriend|boyfriend)$/u;

const relative: Finding = { kind: 'fact', importance: 0.6, confidence: 0.85 };

export const family: Rule[] = [
  rule(
    `(?:my|our) (?<who>${relatives}|${pets})(?:'s|s'|') (?:name(?:s)? (?:is|are) |birthday is |(?:allergic|called|vegan|vegetarian|diabetic|\\d))`,
    about,
  ),
  rule(`${someone}(?:'s)? (?:${lasting})`, about),
  rule(
    `(?:${I}|${Ive}) (?:have |got |had )?(?:only )?(?:an?|one|two|three|four|five|six|\\d+|no|twin|several|young)(?: (?:young|small|little|older|younger|grown|adult|teenage|twin|adopted|rescue|\\d+(?:[- ](?:years?|months?)[- ]old)|[\\p{L}-]+)){0,2} (?<who>${relatives}|${pets}|twins|boys?|girls?)${end}(?! (?:problem|question|food|issue|business|name|tree))`,
    about,
  ),
  rule(
    `(?:${Ive}) (?:an?|one|two|three|four|five|\\d+|no)(?: \\p{L}+)? (?<who>${relatives}|${pets})${end}(?! (?:problem|question|food|issue|business))`,
    about,
  ),
  rule(
    `(?:${Im}) (?:expecting (?:a baby|a child|our|my first|my second|twins)|having (?:a baby|twins)|adopting a)`,
    { ...relative, importance: 0.7 },
  ),
  rule(`our (?:baby|first child|son|daughter) (?:was born|is due)`, relative),
];

function about(match: RegExpExecArray, clause: { text: string }): Finding {
  const who = (match.groups?.who ?? '').toLowerCase();
  const named = /\b(?:called|named|name is|name's)\b/i.test(clause.text);
  return {
    ...relative,
    key: named && partner.test(who) ? 'partner' : undefined,
    importance: /allerg|intoleran|diabet|c(?:o)?eliac/i.test(clause.text) ? 0.8 : relative.importance,
  };
}
