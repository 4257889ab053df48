// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenEngine } from '../support/open-engine';
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

const search = 'search input';

async function openWith(...texts: string[]): Promise<OpenEngine> {
  const opened = await openPopup();
  for (const text of texts) {
    opened.wait(1);
    await opened.engine.add(text, text.startsWith('I want') ? 'goal' : 'fact');
  }
  await waitFor(() => expect(listed()[0]).toBe(texts.at(-1)));
  return opened;
}

async function lists(...texts: string[]): Promise<void> {
  await waitFor(() => expect(listed()).toEqual(texts));
}

describe('the search box', () => {
  test('shows what is found, tells how much, and goes back to everything on Esc', async () => {
    await openWith('I play the violin.', 'I own a bicycle.', 'I drink tea.');
    type(search, 'bicyc');
    await lists('I own a bicycle.');
    expect(document.body.textContent).toContain('1 memory found');
    press('Escape');
    await lists('I drink tea.', 'I own a bicycle.', 'I play the violin.');
  });

  test('looks again when the memories change', async () => {
    const { engine } = await openWith('I own a bicycle.', 'I drink tea.');
    type(search, 'bicycle');
    await lists('I own a bicycle.');
    await engine.add('My bicycle is in the cellar.');
    await waitFor(() => expect(listed()).toHaveLength(2));
  });

  test('says that nothing matches and offers the way back', async () => {
    await openWith('I drink tea.');
    type(search, 'xylophone');
    await waitFor(() => expect(expectElement('.empty').textContent).toContain('Nothing matches'));
    button('Clear the search').click();
    await lists('I drink tea.');
  });

  test('finds words in archived memories too', async () => {
    const { engine } = await openWith('I own a bicycle.', 'I drink tea.', 'I play the violin.');
    for (const words of ['bicycle', 'tea']) {
      const [id] = await engine.search(words);
      await engine.archive([id ?? '']);
    }
    button('Archived').click();
    await lists('I drink tea.', 'I own a bicycle.');
    type(search, 'BICY own');
    await lists('I own a bicycle.');
  });
});

describe('the filters', () => {
  test('show one kind, and all again when pressed once more', async () => {
    await openWith('I want to learn to sail.', 'I drink tea.');
    button('Goal').click();
    await lists('I want to learn to sail.');
    expect(button('Goal').getAttribute('aria-pressed')).toBe('true');
    button('Goal').click();
    await lists('I drink tea.', 'I want to learn to sail.');
  });

  test('narrow what a search finds', async () => {
    await openWith('I want to sail to Iceland.', 'I was in Iceland once.');
    type(search, 'Iceland');
    button('Goal').click();
    await lists('I want to sail to Iceland.');
  });

  test('turn to the archived memories, from where one is restored', async () => {
    await openWith('I drink tea.', 'I own a bicycle.');
    memory('tea').focus();
    press('a');
    await lists('I own a bicycle.');
    button('Archived').click();
    await lists('I drink tea.');
    memory('tea').focus();
    press('a');
    await waitFor(() => expect(expectElement('.empty').textContent).toContain('Nothing is archived'));
    button('Show active memories').click();
    await waitFor(() => expect(listed()).toHaveLength(2));
  });

  test('say what would stand in an empty list', async () => {
    await openPopup();
    expect(expectElement('.empty').textContent).toContain('Nothing is remembered yet');
    button('Episode').click();
    await waitFor(() => expect(expectElement('.empty').textContent).toContain('No memories of this kind'));
    button('Show all kinds').click();
    await waitFor(() => {
      expect(expectElement('.empty').textContent).toContain('Nothing is remembered yet');
    });
  });
});

test('a long list is shown fifty at a time', async () => {
  const opened = await openPopup();
  const at = Date.now() - 3_600_000;
  const memory = await opened.engine.add('Shelf 0');
  const shelves = Array.from({ length: 120 }, (_, place) => ({
    ...memory,
    id: `shelf-${place}`,
    text: `Shelf ${place + 1}`,
    updatedAt: at - place,
  }));
  await opened.store.commit({ put: shelves });
  await waitFor(() => expect(listed()).toHaveLength(50));
  button('Show more').click();
  await waitFor(() => expect(listed()).toHaveLength(100));
  button('Show more').click();
  await waitFor(() => expect(listed()).toHaveLength(121));
  expect(listed().at(-1)).toBe('Shelf 120');
  expect(find('.shelf-more')).toBeNull();
});
