import { type Attributes, el } from './dom';
import type { Attachment } from './model';

/** The files of a draft, shown as chips above the text. */
export class AttachmentTray {
  readonly node = el('div', { class: 'p-tray' });
  #files: Attachment[] = [];

  readonly #onChange: () => void;
  readonly #chipAttributes: Attributes;

  constructor(onChange: () => void, chipAttributes: Attributes = {}) {
    this.#onChange = onChange;
    this.#chipAttributes = chipAttributes;
  }

  get isEmpty(): boolean {
    return this.#files.length === 0;
  }

  /** All files, leaving the tray empty. */
  take(): Attachment[] {
    const files = this.#files;
    this.#set([]);
    return files;
  }

  /** Takes a paste that the site turns into a file; `false` leaves it to the editor. */
  takePaste(data: DataTransfer | null, textLimit: number): boolean {
    const image = [...(data?.files ?? [])].find((file) => file.type.startsWith('image/'));
    const text = data?.getData('text/plain') ?? '';
    if (image) {
      const reader = new FileReader();
      reader.onload = () => this.#add({ kind: 'image', name: image.name, url: `${reader.result}` });
      reader.readAsDataURL(image);
    } else if (text.length >= textLimit) {
      this.#add({ kind: 'text', name: 'Pasted text', text });
    }
    return image !== undefined || text.length >= textLimit;
  }

  #add(file: Attachment): void {
    this.#set([...this.#files, file]);
  }

  #set(files: Attachment[]): void {
    this.#files = files;
    this.node.replaceChildren(...files.map((file) => this.#chip(file)));
    this.#onChange();
  }

  #chip(file: Attachment): HTMLElement {
    return el(
      'div',
      { class: 'p-chip', ...this.#chipAttributes },
      file.kind === 'image' ? el('img', { class: 'p-chip-image', src: file.url, alt: '' }) : file.name,
      el(
        'button',
        {
          type: 'button',
          class: 'p-chip-remove',
          'aria-label': `Remove ${file.name}`,
          onclick: () => this.#set(this.#files.filter((other) => other !== file)),
        },
        '×',
      ),
    );
  }
}
