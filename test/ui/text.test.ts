import { describe, expect, test, vi } from 'vitest';
import { countText, text } from '@/ui/text';
import messages from '../../public/_locales/en/messages.json';

vi.mock('wxt/browser', () => import('./fake-browser'));

describe('texts', () => {
  test('one thing has words of its own, any other count is written in them', () => {
    expect(countText('offerOne', 'offerMany', 1)).toBe('1 memory');
    expect(countText('offerOne', 'offerMany', 0)).toBe('0 memories');
    expect(countText('offerOne', 'offerMany', 1234)).toBe('1,234 memories');
  });

  test('fillings stand where the text wants them', () => {
    expect(text('saidAtOn', 'Claude', '3 May 2024')).toBe('You said this in Claude on 3 May 2024');
  });

  test('every place to be filled is explained to translators', () => {
    const unexplained = Object.entries(messages as Record<string, { message: string; description?: string }>)
      .filter(([, { message, description }]) => /\$\d/.test(message) && !description)
      .map(([key]) => key);
    expect(unexplained).toEqual([]);
  });

  test('a store description names no site that Throughline works on', () => {
    expect(messages.extDescription.message).not.toMatch(/chatgpt|claude|gemini|perplexity|copilot|deepseek/i);
    expect(messages.extDescription.message.length).toBeLessThanOrEqual(132);
  });
});
