import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { Fragment, Slice } from '@tiptap/pm/model';
import { isComposing } from './composing';
import { el } from './dom';
import type { TextEditor, TextEditorOptions } from './text-editor';

/** A real TipTap editor. Shift and Enter is a line break within the paragraph; a pasted line is a paragraph. */
export function createTiptapEditor(options: TextEditorOptions): TextEditor {
  const node = el('div', {});
  const editor = new Editor({
    element: node,
    // Its style sheet would have to be allowed by the page's policy.
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      HardBreak,
      UndoRedo,
      Placeholder.configure({ placeholder: options.placeholder, emptyNodeClass: 'is-empty p-placeholder' }),
    ],
    editorProps: {
      attributes: options.attributes,
      handleKeyDown: (_, event) => !isComposing(event) && options.onKeyDown(event),
      handlePaste: (_, event) => options.onPaste(event.clipboardData),
      clipboardTextParser: (text) => new Slice(Fragment.from(paragraphs(text)), 1, 1),
    },
    onUpdate: () => options.onChange(text()),
  });

  function paragraphs(text: string) {
    const { nodes } = editor.schema;
    return text
      .split(/\r\n?|\n/)
      .map((line) => nodes.paragraph?.create(null, line ? editor.schema.text(line) : null))
      .filter((paragraph) => paragraph !== undefined);
  }

  function text(): string {
    return editor.getText({ blockSeparator: '\n' });
  }

  return {
    node,
    text,
    setText: (next) =>
      void editor.commands.setContent(
        paragraphs(next).map((paragraph) => paragraph.toJSON()),
        { emitUpdate: true },
      ),
    focus: () => editor.view.focus(),
    destroy: () => editor.destroy(),
  };
}
