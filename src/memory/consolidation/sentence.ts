import { contentWords } from '@/lib/content-words';
import { ofText } from '@/memory/consolidation/of-text';

/** What the comparison of two sentences goes by; `words` are stems, in their order, without what only marks a change. */
export interface Sentence {
  text: string;
  words: readonly string[];
  /** Stems of the names in it. */
  names: ReadonlySet<string>;
  /** Stems of what it denies: "never led the choir", "not Porto", "rather than tea". */
  denied: ReadonlySet<string>;
  isOwn: boolean;
  /** Tells of what was so once: "used to", "back when". */
  isPast: boolean;
  /** Says by itself that something is other than it was. */
  isChange: boolean;
  /** Says that something is over, or is not so. */
  isDenial: boolean;
  /** Sets what it says against something else: "only", "instead", "while". */
  isContrast: boolean;
  /** Says that it comes on top. */
  isAddition: boolean;
}

export const sentenceOf = ofText((said: string): Sentence => {
  const text = said.trim().replaceAll('’', "'");
  return {
    text,
    words: [...contentWords(text)].filter((word) => !marking.has(word)),
    names: namesIn(text),
    denied: deniedIn(text),
    isOwn: own.test(text),
    isPast: past.test(text),
    isChange: change.test(text),
    isDenial: denial.test(text),
    isContrast: contrast.test(text),
    isAddition: addition.test(text),
  };
});

const own =
  /^(?:(?:sorry|actually|no|well|oh|and|but|so)\b,? )*(?:i|we|my|our|ich|wir|meine?|unsere?|je|nous|mon|ma|mes|notre|yo|mi|mis|nuestr[oa]|eu|meu|minha|io|mio|mia)\b/i;
const past =
  /\b(?:used to|back when|back then|formerly|previously|in the past|at the time|früher|damals|autrefois|antes)\b/i;
const change =
  /\b(?:now|nowadays|these days|switch(?:ed|ing)?|chang(?:ed|ing)|moved|moving|replaced|upgraded|swapped|renamed|postponed|pushed|raised|lowered|became|become|no longer|any ?more|instead|stopped|quit|g[ai]ve up|given up|dropped|sold|left|again|since|from now on|from \d|as of|actually|sorry|correction|i meant|new|died|closed|went (?:up|down)|cut down|broke up|split up|divorced|separated|returned|decided|turned|back|retired|graduated|used to|outgr(?:ew|own)|dismissed|fired|laid off|cured|learn(?:ed|t) to|jetzt|nun|wieder|inzwischen|nicht mehr|maintenant|désormais|ne .* plus|ahora|ya no|agora|já não|adesso|ora|non .* più)\b/i;
const denials =
  /\b(?:no longer|not|never|none|no|without|neither|nor|stopped|quit|gave up|dropped|sold|left|unlike|\w+n't|cannot|rather than|instead of|dislikes?|hates?|lacks?|refuses?|avoids?|contrary to|used to|out of|kein\w*|nicht|nie|ne|jamais|nunca|não|non|mai)\b/giu;
const denial = new RegExp(denials.source, 'iu');
/** Where what is denied ends. */
const clauseEnd =
  /[;,.:]|\b(?:but|instead|although|though|while|whereas|and (?:i|we|he|she|they|it|has|have|is|was|am))\b/iu;
const contrast =
  /\b(?:instead|rather|only|exclusively|solely|actually|now|no longer|entirely|always|while|whereas)\b/i;
const addition = /\b(?:too|also|as well|another|other|second|third|additionally|besides|in addition)\b/i;

/** They tell that something changed, or how sure it is, not what. */
const marking = contentWords(
  'now nowadays currently switched switch changed change moved replaced upgraded swapped new no longer not never without any more anymore instead rather stopped quit gave up sold since still recently actually only exclusively solely also both while sorry again really very always already',
);

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  const words = [...text.matchAll(/[\p{L}\p{N}'.-]+/gu)];
  for (const [place, { 0: word, index }] of words.entries()) {
    if (!/^\p{Lu}/u.test(word) || /^I(?:'|$)/.test(word) || calendar.test(word)) continue;
    const isFirst = place === 0 || /[.;:!?]\s*["']?$/.test(text.slice(0, index));
    if (isFirst && !startsName(word, words[place + 1]?.[0])) continue;
    for (const stem of contentWords(word.replace(/'s$/, ''))) names.add(stem);
  }
  return names;
}

const calendar =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/i;

/** Every sentence starts with a capital; a name is followed by its second part or by what it does. */
function startsName(word: string, next = ''): boolean {
  if (contentWords(word).size === 0) return false;
  return /^\p{Lu}/u.test(next) || word.endsWith("'s") || /^(?:is|was|has|had|and|\p{L}+s)$/u.test(next);
}

function deniedIn(text: string): Set<string> {
  const denied = new Set<string>();
  for (const { 0: word, index } of text.matchAll(denials)) {
    const rest = text.slice(index + word.length).split(clauseEnd)[0] ?? '';
    for (const stem of contentWords(rest)) denied.add(stem);
  }
  return denied;
}
