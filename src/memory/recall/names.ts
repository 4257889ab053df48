import { plainName } from '@/memory/recall/plain-name';
import { relationsIn } from '@/memory/recall/relations';

/** Capitalised for another reason than naming somebody. */
const noNames = new Set(
  `a an and are as at be but by can could did do does for from had has have he her here his how i if in is it its just
  let like maybe me my no not of on or our please she should since so some than that the their then there these they this
  to was we were what when where which while who whom whose why will with would yes you your january february march april
  may june july august september october november december monday tuesday wednesday thursday friday saturday sunday mr mrs
  ms dr hi hello hey thanks english french german spanish italian portuguese`.split(/\s+/u),
);

const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]+/gu;

/** The names that a text may name somebody or something by, lower-case and without accents. */
export function namesIn(text: string): Set<string> {
  const names = [...text.slice(0, longest).matchAll(capitalised)].map(([word]) => plainName(word));
  return new Set(names.filter((name) => name.length > 1 && !noNames.has(name)));
}

/** Who a sentence is about, as far as its beginning tells: the speaker before a colon, or the names it begins with. */
export function subjectsOf(text: string): Set<string> {
  const speaker = /^(?<speaker>\p{Lu}[\p{L}\p{M}'’ -]{0,30}):\s/u.exec(text)?.groups?.speaker;
  const beginning = speaker ?? text.split(/\s+/u, beginningWords).join(' ');
  return new Set([...namesIn(beginning), ...relationsIn(beginning)]);
}

/** "My younger sister Anna" still begins a sentence. */
const beginningWords = 5;
const longest = 4_000;
