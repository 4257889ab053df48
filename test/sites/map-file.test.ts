import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sites } from '@/sites/index';
import type { SiteMap } from '@/sites/map';
import { parseSiteFile, SiteFileError, siteFile } from '@/sites/map-file';
import { readPattern } from '@/sites/safe-pattern';

const maps = sites.flatMap(({ map }) => (map ? [map] : []));
const some = maps[0] as SiteMap;

/** A known site's file in which the value at a path such as `layouts.0.user` is another. */
function fileWith(path: string, value: unknown): string {
  const data = JSON.parse(siteFile(some));
  const keys = path.split('.');
  const last = keys.pop() as string;
  const holder = keys.reduce((at, key) => at[key], data);
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(data);
}

describe('a site file', () => {
  test.each(maps)('of $id says all that its map says', (map) => {
    expect(parseSiteFile(siteFile(map))).toEqual(map);
  });

  test('may leave out whatever a map may leave out', () => {
    const keys = [
      'idBesidePath',
      'loneComposer',
      'busy',
      'model',
      'pasteLimit',
      'sendsWithModifier',
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...maps), fc.subarray([...keys]), (map, left) => {
        const less: SiteMap = { ...map };
        for (const key of left) delete less[key];
        expect(parseSiteFile(siteFile(less))).toEqual(less);
      }),
    );
  });

  test.each([
    ['id', 'My Site'],
    ['id', '../other'],
    ['name', ''],
    ['name', 'line\nbreak'],
    ['matches.0', 'http://chat.example.org/*'],
    ['matches.0', '*://chat.example.org/*'],
    ['matches.0', 'https://*/*'],
    ['matches.0', 'https://*.com/*'],
    ['matches.0', '<all_urls>'],
    ['matches.0', 'file:///*'],
    ['matches.0', 'https://example.org/***a'],
    ['chats', []],
    ['chats.0', 'no slashes'],
    ['chats.0', '/(/'],
    ['chats.0', '/(a+)+$/'],
    ['chats.0', '/a/g'],
    ['composer', []],
    ['composer.0.css', 'div{'],
    ['composer.0.css', ''],
    ['composer.0.css', `${'a '.repeat(2_000)}a`],
    ['composer.0.seen', '2026-13'],
    ['composer.0.seen', 'yesterday'],
    ['layouts.0.user.turn', 'li'],
    ['layouts.0.user.turn.css', 7],
    ['layouts.0.user.ids.0.where', 'elsewhere'],
    ['layouts.0.user.ids.0.attribute', 'on click'],
    ['layouts.0.assistant.text.0.between', 'words'],
    ['temporary.storageKey', 'a key'],
    ['pasteLimit', 0.5],
    ['experimental', false],
    ['send.0.click', 'https://example.org/script.js'],
    ['composer.0.toString', 'x'],
    ['temporary.__proto__', {}],
  ])('with another value of %s is refused, and the field named: %j', (field, value) => {
    let thrown: unknown;
    try {
      parseSiteFile(fileWith(field, value));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SiteFileError);
    const named = thrown as SiteFileError;
    expect(named.field).toBe(field);
    expect(named.message).toMatch(new RegExp(`^${field.replaceAll('.', '\\.')}: expected \\S`));
  });

  test('that is no JSON, no object or too long is refused', () => {
    for (const text of ['', '{', 'null', '[]', '"chatgpt"', '7', '['.repeat(90_000), ' '.repeat(100_001)]) {
      expect(() => parseSiteFile(text)).toThrow(SiteFileError);
    }
  });

  test('does not repeat what it was given in place of a field’s name', () => {
    const text = JSON.stringify({ ...JSON.parse(siteFile(some)), 'call <b>0800</b> now': 1 });
    expect(() => parseSiteFile(text)).toThrow('?: expected no such field');
  });

  test('of any text ends in a map or in that one error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), anyDamaged()), (text) => {
        try {
          const map = parseSiteFile(text);
          expect(parseSiteFile(siteFile(map))).toEqual(map);
        } catch (error) {
          if (!(error instanceof SiteFileError)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a regular expression in a site file', () => {
  test.each([
    '/(a+)+/',
    '/(a*)*b/',
    '/(?:a?){60}/',
    '/(?:a|aa)+$/',
    '/((a)|b)*/',
    '/((?:a{1,9}))+/',
    '/(?:\\u{1,})*/',
    '/a*a*a*b/',
    '/a{0,9}b{0,9}c{0,9}/',
    '/(a)\\1/',
    '/(?<n>a)\\k<n>/',
    '/(?<=a+)b/',
    '/a{999}/',
    '/a/y',
    `/${'a'.repeat(300)}/`,
    '//',
    '/[/',
  ])('%s is refused, and why is said', (text) => {
    expect(readPattern(text)).toEqual(expect.any(String));
  });

  test.each(['/^\\/c\\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\/?$/i', '/[(+*]+\\)/', '/a|b/'])(
    '%s is taken as it stands',
    (text) => {
      expect(String(readPattern(text))).toBe(text);
    },
  );

  test('that is taken is quick on a text made to be slow', () => {
    const piece = fc.constantFrom(
      'a',
      'a',
      '(',
      '(?:',
      ')',
      ')',
      '*',
      '+',
      '?',
      '{1,9}',
      '{3}',
      '{2,}',
      '|',
      '[ab]',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const read = readPattern(`/${pieces.join('')}$/`);
        if (typeof read === 'string') return;
        const start = performance.now();
        read.test(`${'a'.repeat(250)}!`);
        expect(performance.now() - start).toBeLessThan(1_000);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** A known file in which something, somewhere, is another value. */
function anyDamaged(): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('/(a+)+/', '/a/', ':has(', 'div', 'https://a.b/*', '2026-01'),
  );
  return fc
    .tuple(fc.constantFrom(...maps), fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), value)
    .map(([map, steps, other]) => {
      const data = JSON.parse(siteFile(map));
      let at = data;
      for (const [index, step] of steps.entries()) {
        const keys = Object.keys(at);
        const key = keys[step % keys.length];
        if (key === undefined) break;
        const next = at[key];
        if (index === steps.length - 1 || typeof next !== 'object' || next === null) {
          at[key] = other;
          break;
        }
        at = next;
      }
      return JSON.stringify(data);
    });
}
