// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { builtinModel } from '@/memory/settings';
import { customCard } from '@/models/custom-card';
import { modelProblems } from '@/models/model-error';
import type { ShelfState } from '@/models/types';
import messages from '../../public/_locales/en/messages.json';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import {
  bge,
  buttonsIn,
  capable,
  e5,
  megabyte,
  minilm,
  noGraphics,
  openManager,
  refusal,
  row,
  shelved,
} from './open-models';
import { button, closePopup, expectElement, find, press, type } from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const downloading: ShelfState = { state: 'downloading', bytesPerSecond: 1.2 * megabyte };

async function says(name: string, words: RegExp): Promise<void> {
  await waitFor(() => expect(row(name).textContent).toMatch(words));
}

function announced(): string | null {
  return expectElement('main > [role="status"]').textContent;
}

test('a model in use that could not be run says why, until it runs again', async () => {
  const settings = { embedding: { serving: minilm, wanted: minilm } };
  const broken = { ...shelved(minilm, { state: 'ready' }, 23.1), trouble: 'deviceLost' } as const;
  const { shelve } = await openManager({ rows: [broken], settings });
  await says('MiniLM L6', /In use.*graphics card stopped answering/);
  await shelve({ ...broken, trouble: undefined });
  await waitFor(() => expect(row('MiniLM L6').textContent).not.toContain('graphics card'));
});

describe('the row of a model says how it stands and what can be done', () => {
  const states: [ShelfState, number, RegExp, string[]][] = [
    [
      downloading,
      9.9,
      /9\.9 of 23\.1 MB.*1\.2 MB\/s.*15 seconds left/,
      ['Files', 'Pause', 'Cancel the download'],
    ],
    [
      { state: 'downloading', bytesPerSecond: 0 },
      0,
      /0\.0 of 23\.1 MB/,
      ['Files', 'Pause', 'Cancel the download'],
    ],
    [{ state: 'paused' }, 9.9, /Paused at 9\.9 of 23\.1 MB/, ['Files', 'Resume', 'Delete']],
    [{ state: 'failed', problem: 'offline' }, 9.9, /goes on by itself/, ['Files', 'Try again', 'Delete']],
    [{ state: 'failed', problem: 'corrupt' }, 9.9, /a second time/, ['Files', 'Try again', 'Delete']],
    [{ state: 'checking' }, 23.1, /Trying it out/, []],
    [{ state: 'ready' }, 23.1, /Ready · 23\.1 MB on this machine/, ['Use', 'Delete']],
  ];

  test.each(states)('%o', async (state, have, words, buttons) => {
    await openManager({ rows: [shelved(bge, state, have, 23.1)] });
    await says('BGE small', words);
    expect(buttonsIn(row('BGE small'))).toEqual(buttons);
  });

  test('when it is not here: what it is, and its size on the button', async () => {
    await openManager();
    expect(row('MiniLM L6').textContent).toContain('English · 24 MB · Apache-2.0');
    expect(buttonsIn(row('MiniLM L6'))).toEqual(['Download 24 MB…']);
  });

  test('when it is in use', async () => {
    const settings = { embedding: { serving: minilm, wanted: minilm } };
    await openManager({ rows: [shelved(minilm, { state: 'ready' })], settings });
    await says('MiniLM L6', /In use · 23\.1 MB/);
    expect(buttonsIn(row('MiniLM L6'))).toEqual(['Delete']);
    expect(buttonsIn(row('Built-in'))).toEqual(['Use']);
  });

  test('when it waits until another one is done', async () => {
    const waiting = shelved(bge, { state: 'downloading', bytesPerSecond: 0 }, 0, 34);
    await openManager({ rows: [shelved(minilm, downloading, 9, 23), waiting] });
    await says('BGE small', /Waits for its turn/);
  });

  test('while the memories are read anew for it, and who serves until then', async () => {
    const settings = { embedding: { serving: minilm, wanted: e5 } };
    const rows = [shelved(minilm, { state: 'ready' }), shelved(e5, { state: 'ready' }, 135)];
    const page = await openManager({ rows, settings });
    await says('Multilingual E5 small', /Re-reading your memories: 0 of 0/);
    expect(row('MiniLM L6').textContent).toMatch(/In use/);
    button('Stop', row('Multilingual E5 small')).click();
    await waitFor(() => expect(page.asked).toEqual([{ name: 'useEmbedding', data: { model: minilm } }]));
  });

  test('when the way back leads to the built-in one', async () => {
    const settings = { embedding: { serving: minilm, wanted: builtinModel } };
    await openManager({ rows: [shelved(minilm, { state: 'ready' })], settings });
    await says('Built-in', /Re-reading your memories/);
    expect(buttonsIn(row('Built-in'))).toEqual(['Stop']);
  });

  test('when the user named it', async () => {
    const own = { ...shelved('hub:somebody/model', { state: 'ready' }, 45) };
    await openManager({ rows: [{ ...own, card: customCard('somebody/model') }] });
    await says('somebody/model', /Licence unknown.*45 MB on this machine/);
  });

  test('with progress that is a number for those who hear it', async () => {
    await openManager({ rows: [shelved(minilm, downloading, 9.9, 23.1)] });
    const bar = row('MiniLM L6').querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('43');
    expect(bar?.getAttribute('aria-valuetext')).toMatch(/9\.9 of 23\.1 MB/);
    expect(bar?.getAttribute('aria-label')).toBe('MiniLM L6');
  });

  test('with its files, on demand', async () => {
    await openManager({ rows: [shelved(minilm, downloading, 9.9, 23.1)] });
    expect(find('.files')).toBeNull();
    button('Files').click();
    await waitFor(() => expect(expectElement('.files').textContent).toBe('model.onnx9.9 of 23.1 MB'));
  });
});

describe('a download', () => {
  test('begins only after its exact size was shown and agreed to', async () => {
    const page = await openManager();
    page.replies.modelSize = 23_121_000;
    button('Download 24 MB…').focus();
    button('Download 24 MB…').click();
    await says('MiniLM L6', /Download 23\.1 MB\?/);
    expect(page.asked).toEqual([{ name: 'modelSize', data: { model: minilm } }]);
    expect(document.activeElement).toBe(button('Download', row('MiniLM L6')));
    button('Download', row('MiniLM L6')).click();
    await waitFor(() =>
      expect(page.asked.at(-1)).toEqual({ name: 'downloadModel', data: { model: minilm } }),
    );
  });

  test('is not begun by a key that is still held down', async () => {
    const page = await openManager();
    page.replies.modelSize = 23_121_000;
    button('Download 24 MB…').click();
    await says('MiniLM L6', /Download 23\.1 MB\?/);
    const held = new KeyboardEvent('keydown', {
      key: 'Enter',
      bubbles: true,
      cancelable: true,
      repeat: true,
    });
    button('Download', row('MiniLM L6')).dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
  });

  test('is declined with Esc, and the focus is back where it was', async () => {
    const page = await openManager();
    page.replies.modelSize = 23_121_000;
    button('Download 24 MB…').focus();
    button('Download 24 MB…').click();
    await says('MiniLM L6', /Download 23\.1 MB\?/);
    press('Escape');
    await waitFor(() => expect(document.activeElement).toBe(button('Download 24 MB…')));
  });

  test('need not wait for a hub that does not answer', async () => {
    const page = await openManager();
    let answer: (bytes: number) => void = () => undefined;
    page.replies.modelSize = () => new Promise<number>((resolve) => (answer = resolve));
    button('Download 24 MB…').click();
    await says('MiniLM L6', /Asking for its size/);
    button('Cancel', row('MiniLM L6')).click();
    await waitFor(() => expect(buttonsIn(row('MiniLM L6'))).toEqual(['Download 24 MB…']));
    answer(1);
    await page.set({});
    expect(row('MiniLM L6').textContent).not.toContain('?');
  });

  test('whose size nobody tells is asked about without one', async () => {
    const page = await openManager();
    page.replies.modelSize = 0;
    button('Download 24 MB…').click();
    await says('MiniLM L6', /does not say how large it is/);
  });

  test('that cannot be asked for says why, in the words for it', async () => {
    const page = await openManager();
    page.replies.modelSize = refusal('offline');
    button('Download 24 MB…').click();
    await waitFor(() => {
      expect(row('MiniLM L6').querySelector('[role="alert"]')?.textContent).toMatch(
        /Try again when you are online/,
      );
    });
  });

  test('is paused, and the focus stays on the button that resumes it', async () => {
    const page = await openManager({ rows: [shelved(minilm, downloading, 9, 23)] });
    const pause = button('Pause');
    pause.focus();
    pause.click();
    await waitFor(() => expect(page.asked).toEqual([{ name: 'pauseModel', data: { model: minilm } }]));
    await page.shelve(shelved(minilm, { state: 'paused' }, 9, 23));
    await says('MiniLM L6', /Paused/);
    expect(document.activeElement).toBe(button('Resume'));
  });
});

describe('deleting', () => {
  test('names what goes and is asked first', async () => {
    const page = await openManager({ rows: [shelved(minilm, { state: 'ready' })] });
    page.replies.removeModel = 23_100_000;
    button('Delete', row('MiniLM L6')).focus();
    button('Delete', row('MiniLM L6')).click();
    await says('MiniLM L6', /Delete 23\.1 MB from this machine\?/);
    expect(page.asked).toEqual([]);
    button('Delete', row('MiniLM L6')).click();
    await waitFor(() => expect(page.asked).toEqual([{ name: 'removeModel', data: { model: minilm } }]));
    await page.database.models.delete(minilm);
    await waitFor(() => expect(buttonsIn(row('MiniLM L6'))).toEqual(['Download 24 MB…']));
    expect(document.activeElement).toBe(button('Download 24 MB…'));
  });

  test('a model of the user’s own leaves its row, and the focus goes to the one before', async () => {
    const card = customCard('somebody/model');
    const page = await openManager({
      rows: [{ ...shelved('hub:somebody/model', { state: 'ready' }, 45), card }],
    });
    button('Delete', row('somebody/model')).focus();
    await page.database.models.clear();
    await waitFor(() => expect(document.activeElement).toBe(row('EmbeddingGemma 300M')));
  });

  test('a model in use says that it will be gone without', async () => {
    const settings = { embedding: { serving: minilm, wanted: minilm } };
    await openManager({ rows: [shelved(minilm, { state: 'ready' })], settings });
    button('Delete', row('MiniLM L6')).click();
    await says('MiniLM L6', /go without this model\?/);
    button('Keep').click();
    await waitFor(() => expect(buttonsIn(row('MiniLM L6'))).toEqual(['Delete']));
  });
});

describe('what is read out', () => {
  test('is each new state, once, and no progress', async () => {
    const page = await openManager({ rows: [shelved(minilm, downloading, 1, 23)] });
    const said: (string | null)[] = [];
    const listener = new MutationObserver(() => announced() && said.push(announced()));
    listener.observe(expectElement('main > [role="status"]'), {
      characterData: true,
      subtree: true,
      childList: true,
    });
    await page.shelve(shelved(minilm, downloading, 9, 23));
    await says('MiniLM L6', /9\.0 of 23/);
    await page.shelve(shelved(minilm, downloading, 10, 23));
    await says('MiniLM L6', /10\.0 of 23/);
    await page.shelve(shelved(minilm, { state: 'checking' }, 23));
    await waitFor(() => expect(announced()).toBe('MiniLM L6: downloaded, now trying it out.'));
    await page.shelve(shelved(minilm, { state: 'ready' }, 23));
    await waitFor(() => expect(announced()).toBe('MiniLM L6: ready.'));
    await page.database.models.delete(minilm);
    await waitFor(() => expect(announced()).toBe('MiniLM L6: deleted.'));
    listener.disconnect();
    expect(said).toEqual([
      'MiniLM L6: downloaded, now trying it out.',
      'MiniLM L6: ready.',
      'MiniLM L6: deleted.',
    ]);
  });
});

describe('this machine', () => {
  test('is summed up in a sentence, with what was looked at on demand', async () => {
    await openManager();
    await waitFor(() =>
      expect(expectElement('.lead').textContent).toMatch(/language models on its graphics card/),
    );
    expect(expectElement('.facts').textContent).toMatch(/intel gen-12lp.*Yes.*About 16 GB.*8.*100 GB.*Yes/);
  });

  test('without graphics leaves out what needs them, in one place and with the reason', async () => {
    await openManager({ machine: { capability: async () => capable({ graphics: noGraphics }) } });
    await waitFor(() => expect(expectElement('.lead').textContent).toMatch(/offers no graphics card/));
    const away = [...document.querySelectorAll('summary')].find(({ textContent }) =>
      /do not run/.test(textContent),
    );
    expect(away?.textContent).toBe('5 models do not run here');
    expect(row('Gemma 3 1B').textContent).toMatch(/It needs a graphics card/);
    expect(buttonsIn(row('Gemma 3 1B'))).toEqual([]);
    expect(buttonsIn(row('Qwen3 0.6B (ONNX)'))).toEqual(['Download 600 MB…']);
  });

  test('without half precision is offered the models that do without', async () => {
    const { graphics } = capable();
    const plain = { ...graphics, features: [] } as typeof graphics;
    const page = await openManager({ machine: { capability: async () => capable({ graphics: plain }) } });
    await says('Gemma 3 1B', /half precision/);
    page.replies.modelSize = 1;
    button('Download 373 MB…', row('Qwen3 0.6B')).click();
    await waitFor(() => {
      expect(page.asked).toEqual([{ name: 'modelSize', data: { model: 'Qwen3-0.6B-q4f32_1-MLC' } }]);
    });
  });

  test('is told which models this build cannot run', async () => {
    await openManager({ machine: { hasLibrary: async (library) => !library.startsWith('gemma') } });
    await says('Gemma 3 1B', /not part of this version/);
    expect(buttonsIn(row('Gemma 3 1B'))).toEqual([]);
  });

  test('that may be too small is warned, and the user decides', async () => {
    await openManager({ machine: { capability: async () => capable({ memoryBytes: 2 ** 30 }) } });
    await says('EmbeddingGemma 300M', /more memory than this machine/);
    expect(buttonsIn(row('EmbeddingGemma 300M'))).toEqual(['Download anyway…']);
  });

  test('is given one recommendation, until something was chosen', async () => {
    const page = await openManager();
    expect(expectElement('.suggestion').textContent).toMatch(/MiniLM L6.*English, 24 MB/);
    expect(row('MiniLM L6').querySelector('.tag')?.textContent).toBe('Suggested');
    await page.shelve(shelved(bge, { state: 'ready' }));
    await page.set({ embedding: { serving: bge, wanted: bge } });
    await waitFor(() => expect(find('.suggestion')).toBeNull());
  });

  test('tells what the models take of its disk', async () => {
    await openManager({
      rows: [shelved(minilm, { state: 'ready' }), shelved(bge, { state: 'paused' }, 10, 34)],
    });
    await waitFor(() =>
      expect(expectElement('.disk-use').textContent).toMatch(/Models take 33\.1 MB.*100 GB free/),
    );
  });
});

test('every problem that models can have is put into words', () => {
  const texts = messages as Record<string, { message: string } | undefined>;
  const unsaid = modelProblems.filter((problem) => !texts[`problem_${problem}`]?.message);
  expect(unsaid, 'Add "problem_<reason>" to public/_locales/en/messages.json').toEqual([]);
});

describe('other ways to a model', () => {
  test('by a name on the hub, which must be one', async () => {
    const page = await openManager();
    page.replies.modelSize = 45_000_000;
    type('[placeholder="owner/name"]', 'not a name');
    button('Look it up').click();
    await waitFor(() => expect(document.body.textContent).toContain('not a name on the hub'));
    type('[placeholder="owner/name"]', 'somebody/model');
    await waitFor(() =>
      expect(button('Look it up').form?.querySelector('input')?.value).toBe('somebody/model'),
    );
    button('Look it up').click();
    await waitFor(() => expect(document.body.textContent).toMatch(/Download 45 MB\? Nobody has checked/));
    button('Download').click();
    await waitFor(() => {
      expect(page.asked.at(-1)).toEqual({ name: 'downloadModel', data: { model: 'hub:somebody/model' } });
    });
  });

  test('from a folder, under the name that was chosen', async () => {
    const page = await openManager();
    const picker = expectElement<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(picker, 'files', { value: [new File(['{}'], 'config.json')] });
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => {
      expect(page.asked).toEqual([{ name: 'adoptModel', data: { model: minilm, folder: 'folder-1' } }]);
    });
    await waitFor(() => expect(document.body.textContent).toContain('Its files were taken over.'));
  });

  test('from a folder that is not the model’s: nothing is said of downloads', async () => {
    const page = await openManager();
    page.replies.adoptModel = refusal('corrupt');
    const picker = expectElement<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(picker, 'files', { value: [new File(['{}'], 'config.json')] });
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(document.body.textContent).toContain('A file in this folder is damaged'));
  });

  test.each([
    ['https://mirror.example/models', 'https://mirror.example/models/'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['', ''],
  ])('from a mirror at "%s"', async (typed, modelHost) => {
    const page = await openManager({ settings: { modelHost: 'https://old.example/' } });
    type('[placeholder="https://mirror.example/"]', typed);
    await page.set({});
    button('Save').click();
    await waitFor(() => expect(page.asked).toEqual([{ name: 'changeSettings', data: { modelHost } }]));
  });

  test.each(['mirror', 'http://mirror.example/', 'javascript:alert(1)'])('not from "%s"', async (typed) => {
    const page = await openManager();
    type('[placeholder="https://mirror.example/"]', typed);
    await waitFor(() => {
      expect(expectElement<HTMLInputElement>('[placeholder="https://mirror.example/"]').value).toBe(typed);
    });
    button('Save').click();
    await waitFor(() => expect(document.body.textContent).toContain('That address cannot be used'));
    expect(page.asked).toEqual([]);
  });
});
