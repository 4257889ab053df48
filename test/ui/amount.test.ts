import { describe, expect, test, vi } from 'vitest';
import { bytesText, percentText, shareText, spanText, speedText } from '@/ui/models/amount';

vi.mock('wxt/browser', () => import('./fake-browser'));

describe('amounts', () => {
  test.each([
    [0, '0 bytes'],
    [650, '650 bytes'],
    [712_311, '712 kB'],
    [23_100_000, '23.1 MB'],
    [134_960_000, '135 MB'],
    [1_082_000_000, '1.08 GB'],
  ])('%d bytes are written in the unit a person would choose', (bytes, words) => {
    expect(bytesText(bytes)).toBe(words);
  });

  test('a part is written in the unit of the whole', () => {
    expect(shareText(0, 23_100_000)).toBe('0.0 of 23.1 MB');
    expect(shareText(9_900_000, 1_500_000_000)).toBe('0.01 of 1.50 GB');
  });

  test('speed is written in whole kilobytes, or tenths of megabytes', () => {
    expect(speedText(640_400)).toBe('640 kB/s');
    expect(speedText(1_240_000)).toBe('1.2 MB/s');
  });

  test.each([
    [0.2, '5 seconds'],
    [11, '15 seconds'],
    [54, '55 seconds'],
    [58, '1 minute'],
    [150, '3 minutes'],
    [3_400, '1 hour'],
    [7_300, '3 hours'],
  ])('%d seconds are rounded up as far as an estimate goes', (seconds, words) => {
    expect(spanText(seconds)).toBe(words);
  });

  test('shares are whole percents', () => {
    expect(percentText(0.4251)).toBe('43%');
  });
});
