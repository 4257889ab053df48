import type { Clause } from '@/memory/extraction/clauses';
import { cant, end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';
import { fieldsOf } from '@/memory/extraction/word-fields';

const condition: Finding = { kind: 'fact', importance: 0.9, confidence: 0.92 };
const allergy: Finding = { ...condition, importance: 0.95, confidence: 0.95 };
const event: Finding = { ...condition, kind: 'episode', importance: 0.6, confidence: 0.8 };

const joke =
  /\b(?:bullshit|stupidity|mondays?|work|work(?:ing)?|effort|people|drama|mornings|nonsense|exercise|commitment|math|maths|bugs?|meetings?)\b/i;

const conditions =
  "(?:type (?:1|2|one|two) )?diabetes|asthma|coeliac|celiac|adhd|add|autism|asperger'?s|dyslexia|dyscalculia|epilepsy|migraines?|ibs|crohn'?s|colitis|eczema|psoriasis|arthritis|osteoporosis|hypertension|(?:high|low) blood pressure|high cholesterol|hypothyroidism|hyperthyroidism|hashimoto'?s|anxiety|depression|bipolar|ptsd|ocd|insomnia|sleep apn(?:o)?ea|cancer|lupus|fibromyalgia|endometriosis|pcos|an(?:a)?emia|gout|scoliosis|sciatica|tinnitus|vertigo|hay fever|acid reflux|gerd|heart (?:disease|condition)|kidney disease|hiv|long covid|multiple sclerosis|ms|parkinson'?s|a (?:bad|weak|herniated|slipped|chronic|rare|heart|pacemaker|disability|prosthetic|hearing|visual|sensitive|torn)|an? (?:\\p{L}+ )?(?:intolerance|phobia|disorder|condition|syndrome)|bad knees?|chronic|lactose|gluten|fructose|histamine|sensitive (?:skin|stomach|teeth)|dry skin|oily skin|psc|rosacea|dermatitis|flat feet";
const passing =
  /\b(?:bad (?:day|feeling|habit|idea|time|connection|experience|mood|request|gateway|memory)|condition(?:al)? (?:in|on|for)|weak (?:point|spot|signal|password|argument)|sensitive (?:topic|question|data|information)|chronic(?:ally)? late|ms (?:office|word|excel|teams))\b/i;

export const health: Rule[] = [
  rule(
    `(?:${Im}) (?:not |no longer )?(?:severely |deathly |highly |mildly |slightly |extremely |very |also |badly |a bit |a little )*(?:allergic|intolerant|hypersensitive) to (?:\\S)`,
    (_, clause) => allergic(clause),
  ),
  rule(
    `(?:${I}|${Ive}) (?:have |got |had |suffer from )?(?:an? |no |some |many |several |severe |bad |seasonal |food |mild |serious |multiple |life-threatening )*(?:[\\p{L}-]+ ){0,5}allerg(?:y|ies)${end}`,
    (_, clause) => allergic(clause),
  ),
  rule(`my (?:\\p{L}+ )?allerg(?:y|ies) (?:is|are|include)`, (_, clause) => allergic(clause)),
  rule(
    `as someone (?<trait>who's |who is |who has |with )(?!experience|no experience|an? interest|a background)`,
    asSomeone,
  ),
  rule(
    `(?:${I}|${Ive}) (?:also )?(?:have|got|had|suffer from|live with|struggle with|deal with)(?: (?:been|from))? (?:an? |severe |mild |chronic |bad |acute |terrible |generali[sz]ed |social |frequent |really |very |seasonal )*(?:${conditions})${end}`,
    notPassing,
  ),
  rule(`(?:${Ive}) (?:an? |severe |mild |chronic |bad |acute )*(?:${conditions})${end}`, notPassing),
  rule(`(?:${Ive}|I was|I got|I'm)(?: (?:been|just|also))* diagnosed (?:with|as) `, condition),
  rule(
    `(?:${Im}) (?:not )?(?:an? |type (?:1|2) |insulin[- ]dependent )*(?:diabetic|coeliac|celiac|asthmatic|epileptic|autistic|dyslexic|hypertensive|an(?:a)?emic|pregnant|breastfeeding|immunocompromised|blind|legally blind|partially sighted|hard of hearing|deaf|disabled|paralys?zed|paraplegic|bipolar|haemophiliac|hemophiliac|prediabetic|insomniac|wheelchair|hiv[- ]positive|claustrophobic|agoraphobic|arachnophobic|a recovering|in recovery|going through menopause|undergoing|sober|prone to)${end}(?! to (?:this|the))`,
    condition,
  ),
  rule(`(?:${Im}) (?:\\d+|two|three|four|five|six|seven|eight|nine) (?:weeks|months) pregnant`, condition),
  rule(
    `(?:${I}) (?:use|need|am in) a (?:wheelchair|walker|cane|hearing aid|cpap|walking stick|crutch)`,
    condition,
  ),
  rule(
    `(?:${I}|${Im}) (?:take|taking|on) (?!(?:a|an|the|my|it|this|that|care|time|notes|over|part|place|public|about|into|off|out|holiday|vacation|leave|board|track|call|top|mobile|windows|linux|macos|pictures|photos|photographs|classes|lessons)${end})(?:[\\p{L}-]+ ){0,3}?(?:medication|medicine|metformin|insulin|statins?|antidepressants?|ssris?|beta[- ]blockers?|blood (?:thinners?|pressure)|warfarin|lithium|ritalin|adderall|levothyroxine|the pill|ibuprofen|aspirin|antihistamines?|steroids|supplements|vitamin|ozempic|[\\p{L}]+(?:pril|statin|olol|azole|oxetine|mab|pram|artan|idone|zepam|formin|mycin|cillin)|\\d+ ?mg)`,
    condition,
  ),
  rule(`(?:${I}) take the pill|(?:${I}) (?:take|use) (?:an? )?(?:inhaler|epipen|insulin|cpap)`, condition),
  rule(
    `(?:I|${Ive})(?: just| recently)? (?:broke|fractured|sprained|tore|twisted|dislocated|injured|hurt) my (?:\\p{L}+ )?(?:leg|arm|ankle|knee|wrist|back|shoulder|hip|foot|toe|finger|hand|collarbone|acl|rib|elbow|neck)`,
    event,
  ),
  rule(
    `(?:I|${Ive})(?: just| recently)? (?:had|had my|need|am having) (?:an? )?(?:\\p{L}+ ){0,2}(?:surgery|transplant|heart attack|stroke|c-section|miscarriage|hip replacement|knee replacement|operation)${end}`,
    event,
  ),
  rule(
    `(?:I|${Ive})(?: finally| just)? (?:quit|stopped|given up|gave up) (?:smoking|drinking|vaping)|(?:${I}) (?:smoke${end}|vape${end}|don'?t smoke|used to smoke)`,
    { ...condition, importance: 0.6 },
  ),
  rule(`my blood (?:type|group) is |my blood pressure is (?:high|low)`, condition),
  rule(`(?:${I}) (?:wear|need) (?:glasses|contact lenses|hearing aids?)`, { ...condition, importance: 0.5 }),
  rule(
    `(?:(?:${I}) have|(?:${Ive})(?: got)?) (?:an? )?(?:\\p{L}+[- ]){0,2}(?:fear|phobia) of |(?:${Im}) (?:\\p{L}+ )?(?:afraid|scared|terrified) of (?!(?:it|this|that|losing|the (?:dark side)|being|failing|making)${end})`,
    { ...condition, kind: 'preference', importance: 0.7, confidence: 0.85 },
  ),
  rule(
    `(?:${I}) (?:${cant}) (?:walk|run|swim|stand|hear|see|lift|climb|kneel|sit|drive)(?: (?:for|long|far|well|heavy|stairs|at all|due|in|up)|$)`,
    { ...condition, importance: 0.7, confidence: 0.75 },
  ),
  rule(
    `(?:${I}) get (?:\\p{L}+ )?(?:migraines|seasick|carsick|motion sick|airsick|panic attacks|heartburn|nosebleeds|altitude sick)`,
    { ...condition, importance: 0.65 },
  ),
];

function allergic(clause: Clause): Finding | undefined {
  if (joke.test(clause.text)) return undefined;
  const denied = /\b(?:not|no longer|no)\b/i.test(clause.text);
  return {
    ...allergy,
    importance: denied ? 0.6 : allergy.importance,
  };
}

function notPassing(_: RegExpExecArray, clause: Clause): Finding | undefined {
  if (passing.test(clause.text)) return undefined;
  return condition;
}

/** "As someone with asthma, which sport …" states the asthma. */
function asSomeone(match: RegExpExecArray, clause: Clause): Finding | undefined {
  const trait = clause.text.slice(match[0].length);
  if (fieldsOf(trait).every((field) => field !== 'health' && field !== 'food')) return undefined;
  const subject = /who(?:'s| is)/i.test(match.groups?.trait ?? '') ? "I'm" : 'I have';
  return { ...condition, text: `${subject} ${trait}` };
}
