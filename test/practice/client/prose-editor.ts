import { baseKeymap, splitBlock } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Fragment, Schema, Slice } from 'prosemirror-model';
import { EditorState, Plugin, Selection } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { isComposing } from './composing';
import type { TextEditor, TextEditorOptions } from './text-editor';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    text: {},
  },
});

/** A real ProseMirror editor of plain paragraphs, one line each, with undo. */
export function createProseEditor(options: TextEditorOptions): TextEditor {
  const plugins = [
    new Plugin({
      props: {
        handleKeyDown: (_, event) => !isComposing(event) && options.onKeyDown(event),
        handlePaste: (_, event) => options.onPaste(event.clipboardData),
        clipboardTextParser: (text) => new Slice(paragraphs(text), 1, 1),
        decorations: ({ doc }) => (doc.content.size > 2 ? null : placeholderIn(doc)),
      },
    }),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Shift-Enter': splitBlock }),
    keymap(baseKeymap),
    history(),
  ];

  const view = new EditorView(null, {
    state: EditorState.create({ schema, plugins }),
    attributes: options.attributes,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) options.onChange(text());
    },
  });

  function placeholderIn(doc: EditorState['doc']): DecorationSet {
    const attributes = { 'data-placeholder': options.placeholder, class: options.placeholderClass ?? '' };
    return DecorationSet.create(doc, [Decoration.node(0, 2, attributes)]);
  }

  function text(): string {
    return view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
  }

  function setText(next: string): void {
    const transaction = view.state.tr.replaceWith(0, view.state.doc.content.size, paragraphs(next));
    view.dispatch(transaction.setSelection(Selection.atEnd(transaction.doc)));
  }

  return { node: view.dom, text, setText, focus: () => view.focus(), destroy: () => view.destroy() };
}

function paragraphs(text: string): Fragment {
  const lines = text.split(/\r\n?|\n/);
  return Fragment.from(lines.map((line) => schema.node('paragraph', null, line ? [schema.text(line)] : [])));
}
