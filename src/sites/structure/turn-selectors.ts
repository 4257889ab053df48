import type { Role } from '@/memory/types';
import { type Feature, featuresOf } from '@/sites/structure/features';
import { commonAncestor } from '@/sites/structure/page-parts';
import { speakerIn } from '@/sites/structure/words';

/** CSS that finds exactly these elements on the page; undefined where nothing that lasts tells them apart. */
export function turnSelector(
  mine: readonly Element[],
  others: readonly Element[],
  role: Role,
): string | undefined {
  const list = commonAncestor([...mine, ...others]);
  for (const css of candidates(mine, others, role, list)) {
    const scoped = scopesOf(list).map((scope) => `${scope} ${css}`);
    for (const within of isOneWord.test(css) ? [...scoped, css] : [css, ...scoped]) {
      if (findsExactly(within, mine)) return within;
    }
  }
  return undefined;
}

/** A class such as `user`, which other parts of a site may have as well. */
const isOneWord = /^\.[a-z]+$/i;

/** Marks on the turn itself, then on something in it, then the want of what the others have. */
function* candidates(
  mine: readonly Element[],
  others: readonly Element[],
  role: Role,
  list: Element | undefined,
): Generator<string> {
  const ours = (features: Feature[]) => features.sort((one, other) => rank(one, role) - rank(other, role));
  const common = commonFeatures(mine);
  for (const { css } of ours(common)) if (!others.some((other) => other.matches(css))) yield css;
  const rows = [...common.map(({ css }) => css), ...childOf(mine, list)];
  const within = ours(innerFeatures(mine, others)).slice(0, mostTried);
  for (const { css } of within) for (const row of rows) yield `${row}:has(${css})`;
  const theirs = commonFeatures(others).filter(({ css }) => !mine.some((each) => each.matches(css)));
  for (const { css } of theirs) for (const row of rows) yield `${row}:not(${css})`;
  const missing = innerFeatures(others, mine).sort((one, other) => rank(one, role) - rank(other, role));
  for (const { css } of missing.slice(0, mostTried)) for (const row of rows) yield `${row}:not(:has(${css}))`;
}

const mostTried = 12;

/** What names the speaker first, then attributes before tags before classes. */
function rank({ kind, words }: Feature, role: Role): number {
  const order = kind === 'class' ? 3 : kind === 'tag' ? 2 : kind === 'attribute' ? 1 : 0;
  return order + (speakerIn(words) === role ? 0 : speakerIn(words) === undefined ? 10 : 5);
}

function commonFeatures(elements: readonly Element[]): Feature[] {
  const [first] = elements;
  return first ? featuresOf(first).filter(({ css }) => elements.every((each) => each.matches(css))) : [];
}

function innerFeatures(mine: readonly Element[], others: readonly Element[]): Feature[] {
  const [first] = mine;
  if (!first) return [];
  const found = new Map([...first.querySelectorAll('*')].flatMap(featuresOf).map((each) => [each.css, each]));
  return [...found.values()].filter(
    ({ css }) =>
      mine.every((each) => each.querySelector(css)) && !others.some((each) => each.querySelector(css)),
  );
}

function childOf(mine: readonly Element[], list: Element | undefined): string[] {
  const tags = [...new Set(mine.map(({ localName }) => localName))];
  if (!list || tags.length !== 1 || mine.some(({ parentElement }) => parentElement !== list)) return [];
  const parent = list.localName === 'body' ? 'body' : scopesOf(list)[0];
  return parent === undefined ? [] : [`${parent} > ${tags[0]}`];
}

function scopesOf(list: Element | undefined): string[] {
  const scopes: string[] = [];
  for (let at = list; at && at.localName !== 'body'; at = at.parentElement ?? undefined) {
    scopes.push(...featuresOf(at).map(({ css }) => css));
    if (at.localName === 'main') scopes.push('main');
    if (scopes.length > mostTried) break;
  }
  return scopes;
}

function findsExactly(css: string, elements: readonly Element[]): boolean {
  const found = [...(elements[0]?.ownerDocument.querySelectorAll(css) ?? [])];
  const outer = found.filter((each) => !found.some((other) => other !== each && other.contains(each)));
  return outer.length === elements.length && outer.every((each, index) => each === elements[index]);
}
