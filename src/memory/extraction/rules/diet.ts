import { cant, dont, end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';

const follows: Finding = { kind: 'fact', importance: 0.9, confidence: 0.95 };
const denies: Finding = { ...follows, importance: 0.5, confidence: 0.85 };
const eats: Finding = { kind: 'preference', importance: 0.75, confidence: 0.85 };

const diets =
  'vegan|vegetarian|pescatarian|pescetarian|flexitarian|plant-based|veggie|lactose[- ]intolerant|gluten[- ]intolerant|gluten[- ]free|dairy[- ]free|carnivore|teetotal|teetotall?er|fruitarian';
const foods =
  'meat|beef|pork|chicken|fish|seafood|shellfish|prawns?|shrimps?|dairy|milk|cheese|butter|eggs?|gluten|wheat|bread|pasta|rice|sugar|nuts?|peanuts?|soy|tofu|mushrooms?|onions?|garlic|tomato(?:es)?|spicy|red meat|processed|fried|junk|fast food|carbs|animal products|anything|alcohol|caffeine|coffee|tea|wine|beer|soda|sweets|vegetables|fruit|sushi|raw|lamb|bacon|ham|honey|chocolate|lactose|little|breakfast|dinner|lunch|halal|kosher|vegan|vegetarian|plant-based|mostly|only|after|before|low|keto|paleo|foods?|cilantro|spinach|grains|legumes|beans';

export const diet: Rule[] = [
  rule(`(?:${Im}) (?:not|no longer) (?:an? )?(?:strict )?(?:${diets})${end}`, denies),
  rule(
    `(?:${Im}) (?:an? )?(?:life-?long |strict |strictly |mostly |ethical |new )*(?:${diets})${end}(?! (?:chef|cook|baker|restaurant|blogger|activist))`,
    follows,
  ),
  rule(`(?:${Ive}|I) (?:been|went|gone|became|become|turned) (?:an? )?(?:${diets})${end}`, follows),
  rule(
    `as (?<what>an? (?:(?:strict|life-?long) )?(?:${diets}|diabetic|coeliac|celiac)(?: person)?)(?: myself)?$`,
    (match) => ({
      ...follows,
      text: `I'm ${match.groups?.what}`,
    }),
  ),
  rule(
    `(?:${I}) (?:keep (?:kosher|halal)|only eat (?:halal|kosher)|eat (?:halal|kosher)|follow (?:an? |the )?(?:\\p{L}+[- ]){0,3}diet)`,
    follows,
  ),
  rule(
    `(?:${Im}) (?:on|following|doing|starting|trying) (?:an? |the )?(?:(?:strict|low|high|\\p{L}+)[- ]){0,3}(?:diet|keto|paleo|intermittent fasting)${end}`,
    follows,
  ),
  rule(`(?:${I}) used to be (?:an? )?(?:${diets})${end}`, { ...denies, importance: 0.35 }),
  rule(
    `(?:${I}) (?:${cant}|must not|mustn't|am not allowed to|shouldn't) (?:eat|have|drink|tolerate|digest|consume) (?!(?:it|this|that|here|now|right now|at the moment|anything right now|anything now|any more|much)${end})`,
    { ...follows, importance: 0.85 },
  ),
  rule(
    `(?:${I}) (?:${dont})(?: really| ever| usually)? (?:eat|drink|consume|touch) (?:[\\p{L}-]+ ){0,3}?(?:${foods})${end}`,
    { ...eats, importance: 0.8 },
  ),
  rule(
    `(?:${I})(?: (?:mostly|only|usually|rarely|hardly ever|little))* (?:eat|drink|consume|cook) (?:[\\p{L}-]+ ){0,2}?(?:${foods})${end}`,
    eats,
  ),
  rule(`(?:${I}) (?:rarely|hardly|seldom|only|always) (?:eat|drink) `, eats),
  rule(
    `(?:${I}|${Ive}) (?:avoid|avoiding|gave up|given up|quit|stopped eating|stopped drinking|cut out|abstain from)(?: eating| drinking| all| any)* (?:[\\p{L}-]+ ){0,2}?(?:${foods})${end}`,
    { ...eats, importance: 0.8 },
  ),
  rule(`(?:${I}) (?:${dont}) (?:drink|smoke or drink)$`, { ...eats, importance: 0.8 }),
  rule(`my diet is `, follows),
];
