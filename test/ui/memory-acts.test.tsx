// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { captured, type OpenEngine } from '../support/open-engine';
import { waitFor } from '../support/wait-for';
import { setTabs } from './fake-browser';
import {
  button,
  closePopup,
  expectElement,
  find,
  listed,
  memory,
  openPopup,
  press,
  type,
} from './open-popup';

vi.mock('wxt/browser', () => import('./fake-browser'));

afterEach(closePopup);
setTabs([]);

const tea = 'I drink tea without sugar.';
const porto = 'I live in Porto.';

async function openWith(...texts: string[]): Promise<OpenEngine> {
  const opened = await openPopup();
  for (const text of texts) {
    opened.wait(1);
    await opened.engine.add(text);
  }
  await lists(...texts.toReversed());
  return opened;
}

async function lists(...texts: string[]): Promise<void> {
  await waitFor(() => expect(listed()).toEqual(texts));
}

async function bar(words: RegExp): Promise<void> {
  await waitFor(() => expect(expectElement('.undo-bar').textContent).toMatch(words));
}

describe('a memory', () => {
  test('written in the box is remembered, and the box is ready for the next', async () => {
    await openPopup();
    type('.remember input', tea);
    await waitFor(() => expect(find('.remember button')).toBeTruthy());
    expectElement<HTMLFormElement>('.remember').requestSubmit();
    await lists(tea);
    expect(expectElement<HTMLInputElement>('.remember input').value).toBe('');
    expect(expectElement('.memory .meta').textContent).toContain('You wrote this today');
  });

  test('gets the kind that was chosen for it', async () => {
    await openPopup();
    type('.remember input', tea);
    await waitFor(() => expect(find('.remember select')).toBeTruthy());
    const select = expectElement<HTMLSelectElement>('.remember select');
    select.value = 'preference';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(find('.remember option[value="preference"]')).toBeTruthy());
    expectElement<HTMLFormElement>('.remember').requestSubmit();
    await lists(tea);
    expect(expectElement('.memory .kind').textContent).toBe('Preference');
  });

  test('is reworded in place: Enter saves, and the focus is back on it', async () => {
    await openWith(tea);
    memory(tea).click();
    await waitFor(() => expect(find('textarea')).toBe(document.activeElement));
    type('textarea', 'I drink coffee.');
    press('Enter');
    await lists('I drink coffee.');
    expect(document.activeElement).toBe(memory('I drink coffee.'));
    await bar(/Changed\. I drink coffee\./);
  });

  test('stays as it was on Esc, and Shift+Enter does not save yet', async () => {
    await openWith(tea);
    memory(tea).focus();
    press('e');
    await waitFor(() => expect(find('textarea')).toBe(document.activeElement));
    type('textarea', 'I drink');
    press('Enter', { shiftKey: true });
    expect(find('textarea')).toBeTruthy();
    press('Escape');
    await lists(tea);
  });

  test('is archived by a key, and the bar takes it back', async () => {
    await openWith(tea);
    memory(tea).focus();
    press('a');
    await waitFor(() => expect(listed()).toEqual([]));
    await bar(/Archived\. I drink tea without sugar\./);
    button('Undo').click();
    await lists(tea);
    await waitFor(() => expect(expectElement('.undo-bar').textContent).toContain('Taken back.'));
  });

  test('that is forgotten is not shown again in the bar, and Ctrl+Z brings it back', async () => {
    await openWith(tea);
    memory(tea).focus();
    press('Delete');
    await waitFor(() => expect(listed()).toEqual([]));
    await bar(/^Forgotten\./);
    expect(expectElement('.undo-bar').textContent).not.toContain('tea');
    press('z', { ctrlKey: true });
    await lists(tea);
  });

  test('leaves Ctrl+Z in a field to the field', async () => {
    const { store } = await openWith(tea);
    expectElement('search input').focus();
    press('z', { ctrlKey: true });
    press('z', { metaKey: true });
    memory(tea).focus();
    press('a');
    await bar(/Archived/);
    const entry = await store.lastUndoable();
    expect(entry?.kind).toBe('archive');
    expect((await store.memoriesByStatus('archived')).length).toBe(1);
  });

  test('that leaves the list hands the focus to its neighbour', async () => {
    await openWith('I own a bicycle.', porto, tea);
    memory(porto).focus();
    press('a');
    await lists(tea, 'I own a bicycle.');
    expect(document.activeElement).toBe(memory('bicycle'));
    press('a');
    await lists(tea);
    expect(document.activeElement).toBe(memory(tea));
  });

  test('is reached from the search box and from its neighbours by the arrow keys', async () => {
    await openWith(porto, tea);
    press('/');
    expect(document.activeElement).toBe(expectElement('search input'));
    press('ArrowDown');
    expect(document.activeElement).toBe(memory(tea));
    press('ArrowDown');
    expect(document.activeElement).toBe(memory(porto));
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement).toBe(expectElement('search input'));
  });

  test('that was forgotten a moment ago says so and keeps what was typed', async () => {
    const { store } = await openWith(tea);
    memory(tea).click();
    await waitFor(() => expect(find('textarea')).toBeTruthy());
    type('textarea', 'I drink coffee.');
    vi.spyOn(store, 'memory').mockResolvedValue(undefined);
    press('Enter');
    await waitFor(() => {
      expect(expectElement('.memory .problem').textContent).toBe(
        'This memory was forgotten in the meantime.',
      );
    });
    expect(expectElement<HTMLTextAreaElement>('textarea').value).toBe('I drink coffee.');
  });
});

describe('what was just learned', () => {
  test('stands above the others, once, with where it was said', async () => {
    const opened = await openWith(porto);
    const said = captured(["I'm allergic to shellfish."], { site: 'claude' });
    await opened.engine.capture({ ...said, url: 'https://claude.ai/chat/chat-1' });
    await opened.engine.learn();
    await waitFor(() => expect(find('[aria-label="Just learned"]')).toBeTruthy());
    expect(listed()).toHaveLength(2);
    const learned = expectElement('[aria-label="Just learned"] .memory');
    expect(learned.textContent).toContain('shellfish');
    await waitFor(() => expect(learned.querySelector('a')?.href).toBe('https://claude.ai/chat/chat-1'));
    expect(learned.querySelector('a')?.textContent).toBe('You said this in Claude today');
  });

  test('is no news any more after a day', async () => {
    const opened = await openWith(porto);
    opened.wait(-25 * 60 * 60_000);
    await opened.engine.capture(captured(["I'm allergic to shellfish."]));
    await opened.engine.learn();
    await waitFor(() => expect(listed()).toHaveLength(2));
    expect(find('[aria-label="Just learned"]')).toBeNull();
  });

  test('links only to an address of the site it was said on', async () => {
    const opened = await openPopup();
    const said = captured(["I'm allergic to shellfish."], { site: 'claude' });
    await opened.engine.capture({ ...said, url: 'https://example.org/chat/chat-1' });
    await opened.engine.learn();
    await waitFor(() => expect(listed()).toHaveLength(1));
    expect(expectElement('.memory .meta').textContent).toContain('You said this in Claude today');
    expect(find('.memory a')).toBeNull();
  });
});
