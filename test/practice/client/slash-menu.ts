import { el } from './dom';

/** The little menu that opens when a draft is nothing but a slash and the start of a word. */
export class SlashMenu {
  readonly node = el('div', { class: 'p-menu', role: 'listbox', 'aria-label': 'Commands', hidden: true });
  #choices: string[] = [];
  #selected = 0;
  #closedFor: string | undefined;

  readonly #commands: readonly string[];
  readonly #onPick: (command: string) => void;

  constructor(commands: readonly string[], onPick: (command: string) => void) {
    this.#commands = commands;
    this.#onPick = onPick;
  }

  follow(draft: string): void {
    const typed = /^\/(\w*)$/.exec(draft)?.[1]?.toLowerCase();
    const dismissed = this.#closedFor !== undefined && draft.startsWith(this.#closedFor);
    if (!dismissed) this.#closedFor = undefined;
    this.#choices =
      typed === undefined || dismissed
        ? []
        : this.#commands.filter((command) => command.toLowerCase().startsWith(typed));
    this.#selected = 0;
    this.#draw();
  }

  /** `true` when the key belongs to the open menu. */
  takeKey(event: KeyboardEvent, draft: string): boolean {
    const count = this.#choices.length;
    if (count === 0 || event.shiftKey) return false;
    if (event.key === 'Enter' || event.key === 'Tab') this.#pick(this.#selected);
    else if (event.key === 'Escape') this.#dismiss(draft);
    else if (event.key === 'ArrowDown') this.#selected = (this.#selected + 1) % count;
    else if (event.key === 'ArrowUp') this.#selected = (this.#selected + count - 1) % count;
    else return false;
    this.#draw();
    return true;
  }

  #dismiss(draft: string): void {
    this.#closedFor = draft;
    this.#choices = [];
  }

  #pick(index: number): void {
    const command = this.#choices[index];
    this.#choices = [];
    if (command) this.#onPick(command);
  }

  #draw(): void {
    this.node.hidden = this.#choices.length === 0;
    this.node.replaceChildren(
      ...this.#choices.map((command, index) =>
        el(
          'div',
          {
            role: 'option',
            class: 'p-menu-item',
            'aria-selected': `${index === this.#selected}`,
            onmousedown: (event) => {
              event.preventDefault();
              this.#pick(index);
              this.#draw();
            },
          },
          command,
        ),
      ),
    );
  }
}
