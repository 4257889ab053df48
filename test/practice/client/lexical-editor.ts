import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createParagraphNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  KEY_ENTER_COMMAND,
  PASTE_COMMAND,
} from 'lexical';
import { isComposing } from './composing';
import { el } from './dom';
import type { TextEditor, TextEditorOptions } from './text-editor';

/** A real Lexical editor of plain text: one paragraph, in which lines are parted by line breaks. Has undo. */
export function createLexicalEditor(options: TextEditorOptions): TextEditor {
  const node = el('div', {
    contenteditable: 'true',
    'aria-placeholder': options.placeholder,
    'data-placeholder': options.placeholder,
    ...options.attributes,
  });
  const editor = createEditor({
    namespace: 'practice',
    onError: (error) => {
      throw error;
    },
  });
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  editor.registerCommand(
    KEY_ENTER_COMMAND,
    (event) => event !== null && (isComposing(event) || options.onKeyDown(event)),
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const isTaken = event instanceof ClipboardEvent && options.onPaste(event.clipboardData);
      if (isTaken) event.preventDefault();
      return isTaken;
    },
    COMMAND_PRIORITY_HIGH,
  );
  editor.registerTextContentListener((text) => {
    showPlaceholder();
    options.onChange(text);
  });
  editor.setRootElement(node);
  showPlaceholder();

  function text(): string {
    return editor.getEditorState().read(() => $getRoot().getTextContent());
  }

  /** At once: a prompt must not be found in the editor after it was sent. */
  function setText(next: string): void {
    const write = () => {
      const paragraph = $createParagraphNode();
      $getRoot().clear().append(paragraph);
      paragraph.select().insertRawText(next);
    };
    editor.update(write, { discrete: true });
  }

  function showPlaceholder(): void {
    node.classList.toggle('p-placeholder', text() === '');
  }

  return {
    node,
    text,
    setText,
    focus: () => node.focus(),
    destroy: () => editor.setRootElement(null),
  };
}
