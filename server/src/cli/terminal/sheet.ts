import type { SheetItem, SheetWriter } from '../../features/explain/sheet-writer.ts';
import { displayWidth, printable } from './characters.ts';
import type { Style } from './style.ts';
import { wrapAfter } from './wrap.ts';

/** Longer lines of prose are hard to read, however wide the terminal is. */
const WIDEST = 90;
const INDENT = '  ';

/** A page for a terminal, written from top to bottom. Everything put in is made safe to print. */
export class Sheet implements SheetWriter {
  readonly style: Style;
  readonly #width: number;
  readonly #blocks: string[] = [];

  constructor(style: Style, width: number) {
    this.style = style;
    this.#width = Math.min(width, WIDEST);
  }

  title(name: string, remark = ''): void {
    const faint = remark === '' ? '' : `  ${this.style.faint(printable(remark))}`;
    this.#blocks.push(`${this.style.heading(printable(name))}${faint}`);
  }

  heading(text: string): void {
    this.#blocks.push(this.style.strong(printable(text)));
  }

  paragraph(text: string): void {
    this.#blocks.push(wrapAfter('', printable(text), this.#width));
  }

  list(items: readonly SheetItem[]): void {
    if (items.length > 0) this.#blocks.push(this.#lines(items, INDENT).join('\n'));
  }

  section(heading: string, items: readonly SheetItem[]): void {
    if (items.length === 0) return;
    this.#blocks.push([this.style.strong(printable(heading)), ...this.#lines(items, INDENT)].join('\n'));
  }

  table(rows: readonly (readonly [name: string, text: string | undefined])[]): void {
    const filled = rows.flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [{ name, text }],
    );
    const column = Math.max(0, ...filled.map(({ name }) => displayWidth(name)));
    const lines = filled.map(({ name, text }) => {
      const label = `${INDENT}${name.padEnd(column)}  `;
      return wrapAfter(label, printable(text), this.#width).replace(name, this.style.faint(name));
    });
    if (lines.length > 0) this.#blocks.push(lines.join('\n'));
  }

  /** Lines as they are, such as an example. */
  verbatim(lines: readonly string[]): void {
    this.#blocks.push(lines.map((line) => `${INDENT}  ${printable(line)}`.trimEnd()).join('\n'));
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  #lines(items: readonly SheetItem[], indent: string): string[] {
    return items.flatMap((item) => {
      const { text, below } = typeof item === 'string' ? { text: item, below: [] } : item;
      const line = wrapAfter(`${indent}- `, printable(text), this.#width);
      return [line, ...this.#lines(below, `${indent}  `)];
    });
  }
}
