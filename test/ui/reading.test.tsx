// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BrowserModelState } from '@/inference/extractors/browser-model';
import type { ExtractorChoice } from '@/memory/settings';
import type { Job } from '@/memory/types';
import { ModelError } from '@/models/model-error';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import { buttonsIn, openManager, refusal, row, shelved } from './open-models';
import { button, closePopup, expectElement, find, type } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const smol = 'SmolLM2-360M-Instruct-q4f16_1-MLC';
const browsers = 'The browser’s own';
const own = 'A server of your own';
const llama: ExtractorChoice = { by: 'server', url: 'http://localhost:11434/v1', model: 'llama3.2:3b' };

async function says(name: string, words: RegExp): Promise<void> {
  await waitFor(() => expect(row(name).textContent).toMatch(words));
}

function switchOf(label: string): HTMLInputElement {
  const labels = [...document.querySelectorAll('label.switch')];
  const input = labels.find(({ textContent }) => textContent === label)?.querySelector('input');
  if (!input) throw new Error(`There is no switch ${label}`);
  return input;
}

describe('a language model on this machine', () => {
  test('is put into use, and rules alone are the way back', async () => {
    const page = await openManager({ rows: [shelved(smol, { state: 'ready' }, 204)] });
    await says('Rules only', /In use/);
    button('Use', row('SmolLM2 360M')).click();
    const choice: ExtractorChoice = { by: 'shelf', model: smol };
    await waitFor(() => expect(page.asked).toEqual([{ name: 'useExtractor', data: { choice } }]));
    await page.set({ extractor: choice });
    await says('SmolLM2 360M', /In use/);
    button('Use', row('Rules only')).click();
    await waitFor(() => {
      expect(page.asked.at(-1)).toEqual({ name: 'useExtractor', data: { choice: { by: 'nobody' } } });
    });
  });

  test('is shown in the one form that fits the graphics card, or in the one that is here', async () => {
    await openManager({ rows: [shelved('SmolLM2-360M-Instruct-q4f32_1-MLC', { state: 'ready' }, 226)] });
    const names = [...document.querySelectorAll('.model h3')].map(({ textContent }) => textContent);
    expect(names.filter((name) => name === 'SmolLM2 360M')).toHaveLength(1);
    expect(names.filter((name) => name === 'Qwen3 0.6B')).toHaveLength(1);
    await says('SmolLM2 360M', /226 MB on this machine/);
  });
});

describe('the language model of the browser', () => {
  const states: [BrowserModelState, RegExp, string[]][] = [
    ['absent', /brings no language model along/, []],
    ['unavailable', /not for this machine/, []],
    ['downloadable', /has to download it first/, ['Download…']],
    ['downloading', /is downloading its model/, []],
    ['available', /Ready/, ['Use']],
  ];

  test.each(states)('that is %s', async (state, words, buttons) => {
    await openManager({ machine: { browserModelState: async () => state } });
    await says(browsers, words);
    expect(buttonsIn(row(browsers))).toEqual(buttons);
  });

  test('is put into use', async () => {
    const page = await openManager({ machine: { browserModelState: async () => 'available' } });
    await says(browsers, /Ready/);
    button('Use', row(browsers)).click();
    await waitFor(() => {
      expect(page.asked).toEqual([{ name: 'useExtractor', data: { choice: { by: 'browser' } } }]);
    });
  });

  test('is downloaded by the browser once the user agrees, with its progress', async () => {
    let state: BrowserModelState = 'downloadable';
    let tell: (share: number) => void = () => undefined;
    let arrive: () => void = () => undefined;
    const downloadBrowserModel = (onProgress: (share: number) => void) => {
      tell = onProgress;
      return new Promise<void>((resolve) => (arrive = resolve));
    };
    await openManager({ machine: { browserModelState: async () => state, downloadBrowserModel } });
    await says(browsers, /has to download/);
    button('Download…', row(browsers)).click();
    await says(browsers, /several gigabytes/);
    button('Download', row(browsers)).click();
    await says(browsers, /downloading its model\. 0%/);
    tell(0.37);
    await says(browsers, /37%/);
    state = 'available';
    arrive();
    await says(browsers, /Ready/);
  });

  test('that the browser will not download says why', async () => {
    await openManager({
      machine: {
        browserModelState: async () => 'downloadable',
        downloadBrowserModel: () => Promise.reject(new ModelError('browserHasNone')),
      },
    });
    await says(browsers, /has to download/);
    button('Download…', row(browsers)).click();
    await says(browsers, /several gigabytes/);
    button('Download', row(browsers)).click();
    await says(browsers, /brings no language model along/);
  });

  test('that is chosen and gone is told as trouble', async () => {
    await openManager({ settings: { extractor: { by: 'browser' } } });
    await waitFor(() => expect(row(browsers).querySelector('[data-tone="bad"]')).toBeTruthy());
  });
});

describe('a server of the user’s own', () => {
  async function ask(address: string): Promise<void> {
    button('Connect…').click();
    await waitFor(() => expect(find('.server-form input')).toBeTruthy());
    type('.server-form input', address);
    await waitFor(() => expect(expectElement<HTMLInputElement>('.server-form input').value).toBe(address));
    button('Find its models').click();
  }

  test('is reached with the user’s permission, and one of its models put into use', async () => {
    const allowed: string[] = [];
    const allow = async (url: string) => allowed.push(url) > 0;
    const page = await openManager({ machine: { allow } });
    page.replies.serverModels = ['llama3.2:3b', 'qwen3:8b'];
    await ask('localhost:11434');
    await waitFor(() => expect(find('.server-form select')).toBeTruthy());
    expect(allowed).toEqual(['http://localhost:11434/v1']);
    const select = expectElement<HTMLSelectElement>('.server-form select');
    expect([...select.options].map(({ value }) => value)).toEqual(['llama3.2:3b', 'qwen3:8b']);
    expect(row(own).textContent).not.toContain('is not this machine');
    button('Use', expectElement('.server-form')).focus();
    button('Use', expectElement('.server-form')).click();
    await waitFor(() => {
      expect(page.asked.at(-1)).toEqual({ name: 'useExtractor', data: { choice: llama } });
    });
    await page.set({ extractor: llama });
    await says(own, /In use · llama3\.2:3b on localhost:11434/);
    expect(document.activeElement).toBe(button('Change…'));
  });

  test('on another machine is named as that', async () => {
    const page = await openManager();
    page.replies.serverModels = ['m'];
    await ask('https://box.example');
    await says(own, /box\.example is not this machine/);
  });

  test.each([
    ['::', /That is not an address/],
    ['http://192.168.1.9:11434', /Over plain http only this machine/],
  ])('at "%s" is not asked', async (address, words) => {
    const allow = vi.fn(async () => true);
    const page = await openManager({ machine: { allow } });
    await ask(address);
    await says(own, words);
    expect(allow).not.toHaveBeenCalled();
    expect(page.asked).toEqual([]);
  });

  test('is not asked without the user’s permission', async () => {
    const page = await openManager({ machine: { allow: async () => false } });
    await ask('localhost:11434');
    await says(own, /was not given permission/);
    expect(page.asked).toEqual([]);
  });

  test('that refuses this extension says what to do there', async () => {
    const page = await openManager();
    page.replies.serverModels = refusal('serverRefused');
    await ask('localhost:11434');
    await says(own, /OLLAMA_ORIGINS/);
  });

  test('without models says so', async () => {
    const page = await openManager();
    page.replies.serverModels = [];
    await ask('localhost:11434');
    await says(own, /has no models yet/);
  });
});

describe('the switches', () => {
  test('keep what was chosen', async () => {
    const page = await openManager({ settings: { extractor: llama } });
    switchOf('Also on battery').click();
    switchOf('Help choose memories').click();
    await waitFor(() => {
      expect(page.asked.map(({ data }) => data)).toEqual([{ worksOnBattery: true }, { assist: false }]);
    });
  });

  test('say that helping needs a language model', async () => {
    await openManager();
    expect(switchOf('Help choose memories').disabled).toBe(true);
    expect(document.body.textContent).toContain('This needs a language model.');
  });
});

describe('what waits to be read', () => {
  const job = (turnId: string, more: Partial<Job> = {}): Job => ({
    turnId,
    addedAt: 1,
    attempts: 0,
    ...more,
  });
  const parked = (turnId: string, reason: string): Job => job(turnId, { attempts: 3, parkedAt: 5, reason });

  test('is counted, with what it waits for', async () => {
    const page = await openManager({ settings: { extractor: llama }, jobs: [job('a'), job('b')] });
    const words = () => find('.readings')?.textContent;
    await waitFor(() => expect(words()).toMatch(/2 turns wait.*idle and has a power supply/));
    await page.set({ worksOnBattery: true });
    await waitFor(() => expect(words()).toMatch(/when the machine is idle\./));
    await page.set({ extractor: { by: 'nobody' } });
    await waitFor(() => expect(words()).toMatch(/once you choose a language model/));
  });

  test('is not mentioned where nothing waits and nobody reads', async () => {
    await openManager();
    expect(find('.readings')).toBeNull();
  });

  test('and what could not be read is retried reason by reason', async () => {
    const jobs = [parked('a', 'timedOut'), parked('b', 'timedOut'), parked('c', 'something new')];
    const page = await openManager({ settings: { extractor: llama }, jobs });
    await waitFor(() =>
      expect(find('.readings')?.textContent).toMatch(/2 turns could not be read.*too long/),
    );
    expect(find('.readings')?.textContent).toMatch(/1 turn could not be read.*not known/);
    button('Retry').focus();
    button('Retry').click();
    await waitFor(() => expect(page.asked).toEqual([{ name: 'retryReading', data: { turns: ['a', 'b'] } }]));
    await page.park(job('a'), job('b'));
    await waitFor(() => expect(find('.readings')?.textContent).toMatch(/2 turns wait/));
    expect(document.activeElement).toBe(button('Retry'));
  });
});

describe('trying it', () => {
  test('tells how alike two sentences are against two that are not', async () => {
    const page = await openManager();
    page.replies.tryEmbedding = ({ one }: { one: string }) => ({
      model: 'm',
      similarity: one.includes('Porto') ? 0.81 : 0.7,
      tookMs: 3.2,
    });
    type('[aria-label="One sentence"]', 'I moved to Porto.');
    type('[aria-label="Another sentence"]', 'Where do I live?');
    await waitFor(() => expect(button('Compare').getAttribute('aria-disabled')).toBe('false'));
    button('Compare').click();
    await waitFor(() => {
      expect(find('.try-result')?.textContent).toMatch(
        /0\.81 To this model they have a little in common.*0\.70 · 3\.2 ms/,
      );
    });
    type('[aria-label="One sentence"]', 'Something else.');
    await waitFor(() => expect(find('.try-result')?.textContent).toBe(''));
  });

  test('shows what is found in a conversation, and how much was dropped', async () => {
    const page = await openManager({ settings: { extractor: llama } });
    page.replies.tryExtraction = {
      model: 'm',
      found: [{ kind: 'fact', text: 'I live in Porto.', quote: 'since we moved to Porto' }],
      dropped: 2,
      tookMs: 4_213,
      tokensPerSecond: 31.4,
    };
    type('.exchange', 'Since we moved to Porto I take the train.');
    await waitFor(() => expect(button('Read it').getAttribute('aria-disabled')).toBe('false'));
    button('Read it').click();
    await waitFor(() =>
      expect(find('.found')?.textContent).toMatch(/I live in Porto\.Fact · since we moved to Porto/),
    );
    expect(document.body.textContent).toMatch(/1 memory found · 2 dropped.*4\.2 s, 31 tokens a second/);
  });

  test('is not possible where nobody reads', async () => {
    await openManager();
    expect(document.body.textContent).toContain('Choose a language model above');
    expect(find('.exchange')).toBeNull();
  });
});
