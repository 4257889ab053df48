// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sites } from '@/sites/index';
import { siteFile } from '@/sites/map-file';
import { isCss } from '@/sites/safe-css';

const known = sites.flatMap(({ map }) => (map ? [...siteFile(map).matchAll(/"css": (".*")/g)] : []));

afterEach(() => vi.unstubAllGlobals());

describe.each(['with a document', 'without one'])('%s', (where) => {
  const check = (css: string) => {
    if (where === 'without one') vi.stubGlobal('document', undefined);
    return isCss(css);
  };

  test('every selector of the known sites is CSS', () => {
    const refused = known.map(([, css = '']) => JSON.parse(css) as string).filter((css) => !check(css));
    expect(known.length).toBeGreaterThan(100);
    expect(refused).toEqual([]);
  });

  test.each([
    '',
    ' ',
    '>',
    'a[',
    'a]',
    'a:has(',
    'a)',
    '[a="b]',
    '{',
    'a{}',
    '@media',
    'a, ',
    `${'a '.repeat(1_500)}a`,
  ])('%j is no CSS', (css) => {
    expect(check(css)).toBe(false);
  });
});
