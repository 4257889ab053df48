// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readComposer } from '@/sites/composer-text';
import { cutInPieces } from '@/sites/pieces';
import { insertAtEnd } from '@/sites/write-composer';

/** The browser's editing commands, as far as the editors below let them in. */
const execCommand = vi.fn<(name: string, showUi: boolean, value?: string) => boolean>();

beforeEach(() => {
  execCommand.mockReset();
  execCommand.mockReturnValue(false);
  Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand });
});

afterEach(() => {
  document.body.replaceChildren();
});

function paragraph(text: string): HTMLElement {
  const p = document.createElement('p');
  p.append(text === '' ? document.createElement('br') : text);
  return p;
}

function editor(draft: string): HTMLElement {
  const element = document.createElement('div');
  element.setAttribute('contenteditable', 'true');
  element.tabIndex = 0;
  element.append(...draft.split('\n').map(paragraph));
  document.body.replaceChildren(element);
  return element;
}

/** Takes pastes the way rich editors do: the first line goes on the last one there is, each other is a paragraph. */
function takePastes(element: HTMLElement, change: (text: string, count: number) => string = (text) => text) {
  const pasted: string[] = [];
  element.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    pasted.push(text);
    const [first = '', ...rest] = change(text, pasted.length).split('\n');
    element.lastElementChild?.replaceWith(paragraph((element.lastElementChild.textContent ?? '') + first));
    element.append(...rest.map(paragraph));
  });
  return pasted;
}

/** Lets typing in; Shift and Enter starts a paragraph. Everything else about it is the browser's. */
function takeTyping(element: HTMLElement) {
  const keys: string[] = [];
  element.addEventListener('keydown', (event) => {
    keys.push(`${event.shiftKey ? 'Shift+' : ''}${event.key}`);
    event.preventDefault();
    element.append(paragraph(''));
  });
  execCommand.mockImplementation((name, _, value = '') => {
    const selection = document.getSelection();
    if (name === 'insertText') {
      element.lastElementChild?.replaceWith(paragraph((element.lastElementChild.textContent ?? '') + value));
    } else if (name === 'delete' && selection) {
      selection.getRangeAt(0).deleteContents();
    }
    return true;
  });
  return keys;
}

function textareaWith(draft: string): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  document.body.replaceChildren(field);
  field.value = draft;
  return field;
}

describe('an editor that takes pastes', () => {
  test('holds the old text, then the new, and was given nothing else', async () => {
    const composer = editor('my question');
    const pasted = takePastes(composer);
    expect(await insertAtEnd(composer, '\n\nnotes:\n- one')).toBe(true);
    expect(readComposer(composer)).toBe('my question\n\nnotes:\n- one');
    expect(pasted).toEqual(['\n\nnotes:\n- one']);
    expect(execCommand).not.toHaveBeenCalled();
  });

  test('keeps the very nodes of what the user wrote, pills included', async () => {
    const composer = editor('ask ');
    const pill = document.createElement('span');
    pill.setAttribute('contenteditable', 'false');
    pill.append('@notes');
    composer.firstElementChild?.append(pill);
    const first = composer.firstElementChild;
    composer.append(paragraph('now'));
    takePastes(composer);
    expect(await insertAtEnd(composer, '\nmore')).toBe(true);
    expect(composer.firstElementChild).toBe(first);
    expect(pill.isConnected).toBe(true);
    expect(readComposer(composer)).toBe('ask @notes\nnow\nmore');
  });

  test('is given a long text in pieces below the limit, cut at line ends', async () => {
    const composer = editor('q');
    const pasted = takePastes(composer);
    const text = `\n${Array.from({ length: 40 }, (_, i) => `line ${i} ${'x'.repeat(30)}`).join('\n')}`;
    expect(await insertAtEnd(composer, text, { pasteLimit: 300 })).toBe(true);
    expect(pasted.length).toBeGreaterThan(4);
    for (const piece of pasted.slice(0, -1)) {
      expect(piece.length).toBeLessThanOrEqual(300);
      expect(piece.endsWith('\n')).toBe(true);
    }
    expect(readComposer(composer)).toBe(`q${text}`);
  });

  test('that swallows a piece is put back to the old text, and nothing else is tried', async () => {
    const composer = editor('q');
    takePastes(composer, (text, count) => (count === 2 ? '' : text));
    const keys = takeTyping(composer);
    const text = '\none two three\nfour five six';
    expect(await insertAtEnd(composer, text, { pasteLimit: 16 })).toBe(false);
    expect(readComposer(composer)).toMatch(/^q/);
    expect(keys).toEqual([]);
  });

  test('that draws late what it took is waited for, and given it once', async () => {
    const composer = editor('q');
    const pasted: string[] = [];
    composer.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      pasted.push(text);
      setTimeout(() => composer.append(paragraph(text)), 80);
    });
    const keys = takeTyping(composer);
    expect(await insertAtEnd(composer, ' notes')).toBe(true);
    expect(pasted).toEqual([' notes']);
    expect(keys).toEqual([]);
  });

  test('that changes the old text meanwhile is left alone, and false says so', async () => {
    const composer = editor('q');
    takePastes(composer);
    composer.addEventListener('paste', () => composer.prepend(paragraph('from another hand')));
    takeTyping(composer);
    expect(await insertAtEnd(composer, ' notes')).toBe(false);
    expect(execCommand).not.toHaveBeenCalled();
    expect(readComposer(composer)).toBe('from another hand\nq notes');
  });
});

describe('an editor that leaves pastes to the browser', () => {
  test('is typed into line by line, with never a bare Enter', async () => {
    const composer = editor('q');
    const keys = takeTyping(composer);
    expect(await insertAtEnd(composer, '\none\n\ntwo')).toBe(true);
    expect(readComposer(composer)).toBe('q\none\n\ntwo');
    expect(keys).toEqual(['Shift+Enter', 'Shift+Enter', 'Shift+Enter']);
    expect(execCommand.mock.calls.map(([name]) => name)).not.toContain('insertParagraph');
  });

  test('and takes no typing either holds what it held', async () => {
    const composer = editor('q');
    expect(await insertAtEnd(composer, '\none')).toBe(false);
    expect(readComposer(composer)).toBe('q');
  });

  test('is not typed into once the page has replaced it', async () => {
    const composer = editor('q');
    composer.remove();
    expect(await insertAtEnd(composer, 'one')).toBe(false);
    expect(execCommand).not.toHaveBeenCalled();
  });
});

describe('a text area', () => {
  test('gets the text by the command that keeps undo, at its end', async () => {
    const field = textareaWith('q');
    execCommand.mockImplementation((_, __, value = '') => {
      field.setRangeText(value, field.selectionStart, field.selectionEnd, 'end');
      return true;
    });
    field.setSelectionRange(0, 0);
    expect(await insertAtEnd(field, '\nnotes')).toBe(true);
    expect(field.value).toBe('q\nnotes');
    expect(field.selectionStart).toBe(field.value.length);
    expect(execCommand).toHaveBeenCalledTimes(1);
  });

  test('where commands do nothing is set past the framework’s own setter, and the page is told', async () => {
    const field = textareaWith('q');
    let told = '';
    field.addEventListener('input', () => {
      told = field.value;
    });
    const own = vi.fn();
    const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => native?.get?.call(field),
      set: own,
    });
    expect(await insertAtEnd(field, '\nnotes')).toBe(true);
    expect(told).toBe('q\nnotes');
    expect(own).not.toHaveBeenCalled();
  });

  test('that cuts the text off gets its old value back', async () => {
    const field = textareaWith('q');
    field.addEventListener('input', () => {
      if (field.value.length > 5) field.value = field.value.slice(0, 5);
    });
    expect(await insertAtEnd(field, '\nnotes')).toBe(false);
    expect(field.value).toBe('q');
  });
});

describe('cutInPieces', () => {
  test('loses nothing and keeps to the limit, whatever it cuts', () => {
    for (const text of ['', 'short', 'a\nb\nc', 'x'.repeat(25), 'one two three four', '🙂'.repeat(9)]) {
      const pieces = cutInPieces(text, 7);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(7);
    }
  });

  test('prefers line ends to spaces, and never splits a character of two units', () => {
    expect(cutInPieces('a b\nc d e f', 6)).toEqual(['a b\n', 'c d e ', 'f']);
    expect(cutInPieces('🙂🙂🙂', 3)).toEqual(['🙂', '🙂', '🙂']);
  });
});
