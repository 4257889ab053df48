import { describe, expect, it } from 'vitest';
import { placeBeside } from '@/page/offer-place';
import { lightnessOf } from '@/page/scheme';
import { offerTexts } from '@/page/texts';

describe('the place of the offer', () => {
  const view = { width: 1000, height: 800 };

  it('is above the composer, at its end edge', () => {
    const place = placeBeside({ top: 700, bottom: 780, left: 200, right: 800 }, view, false);
    expect(place).toMatchObject({ side: 'above', edge: 108, end: 212 });
    expect(place.room).toBe(588);
  });

  it('is below where there is no room above', () => {
    expect(placeBeside({ top: 10, bottom: 90, left: 0, right: 1000 }, view, false)).toMatchObject({
      side: 'below',
      edge: 98,
    });
  });

  it('is at the left where the page reads right to left', () => {
    expect(placeBeside({ top: 700, bottom: 780, left: 100, right: 800 }, view, true).end).toBe(112);
  });

  it('stays in the window when the composer does not', () => {
    const { edge } = placeBeside({ top: 900, bottom: 980, left: 0, right: 400 }, view, false);
    expect(edge).toBeGreaterThanOrEqual(8);
  });
});

describe('the lightness of a colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgba(0, 0, 0, 1)', 0],
    ['oklch(0.25 0.01 200)', 0.25],
    ['oklab(0.9 0 0 / 0.9)', 0.9],
    ['color(srgb 0.1 0.1 0.1)', 0.1],
    ['lab(20 0 0)', 0.2],
  ])('of %s is %d', (color, lightness) => {
    expect(lightnessOf(color)).toBeCloseTo(lightness, 2);
  });

  it.each(['transparent', 'rgba(0, 0, 0, 0)', 'rgb(0 0 0 / 20%)'])('is not that of %s', (color) => {
    expect(lightnessOf(color)).toBeUndefined();
  });
});

it('says how many memories there are, in the words of the locale', () => {
  const texts = offerTexts((key, value) => `${key}(${value ?? ''})`);
  expect(texts.count([])).toBe('offerMany(0)');
  expect(texts.count([{ id: 'm', kind: 'fact', text: 'x', at: 0, reasons: [] }])).toBe('offerOne()');
  expect(texts.more(4)).toBe('offerMore(4)');
  expect(texts.kind('procedure')).toBe('kindProcedure()');
});
