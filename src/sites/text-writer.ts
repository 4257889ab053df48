/**
 * Collects plain text in reading order. Line breaks and spaces are owed, not written, until words follow, so blocks
 * within blocks leave no trail of empty lines. `exact` text is the exception: it comes out as it went in.
 */
export class TextWriter {
  readonly #parts: string[] = [];
  #owedBreaks = 0;
  #owedSpace = false;
  #atLineStart = true;
  /** A list marker, an opening backtick or a cell's edge waits for its words: nothing may come between the two. */
  #isHugging = false;
  /** Inside a table's cell, where a block must not break the row. */
  #cells = 0;

  /** Runs of white space, no-break spaces among them, count as one space; private-use marks are a page's icons. */
  words(text: string): void {
    const collapsed = text.replace(/[\ue000-\uf8ff]+/g, '').replace(/\s+/g, ' ');
    if (collapsed.startsWith(' ')) this.#owedSpace = true;
    const core = collapsed.trim();
    if (core === '') return;
    this.#write(core);
    this.#owedSpace = collapsed.endsWith(' ');
  }

  exact(text: string): void {
    if (text === '') return;
    this.#write(text.replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' '));
  }

  openCode(): void {
    this.#write('`');
    this.#isHugging = true;
  }

  /** Before any space that is owed: it belongs behind the mark. */
  closeCode(): void {
    const owed = this.#owedSpace;
    this.#owedSpace = false;
    this.#write('`');
    this.#owedSpace = owed;
  }

  lineBreak(): void {
    if (!this.#isHugging) this.#owedBreaks = Math.min(2, this.#owedBreaks + 1);
  }

  /** What follows starts on a new line, after a blank one where `lines` is 2. */
  block(lines: 1 | 2): void {
    if (this.#cells > 0) this.#owedSpace = true;
    else if (!this.#isHugging) this.#owedBreaks = Math.max(this.#owedBreaks, lines);
  }

  listItem(indent: number, marker: string): void {
    this.endListItem();
    this.#write(`${' '.repeat(indent)}${marker} `);
    this.#isHugging = true;
  }

  endListItem(): void {
    this.#isHugging = false;
    this.block(1);
  }

  startCell(first: boolean): void {
    this.#owedSpace = false;
    if (!first) this.#write(' | ');
    this.#isHugging = !first;
    this.#cells += 1;
  }

  endCell(): void {
    this.#isHugging = false;
    this.#cells -= 1;
  }

  toString(): string {
    return this.#parts.join('').trim();
  }

  #write(text: string): void {
    const before = this.#parts.at(-1);
    if (before !== undefined && this.#owedBreaks > 0) {
      const there = before.endsWith('\n\n') ? 2 : before.endsWith('\n') ? 1 : 0;
      this.#parts.push('\n'.repeat(Math.max(0, this.#owedBreaks - there)));
      this.#atLineStart = true;
    }
    if (this.#owedSpace && !this.#atLineStart && !this.#isHugging) this.#parts.push(' ');
    this.#parts.push(text);
    this.#owedBreaks = 0;
    this.#owedSpace = false;
    this.#isHugging = false;
    this.#atLineStart = text.endsWith('\n');
  }
}
