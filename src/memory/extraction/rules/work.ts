import { findOccupation } from '@/memory/extraction/rules/occupations';
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

const employer: Finding = {
  kind: 'fact',
  key: 'employer',
  importance: 0.65,
  confidence: 0.9,
};
const occupation: Finding = { ...employer, key: 'occupation' };
const job: Finding = { ...employer, key: undefined, importance: 0.55 };
const routine: Finding = { ...job };
const studies: Finding = { ...job, importance: 0.6 };

/** "At home", "on it", "for me" name no employer. */
const noEmployer =
  /^(?:home|it|this|that|these|those|me|you|him|her|them|us|night|nights|the moment|least|all|most|once|first|example|now|some|both|everyone|anyone|free|hours|days|weeks|months|years|a (?:while|bit|solution|fix)|my (?:needs|case|use case|purposes?)|\d)/iu;

export const work: Rule[] = [
  rule(
    `(?:${I}|${Ive}) (?:work|worked|been working)(?: part-time| full-time| remotely| freelance)? as (?:a|an|the) `,
    (_, clause) => (/^\S+ (?:used|have worked)/i.test(clause.text) ? job : occupation),
  ),
  rule(`(?:I|we) (?:used to work|worked) (?:at|for|in|as) (?<who>.+)`, (match) =>
    isEmployer(match) ? { ...job, importance: 0.35 } : undefined,
  ),
  rule(`(?:${I}) work(?: part-time| full-time| remotely)? (?:at|for) (?<who>.+)`, (match) =>
    isEmployer(match) ? employer : undefined,
  ),
  rule(`(?:${Im}) (?:working|employed) (?:at|for|by) (?<who>.+)`, (match) =>
    isEmployer(match) && /\p{Lu}/u.test(match.groups?.who ?? '') ? employer : undefined,
  ),
  rule(
    `(?:${Ive}|I)(?: just)? (?:started|joined|got) (?:a new job|a job|working) (?:at|for|with|as) `,
    employer,
  ),
  rule(`(?:I|${Ive})(?: just| recently)? joined ${capital}(?!.*\\b(?:meeting|call|chat|channel)\\b)`, {
    ...employer,
    confidence: 0.6,
  }),
  rule(
    `(?:${I}) work (?:from home|remotely|nights?|night shifts?|shifts?|weekends?|part[- ]time|full[- ]time|\\d+ (?:hours|days)|in shifts|on weekends|the night shift|early|late)${end}`,
    routine,
  ),
  rule(
    `(?:${I}) work (?:in|with) (?:a |an |the )?(?:\\p{L}+ ){0,3}(?:industry|sector|field|healthcare|finance|it|tech|marketing|sales|hr|education|retail|hospitality|construction|logistics|insurance|banking|advertising|publishing|research|law|consulting|manufacturing|government|politics|media|fashion|biotech|pharma|robotics|security|agriculture|hospital|school|office|restaurant|bank|factory|shop|store|warehouse|lab|laboratory|children|kids|animals|library|museum|university|kitchen|bakery|clinic|pharmacy)${end}`,
    job,
  ),
  rule(`(?:${Im}) (?:not )?(?:a|an|the) (?<what>.+)`, (match, clause) => {
    if (!findOccupation(match.groups?.what ?? '')) return undefined;
    if (/ not /i.test(clause.text)) return { ...job, importance: 0.4 };
    return /\bstudent|undergrad|phd/i.test(clause.text) ? studies : occupation;
  }),
  rule(`(?:${Im}) (?:(?<what>(?:\\p{L}+ ){0,3}\\p{L}+)) (?:at|for) (?:a |an |the )?\\p{L}`, (match) =>
    findOccupation(match.groups?.what ?? '') ? occupation : undefined,
  ),
  rule(
    `(?:${Im}) (?:self[- ]employed|unemployed|retired|between jobs|freelanc\\p{L}+|semi-retired)`,
    occupation,
  ),
  rule(`(?:${Im}) looking for (?:a (?:new )?)?(?:job|work)(?: in .+|$)`, { ...job, kind: 'goal' }),
  rule(
    `my (?:job|occupation|profession|job title|role|position) is (?:a |an |the |to )?\\p{L}+(?! (?:boring|killing|stressful))`,
    (_, clause) =>
      findOccupation(clause.text.replace(/^.*? is (?:an? |the )?/i, '')) ? occupation : undefined,
  ),
  rule(
    `(?:my|our) (?:company|employer|startup|business|firm) (?:is called|is named|makes|sells|builds|does|has \\d)`,
    job,
  ),
  rule(`(?:my employer|my company) is ${capital}`, employer),
  rule(
    `(?:${I}) (?:run|own|manage|founded|co-founded|started|lead) (?:a|an|my own|our own|the|two|three)(?: [\\p{L}-]+){0,3} (?:business|company|shop|store|bakery|restaurant|cafe|café|startup|agency|farm|studio|salon|practice|clinic|hotel|team|bar|school|charity|ngo|firm|brewery|blog|newsletter|podcast|channel|department)${end}`,
    job,
  ),
  rule(`(?:${I}) (?:freelance|teach (?!me)\\p{L}+|coach \\p{L}+)`, job),
  rule(`(?:${I}) (?:earn|make) (?:about |around |roughly )?[$€£]?\\d`, {
    ...job,
  }),
  rule(`my (?:salary|income) is `, { ...job }),
  rule(
    `(?:${I}) (?:study|studied) (?!how|this|that|it|and|hard|well|better|a lot|more|the (?:following|text))\\p{L}+`,
    studies,
  ),
  rule(
    `(?:${Im}) (?:studying|majoring in|enrolled (?:in|at)|doing (?:a|my) (?:phd|masters?|bachelor'?s?|degree|mba)|getting my (?:phd|masters?|mba|degree)) ?(?!this|it\\b|for (?:a|the|my) (?:test|quiz))`,
    studies,
  ),
  rule(`(?:I|${Ive}) (?:graduated|got my (?:phd|degree|masters?|mba)|dropped out)${end}`, studies),
  rule(
    `(?:${Ive}|I) (?:have )?(?:a |an |my )(?:(?:phd|ph\\.d|mba|master'?s?|bachelor'?s?|degree|diploma)(?: degree)? (?:in|from)|background in) `,
    studies,
  ),
  rule(
    `(?:I|${Ive})(?: just| recently)? (?:quit|left|lost) my job|(?:I|${Ive}) (?:was|been|got|just got)(?: just)? (?:laid off|fired|promoted)|(?:I|${Ive})(?: just)? (?:retired)${end}`,
    { ...job, kind: 'episode' },
  ),
  rule(`(?:I|we) ${dont} work (?:on (?:weekends|mon|tue|wed|thu|fri|sat|sun)|at .+ anymore)`, job),
];

function isEmployer(match: RegExpExecArray): boolean {
  return !noEmployer.test(match.groups?.who ?? '');
}
