/** What a composer asks of its editor, whichever it is. */
export interface TextEditorOptions {
  attributes: Record<string, string>;
  placeholder: string;
  placeholderClass?: string;
  onChange(text: string): void;
  /** `true` when the site has dealt with the key. Never called while a composition is going on. */
  onKeyDown(event: KeyboardEvent): boolean;
  onPaste(data: DataTransfer | null): boolean;
}

export interface TextEditor {
  node: HTMLElement;
  text(): string;
  setText(text: string): void;
  focus(): void;
  destroy(): void;
}
