import * as v from 'valibot';
import type { SiteMap } from '@/sites/map';
import { isCss } from '@/sites/safe-css';
import { readPattern } from '@/sites/safe-pattern';
import type { Month } from '@/sites/selectors';

/** What was given is no site file. `field` is where, as in `layouts.0.user.turn.css`; empty for all of it. */
export class SiteFileError extends Error {
  override name = 'SiteFileError';
  readonly field: string;

  constructor(field: string, expected: string) {
    super(field === '' ? `A site file is ${expected}` : `${field}: expected ${expected}`);
    this.field = field;
  }
}

/**
 * A site's map as text that people and programs can pass on: JSON, with regular expressions as
 * `"/source/flags"`.
 */
export function siteFile(map: SiteMap): string {
  return `${JSON.stringify(map, (_, value) => (value instanceof RegExp ? String(value) : value), 2)}\n`;
}

/**
 * Takes any text. Throws nothing but `SiteFileError`; it has been checked that whatever is returned is
 * harmless.
 */
export function parseSiteFile(text: string): SiteMap {
  if (text.length > longestFile) throw new SiteFileError('', `text of at most ${longestFile} characters`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new SiteFileError('', 'JSON');
  }
  return parseSiteData(data);
}

/** As `parseSiteFile`, for data that has been read from JSON already. */
export function parseSiteData(data: unknown): SiteMap {
  const parsed = v.safeParse(site, data, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = issue.path?.map(({ key }) => nameOf(key)).join('.') ?? '';
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  throw new SiteFileError(field, isUnknown ? 'no such field' : issue.message);
}

const longestFile = 100_000;
const mostEntries = 30;

/** A field's name comes from the file: what is no plain name is not repeated. */
function nameOf(key: unknown): string {
  return /^\w{1,40}$/.test(String(key)) ? String(key) : '?';
}

const text = (most: number, shape: RegExp, expected: string) =>
  v.pipe(
    v.string(expected),
    v.check((value) => value.length <= most && shape.test(value), expected),
  );

const list = <Item extends v.GenericSchema>(item: Item, least = 0) =>
  v.pipe(
    v.array(item, 'a list'),
    v.check(
      ({ length }) => length >= least && length <= mostEntries,
      `a list of ${least} to ${mostEntries} entries`,
    ),
  );

const regex = v.pipe(
  v.string('a regular expression written as /source/flags'),
  v.rawTransform<string, RegExp>(({ dataset, addIssue, NEVER }) => {
    const read = readPattern(dataset.value);
    if (typeof read !== 'string') return read;
    addIssue({ message: read });
    return NEVER;
  }),
);

const css = v.pipe(v.string('a CSS selector'), v.check(isCss, 'a CSS selector'));
const month = v.custom<Month>(
  (value) => typeof value === 'string' && /^20\d\d-(?:0[1-9]|1[0-2])$/.test(value),
  'a month as in 2026-08',
);
const attributeName = text(60, /^[A-Za-z_][\w:.-]*$/, 'the name of an attribute');
const yes = v.literal(true, 'true, or nothing');

/** Where the secure scheme is not to be had: on the user's own machine. Stars in a path cost time, so few. */
const host = String.raw`https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+|https?:\/\/(?:localhost|127\.0\.0\.1)`;
const pattern = text(
  200,
  new RegExp(String.raw`^(?:${host})\/[^\s*]*(?:\*[^\s*]*){0,2}$`),
  'a pattern as in https://chat.example.org/*; plain http only for localhost and 127.0.0.1',
);

const selectorEntries = { css, seen: month };
const selector = v.strictObject(selectorEntries, 'a selector with css and seen');
const selectors = list(selector);

const name = v.strictObject({ ...selectorEntries, attribute: v.optional(attributeName) }, 'a selector');

const attribute = v.strictObject(
  {
    ...selectorEntries,
    attribute: attributeName,
    where: v.picklist(['itself', 'inside', 'around'], 'itself, inside or around'),
    value: regex,
  },
  'a selector of an attribute',
);

const words = v.strictObject(
  { ...selectorEntries, between: v.optional(text(10, /^\s*$/, 'white space')) },
  'a selector',
);

const turn = v.strictObject(
  {
    turn: selector,
    ids: v.optional(list(attribute)),
    position: v.optional(attribute),
    text: v.optional(list(words)),
    skip: v.optional(selectors),
    attachments: v.optional(list(name)),
    streaming: v.optional(selector),
    complete: v.optional(selector),
  },
  'how a turn is found',
);

const temporary = v.strictObject(
  {
    query: v.optional(regex),
    fragment: v.optional(regex),
    signs: v.optional(list(v.strictObject({ ...selectorEntries, text: v.optional(regex) }, 'a selector'))),
    storageKey: v.optional(text(100, /^[\w.:-]+$/, 'a key of session storage')),
    legible: v.optional(selectors),
  },
  'how temporary chats are told',
);

const send = v.strictObject({ ...selectorEntries, unless: v.optional(css) }, 'a selector');

const site: v.GenericSchema<unknown, SiteMap> = v.strictObject(
  {
    id: text(40, /^[a-z0-9][a-z0-9-]*$/, 'a name of small letters, digits and dashes'),
    name: text(60, /^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u, 'a name of at most 60 characters'),
    matches: list(pattern),
    experimental: v.optional(yes),
    chats: list(regex, 1),
    idBesidePath: v.optional(regex),
    temporary,
    layouts: list(v.strictObject({ user: turn, assistant: turn }, 'a layout with user and assistant')),
    composer: list(selector, 1),
    loneComposer: v.optional(selector),
    composerBox: selectors,
    send: list(send),
    stop: selectors,
    busy: v.optional(selectors),
    model: v.optional(list(name)),
    pasteLimit: v.optional(
      v.pipe(
        v.number('a number'),
        v.check((value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000, 'a whole number'),
      ),
    ),
    sendsWithModifier: v.optional(yes),
    needsModifier: v.optional(yes),
    keyMayBreakLine: v.optional(yes),
    mayBeEmpty: v.optional(yes),
  } satisfies Record<keyof SiteMap, v.GenericSchema>,
  'an object with the fields of a site',
);
