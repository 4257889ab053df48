import nlp from 'compromise/two';
import {
  capital,
  dont,
  end,
  type Finding,
  I,
  Im,
  Ive,
  type Rule,
  rule,
} from '@/memory/extraction/rules/rule';

const trait: Finding = { kind: 'fact', importance: 0.5, confidence: 0.85 };
const partner: Finding = { ...trait, key: 'partner', importance: 0.65 };
const languages: Finding = { ...trait, importance: 0.55 };

const peoples =
  'muslim|christian|catholic|protestant|jewish|hindu|sikh|buddhist|atheist|agnostic|orthodox|mormon|quaker|gay|lesbian|bisexual|bi|queer|trans|transgender|non-?binary|asexual|american|european|african|asian|latino|latina|deaf';
const bodies =
  "left-handed|right-handed|colou?r-?blind|bilingual|trilingual|multilingual|dyslexic|tone-deaf|introverted|extroverted|neurodivergent|ambidextrous|bald|\\d+ ?cm|\\d(?:\\.\\d+)? ?m tall|\\d+(?: feet|'|ft)";

export const self: Rule[] = [
  rule(
    `(?:${Im}) (?:about |almost |nearly )?(?:\\d{1,2}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty)(?:-\\p{L}+)?|eighteen|nineteen|sixteen|seventeen)(?: years? old| yo| y/o|$)`,
    { ...trait, key: 'age', importance: 0.55 },
  ),
  rule(
    `(?:${Im}) (?:turning|in my (?:early |mid |mid-|late )?)(?: \\d| ?(?:twenties|thirties|forties|fifties|sixties|seventies|\\d0s))`,
    trait,
  ),
  rule(`(?:${Im}) an? (?:\\d{1,2})[- ]years?[- ]old${end}`, { ...trait, importance: 0.6 }),
  rule(`(?:${Im}) getting (?:married|divorced)${end}`, { ...partner, key: undefined, kind: 'goal' }),
  rule(`my age is \\d`, { ...trait, key: 'age' }),
  rule(`my (?:birthday|date of birth|dob)(?:'s| is)(?: on| in)? `, {
    ...trait,
    key: 'birthday',
    importance: 0.6,
  }),
  rule(`I was born (?:on|in|the) `, (_, clause) =>
    /\b\d{1,2}(?:st|nd|rd|th)?\b(?!\d)/.test(clause.text) &&
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.test(clause.text)
      ? { ...trait, key: 'birthday', importance: 0.6 }
      : trait,
  ),
  rule(`(?:${Im}) (?:happily |recently |newly )?(?:married|engaged)(?: to .+| with .+|$)`, partner),
  rule(
    `(?:${Im}) (?:in a (?:long-distance |long-term |committed )?relationship|single$|divorced|widowed|separated$|dating (?:an? |my |${capital}))`,
    partner,
  ),
  rule(`(?:I|we|${Ive}) (?:just )?(?:got|been) (?:married|engaged|divorced)${end}`, {
    ...partner,
    key: undefined,
    kind: 'episode',
  }),
  rule(
    `(?:${I}) (?:don'?t |only )?speak (?:only |fluent |some |a little |a bit of |basic |good |native |both )*(?:english|german|french|spanish|italian|portuguese|${capital})`,
    languages,
  ),
  rule(`my (?:native|first|mother|second|main) (?:language|tongue) is `, languages),
  rule(
    `(?:english|german|french|spanish|italian|portuguese) (?:is|isn't) (?:not )?my (?:native|first|second|mother|third) (?:language|tongue)`,
    languages,
  ),
  rule(
    `(?:${Im}) (?:not )?(?:a |an )?(?:native|fluent|non-native)(?: in)? (?:\\p{L}+ speaker|speaker|in \\p{L}+|${capital}\\p{L}+)`,
    languages,
  ),
  rule(
    `(?:${Im}) (?:not )?(?:a |an )?(?:practising |practicing |devout |secular )?(?:${peoples})${end}(?! (?:food|music|history|culture))`,
    { ...trait, importance: 0.55 },
  ),
  rule(`(?:${Im}) (?:not )?(?:${bodies})${end}`, { ...trait }),
  rule(
    `(?:${Im}) (?:not )?an? (?:\\p{L}+ )?(?:introvert|extrovert|morning person|night owl|early bird|immigrant|expat|veteran|night person|homebody|perfectionist)${end}`,
    trait,
  ),
  rule(
    `(?:${Im}) an? (?:single |proud |new |working |stay-at-home |divorced )*(?:mother|father|mom|mum|dad|parent|grandmother|grandfather|widow|widower)${end}`,
    { ...trait, importance: 0.6 },
  ),
  rule(`(?:${Im}) (?:a |an )?(?:complete |total |absolute )?beginner (?:at|in|with) (?!this|it|all)`, {
    ...trait,
    importance: 0.45,
  }),
  rule(`(?:${Im}) (?:a |an )?${capital}(?<who>\\p{L}+)(?: citizen| national)?$`, (match) =>
    nlp(match.groups?.who ?? '').has('#Demonym') ? trait : undefined,
  ),
  rule(`(?:${Im}) an? (?:${capital}\\p{L}+|us|uk|eu|dual) (?:citizen|national|resident)`, trait),
  rule(`(?:I) (?:${dont} )?(?:wear|take) (?:a )?(?:size|shoe size) `, {
    ...trait,
    importance: 0.4,
  }),
  rule(
    `my (?:shoe |ring |dress |shirt )?size is (?!\\d+ ?(?:kb|mb|gb|px))|my height is |I weigh (?:about |around )?\\d`,
    { ...trait, importance: 0.45 },
  ),
];
