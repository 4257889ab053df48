import { dont, end, type Finding, I, type Rule, rule } from '@/memory/extraction/rules/rule';

const habit: Finding = { kind: 'fact', importance: 0.45, confidence: 0.8 };
const often =
  '(?:every|each) (?:day|morning|evening|night|week|month|weekend|weekday|other day|second|mon|tues|wednes|thurs|fri|satur|sun|january|spring|summer|autumn|winter|year)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:once|twice|three times|four times|five times|\\d+ times|\\d+x) (?:a|per) (?:day|week|month)|on weekends|at weekends|in the (?:mornings|evenings|afternoons)';

export const schedules: Rule[] = [
  rule(
    `(?:${I}) (?:wake up|get up|go to bed|go to sleep|start work|finish work|eat dinner|have dinner)(?: \\p{L}+)? (?:at|around|before|after|by|early|late) ?`,
    habit,
  ),
  rule(
    `(?:${I}) (?:have|go to|attend|take|do|teach|play|run|swim|train|work out|exercise|cook|meditate|commute|fast|pray|visit|volunteer|see my|pick up|travel)${end}(?! (?:all|this|these|that|it|to)${end}).*(?:${often})`,
    habit,
  ),
  rule(`(?:${I}) (?:am |'m )?(?:only )?(?:available|free) (?:on|in|at|every) .*(?:s${end}|weekends)`, habit),
  rule(
    `I'm (?:only |usually |always )?(?:free|available|busy|off) (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)days|on weekends|every|in the (?:mornings|evenings|afternoons))`,
    habit,
  ),
  rule(`(?:${I}) commute (?:by|to|for|an|\\d)`, { ...habit }),
  rule(
    `(?:${I}) (?:${dont}) (?:work|have time) (?:on|in the) (?:mon|tues|wednes|thurs|fri|satur|sun|week|morning|evening)`,
    habit,
  ),
];
