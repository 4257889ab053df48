import {
  cant,
  capital,
  dont,
  end,
  type Finding,
  I,
  Im,
  type Rule,
  rule,
} from '@/memory/extraction/rules/rule';

const preference: Finding = { kind: 'preference', importance: 0.5, confidence: 0.85 };

/** Objects that point into the conversation, so that the sentence says nothing on its own. */
const pointing = new RegExp(
  `^(?:to )?(?:(?:i|(?:order|buy|save|book) (?:an?|the|one|two|\\d+|some|more)|it|its|this|that|that's|these|those|them|him|her|you|your|yours|his|their|theirs|how|what|why|where|when|who|if|one|ones|both|all of|each|either|neither|none|my|mine|our|me|us|being able|here|there|so|too|more|better|most|option|version|number|answer|a lot|to (?:know|see|hear|think|ask|say|get|have|do|be sure|make sure|thank|start|use (?:this|that|it|the))|the (?:(?:sound|look|taste|smell|feel)(?! of)|way|tone|idea|ideas|first|second|third|last|latter|former|previous|new|old|current|answer|result|results|response|version|text|code|style|one|ones|fact|title|name|names|design|other|others|rest|change|changes|suggestion|suggestions|concept|plan|example|examples|ending|above|same|following|character|paragraph|sentence|output|format|layout|approach|option|options|image|picture|page|list|word|words|story|poem|draft|error|function|part|job|structure|logo|colou?rs?|wording|most|best|phrase)|(?:this|that|option|version|number|variant|plan|example) (?:\\p{L}|\\d))${end}|\\d|[a-d]$)`,
  'iu',
);
const liking = '(?:love|like|enjoy|adore|prefer|appreciate|value|favou?r)';
const disliking = `(?:hate|dislike|detest|loathe|despise|avoid|refuse|resent|${cant} (?:stand|bear|tolerate|deal with|handle)|${dont}(?: really| particularly| much| generally| usually)? (?:like|enjoy|love|care for|appreciate|watch|read|buy|use|wear|fly|trust|listen to))`;

export const preferences: Rule[] = [
  rule(
    `(?:${Im}) an? (?:big|huge|massive|lifelong|die-?hard) (?<object>(?:[\\p{L}'-]+ ){1,4})(?:fan|nerd|geek|buff|supporter|lover|enthusiast)$`,
    likes,
  ),
  rule(
    `my (?:\\p{L}+ )?(?:all-time )?(?:favou?rite|least favou?rite|preferred|go-to) (?!part|thing about|answer|one|is |are |was )(?<what>.+?) (?:is|are|was|has always been) (?<object>.+)`,
    likes,
  ),
  rule(
    `(?!(?:he|she|it|this|that|they|these|those|which|who|there|here) )${capital}(?<object>\\p{L}[^,]{1,60}) (?:is|are) my (?:all-time )?(?:absolute )?(?:favou?rite|least favou?rite) (?!part)\\p{L}+`,
    likes,
  ),
  rule(`(?:${I})(?: (?:only|much|sometimes|do))* ${liking} (?<object>.+)`, likes),
  rule(
    `(?:${I})(?: (?:try to|tend to|need to|have to|must|would rather))* ${disliking}(?: (?:to|of|when|people who))? (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:${Im}) (?:not )?(?:really |particularly |much of |such )?(?:a |an )?(?:(?:big|huge|massive|great|avid|passionate|lifelong|keen|die-?hard|real|total) )?(?:fan|lover|admirer|collector|reader|follower) of (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:${Im}) (?:not )?(?:really |big |all that )?(?:into|fond of|keen on|passionate about|crazy about|obsessed with|partial to|opposed to|against|averse to|sensitive to|picky about|uncomfortable (?:with|in|around|on|at)|enthusiastic about|addicted to|sceptical of|skeptical of|drawn to) (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:${Im}) not (?:really |particularly |at all )?(?:interested in|comfortable (?:with|in|around|on|at)) (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:${Im}) an? (?:avid|keen|passionate|hobby|amateur|big|huge) (?<object>(?:\\p{L}+ )?(?:reader|runner|cyclist|gardener|hiker|cook|gamer|photographer|swimmer|climber|birdwatcher|baker|painter|skier|traveller|traveler|knitter|chess player|foodie|coffee drinker|tea drinker|fan|lover|golfer|surfer))${end}`,
    likes,
  ),
  rule(
    `(?:${I}) (?:have|hold|harbou?r) (?:an? )?(?:no )?(?:[\\p{L}-]+ ){0,2}(?:aversion|dislike|preference|passion|love|hatred|distaste|weakness|obsession|sweet tooth|soft spot|tolerance|interest|objections?|thing)(?: (?:to|for|of|towards?|in|against) (?<object>.+)|$)`,
    likes,
  ),
  rule(
    `(?:${I}) find (?!it hard to (?:understand|follow|get|debug|see)|it (?:hard|difficult|odd|strange|weird|interesting|funny|confusing) that|that|this|myself|out|the (?:following|answer|error)|no |a way|some)(?<object>.+?) (?:\\p{L}+ly )?(?:too |very |so |extremely |quite |rather )*(?:boring|exhausting|tedious|disorienting|distressing|relaxing|uncomfortable|overwhelming|stressful|annoying|tiring|disturbing|unpleasant|off-putting|fascinating|soothing|difficult|hard|depressing|intimidating|irritating|distracting|unsettling|inspiring|enjoyable|confusing)${end}`,
    likes,
  ),
  rule(
    `(?:${I}) (?:gravitate towards?|prioriti[sz]e|adhere to|(?:learn|study|work|sleep|train|focus|concentrate) best|stay away from|steer clear of|shy away from|stick to|opt for|lean towards?|look forward to|believe in|care (?:deeply |a lot )?about|insist on|object to|disapprove of|get (?:very |really )?(?:uncomfortable|anxious|nervous|bored|overwhelmed)) (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:I|we)(?: (?:also|really|strictly|exclusively|almost))* (?:only|exclusively|never|always|rarely) (?:buy|wear|use|watch|read|fly|travel|stay|drive|ride|shop|listen to|play|drink|order|book|choose|take|go to|visit|eat|support|sleep|cook|purchase|consume|dine|date|work with) (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:I) (?:firmly |strongly )?believe in (?:an? )?(?<object>\\p{L}+-.+|minimalis.+|sustainab.+)`,
    likes,
  ),
  rule(
    `(?:my|our) (?:hobby|hobbies|interests|passions?|guilty pleasure|pet peeves?|pet hate)(?: is| are| include)? (?<object>.+)`,
    likes,
  ),
  rule(
    `(?:${I}) (?:collect|play|practi[sc]e|do|go)(?: the| a lot of)? (?<object>(?:guitar|piano|violin|drums?|cello|flute|bass|saxophone|chess|tennis|football|soccer|basketball|volleyball|badminton|golf|hockey|rugby|cricket|squash|padel|board games|video games|stamps|coins|vinyl|records|books|comics|yoga|pilates|karate|judo|taekwondo|boxing|crossfit|meditation|hiking|running|climbing|swimming|cycling|fishing|camping|skiing|surfing|dancing|birdwatching|sailing)${end}.*)`,
    likes,
  ),
];

function likes(match: RegExpExecArray): Finding | undefined {
  const object = match.groups?.object ?? '';
  if (
    pointing.test(object) ||
    /\b(?:your|you|yours|him|this)\b/i.test(object) ||
    object.split(' ').length > 30
  )
    return undefined;
  return preference;
}
