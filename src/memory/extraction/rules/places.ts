import nlp from 'compromise/two';
import { dont, end, type Finding, I, Im, Ive, type Rule, rule } from '@/memory/extraction/rules/rule';
import { fieldsOf } from '@/memory/extraction/word-fields';

const atHome: Finding = {
  kind: 'fact',
  key: 'home',
  importance: 0.7,
  confidence: 0.9,
};
const once: Finding = { ...atHome, key: undefined, importance: 0.35, confidence: 0.8 };
const origin: Finding = { ...atHome, key: undefined, importance: 0.5 };
const dwelling: Finding = { ...atHome, key: undefined, importance: 0.5, confidence: 0.8 };

const place = '(?<place>[\\p{L}\\p{N}].*)';
const dwellingWords =
  /\b(?:house|apartment|flat|studio|condo|dorm|farm|cottage|cabin|loft|bungalow|townhouse|town|village|city|suburbs?|countryside|island|parents|family|wife|husband|partner|girlfriend|boyfriend|roommates?|flatmates?|housemates?|kids?|children|mother|father|brother|sister|friends?|alone|dogs?|cats?|building|neighbou?rhood|desert|mountains|coast)\b/iu;

export const places: Rule[] = [
  rule(
    `(?:I|we)(?: (?:also|still|currently|now|actually|both|mostly))* (?:live|reside) (?:in|near|outside|close to|just outside|at|on|by) ${place}`,
    livesIn,
  ),
  rule(
    `(?:${Im}) (?:currently |now )?(?:living|based|residing|located|settled) (?:in|near|outside|out of|at) ${place}`,
    livesIn,
  ),
  rule(`(?:${Ive}) (?:been living|lived) (?:in|near|outside) ${place}`, (match, clause) =>
    /\b(?:since|for|all my life|my whole life|always)\b/i.test(clause.text)
      ? livesIn(match)
      : ifPlace(match, once),
  ),
  rule(
    `(?:${I}|${Ive}) (?:moved|relocated|emigrated|immigrated)(?: back)?(?: over| out| here| from .{1,40}?)? to ${place}`,
    (match) => ifPlace(match, atHome),
  ),
  rule(`(?:${I}) live (?:alone|together|with .+|off.?grid)`, dwelling),
  rule(`(?:I|we) (?:used to live|once lived|lived) in ${place}`, (match) => ifPlace(match, once)),
  rule(`(?:I|we) ${dont} live in ${place}`, (match) => ifPlace(match, once)),
  rule(`(?:${Im}) (?:originally )?from ${place}`, (match) => ifPlace(match, origin)),
  rule(`(?:I|we) (?:come from|grew up in|was raised in|hail from) ${place}`, (match) =>
    ifPlace(match, origin),
  ),
  rule(
    `(?:${Im}) (?:originally )?from (?:an?|the) (?:\\p{L}+ )?(?:town|village|farm|island|suburb|south|north|east|west|countryside)`,
    origin,
  ),
  rule(`my (?:home ?town|home city|home country) is `, origin),
  rule(
    `(?:my|our) (?:house|apartment|flat|home|garden|kitchen) (?:is|has|faces|sits) (?!on fire|a mess|dirty|messy)`,
    dwelling,
  ),
  rule(
    `(?:${I}|${Ive}) (?:bought|rent|own|rented|sold|built|inherited) (?:a|an|my|our|the)(?: \\p{L}+){0,3} (?:house|apartment|flat|condo|cottage|farm|cabin|studio)${end}`,
    dwelling,
  ),
  rule(`my time ?zone is `, { ...dwelling, key: 'timezone' }),
];

function livesIn(match: RegExpExecArray): Finding | undefined {
  const found = ifPlace(match, atHome);
  if (found) return found;
  return dwellingWords.test(match.groups?.place ?? '') ? dwelling : undefined;
}

/** A capitalised word that is not a tool, or lower-case words a gazetteer knows; "fear" and "the loop" are neither. */
function ifPlace(match: RegExpExecArray, found: Finding): Finding | undefined {
  const words = (match.groups?.place ?? '').replace(/^the /u, '');
  if (/^(?:an?|my|this|that|our|your|his|her|their|here|it|where|what)\b/iu.test(words)) return undefined;
  const first = words.split(/[ ,]/)[0] ?? '';
  if (fieldsOf(first).includes('tools')) return undefined;
  if (/^\p{Lu}/u.test(first)) return found;
  return nlp(words).match('^#Place').found || /^(?:uk|us|usa|nyc|la|sf|eu)$/.test(first) ? found : undefined;
}
