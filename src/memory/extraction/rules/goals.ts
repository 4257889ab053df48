import type { Clause } from '@/memory/extraction/clauses';
import { capital, end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';

const goal: Finding = { kind: 'goal', importance: 0.55, confidence: 0.85 };
/** Without a date "I'm going to Rome" may be over tomorrow, so it counts little. */
const journey: Finding = { ...goal, importance: 0.45, confidence: 0.75 };

/** Aims that outlast a chat; "to understand this error" and "to know how" do not. */
const aims = [
  'lose (?:some |a bit of |\\d+ ?\\p{L}* ?(?:of )?)?(?:weight|fat|kilos|pounds|kg|lbs)',
  '(?:quit|stop|give up|cut down on|reduce) (?:smoking|drinking|vaping|sugar|alcohol|caffeine|coffee|meat|my job|procrastinating|biting|my (?:sugar|alcohol|caffeine|meat|screen|carbon))',
  '(?:eat|cook|live|sleep|exercise|walk|run|read|save|drink|work out|spend|meditate|practi[sc]e)(?: (?:healthier|healthy|better|more|less|earlier|regularly|every|at home|fewer|a marathon|my first marathon).*)$',
  'get (?:in(?:to)? (?:better )?shape|fit|fitter|healthier|pregnant|married|promoted|better at (?!this|it)|my (?:driving|licen[cs]e|degree|phd|masters?)|a (?:dog|cat|puppy|pet|new job|job|promotion|divorce|mortgage|tattoo)|into (?!this|it|that|the (?:app|account))\\p{L}|out of debt)',
  '(?:become|be) an? (?!bit|little|better at this)\\p{L}+',
  'learn (?:to (?!use this)|the |some )?(?!how|about|more|from|what|why|where|if|whether|that|this|it\\b|basics|specific|new|different|techniques|some)[\\p{L}-]+',
  '(?:run|finish|complete) (?:a|an|my|the|\\d).*(?:marathon|10k|5k|triathlon|ironman|race|degree|phd|thesis|novel|book|dissertation)',
  '(?:buy|build|renovate|sell|own) (?:a |an |my |our |the )(?:\\p{L}+ ){0,2}(?:house|home|flat|apartment|car|farm|cabin|boat|camper|place|land|bike)(?![\\p{L}])',
  '(?:move|relocate|emigrate) (?:to|abroad|out|back|in with)',
  '(?:start|open|launch|found|grow) (?:a|an|my|our|my own) (?:\\p{L}+ ){0,2}(?:business|company|startup|shop|store|restaurant|cafe|café|bakery|blog|podcast|family|channel|farm|garden|practice|agency|newsletter|career)',
  `(?:retire|change careers?|switch careers?|go back to (?:school|university|college)|pay off|build muscle|gain (?:weight|muscle)|improve my (?!code|text|essay|writing of|function|query|prompt|resume|cv)\\p{L}+|save (?:up )?(?:for|money)|adopt|have (?:kids|children|a baby|another)|travel (?:the world|to|around|more)|visit ${capital}|climb|hike the|pass (?:the|my)|write a (?:novel|book|memoir|thesis)|publish|become)`,
].join('|');

export const goals: Rule[] = [
  rule(
    `(?:my|our|one of my) (?:main |long-term |biggest |current |career |fitness |life |new year's |personal |ultimate )*(?:goal|dream|ambition|aim|resolution|plan|bucket list)s? (?:is|are|includes?|for (?:this|next|the) year) (?!to (?:understand|get this|make this|fix|create|write a (?:function|script|program|query)))`,
    aim,
  ),
  rule(
    `(?:${I}) (?:want|hope|plan|intend|aim|would love|dream|wish)(?: to| of)? (?:also |eventually |really |one day |finally )*(?:to )?(?:${aims})`,
    aim,
  ),
  rule(`I'd (?:love|like) to (?:eventually |really |one day |finally |someday )*(?:${aims})`, aim),
  rule(
    `(?:${Im}) (?:trying|hoping|planning|aiming|working hard|saving up|looking|determined|going) to (?:also |eventually |really |finally )*(?:${aims})`,
    aim,
  ),
  rule(`(?:${Ive}) (?:been trying|decided|always wanted|started) to (?:${aims})`, aim),
  rule(
    `(?:${Im}) (?:training|preparing|studying|practi[sc]ing|saving|saving up|saving money) for (?!it|this|that)`,
    aim,
  ),
  rule(`(?:${I}|${Ive}) (?:been )?(?:training|preparing|studying|saving)(?: up)? for (?!it|this|that)`, aim),
  rule(
    `(?:${Im}|${Ive}) (?:been )?(?:learning|teaching myself) (?!how|about|a lot|that|this|it\\b|more|from|(?:a )?new (?:skill|thing)|to (?:use|write) (?:this|the))`,
    aim,
  ),
  rule(
    `(?:${I}) (?:started|began|have started) (?:learning|training|studying|taking \\p{L}+ (?:lessons|classes)) (?!how|about|this)`,
    aim,
  ),
  rule(
    `(?:${Im}) (?:writing|working on) (?:a|an|my) (?:\\p{L}+[- ]){0,3}(?:novel|book|memoir|thesis|dissertation|phd|screenplay|album|startup|master'?s thesis)${end}`,
    aim,
  ),
  rule(
    `(?:${Im}) (?:planning|organi[sz]ing|preparing) (?:a|an|my|our) (?:\\p{L}+[- ]){0,3}(?:trip|wedding|holiday|vacation|honeymoon|move|party|renovation|baby shower|road ?trip|sabbatical|retirement|funeral|reunion)${end}`,
    aim,
  ),
  rule(
    `(?:${Im}) (?:going|travel+ing|flying|moving|relocating|emigrating)(?: on (?:a trip|holiday|vacation|honeymoon))?(?: back)? to ${capital}(?!.*\\b(?:section|chapter|step|settings)\\b)`,
    journey,
  ),
  rule(
    `(?:${Im}) (?:expecting|hoping for) a promotion|(?:${Im}) (?:building|renovating) (?:a|an|my|our) (?:\\p{L}+ )?(?:house|home|kitchen|garden|cabin|flat|apartment|bathroom|shed|boat)${end}`,
    aim,
  ),
];

function aim(_: RegExpExecArray, clause: Clause): Finding | undefined {
  if (/\b(?:you|your|this (?:code|script|bug|file|project|error|page|app|text|essay))\b/i.test(clause.text))
    return undefined;
  return goal;
}
