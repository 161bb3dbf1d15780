import { escaped, link } from '../markdown.ts';
import type { SheetItem, SheetWriter } from './sheet-writer.ts';

/** Writes a page in Markdown, in which nothing but our own headings, lists and links has a meaning. */
export class PageWriter implements SheetWriter {
  readonly #blocks: string[] = [];

  title(name: string, remark = ''): void {
    this.#blocks.push(`# ${escaped(name)}`);
    if (remark !== '') this.#blocks.push(`*${escaped(remark)}*`);
  }

  paragraph(text: string): void {
    this.#blocks.push(inline(text));
  }

  list(items: readonly SheetItem[]): void {
    if (items.length > 0) this.#blocks.push(linesOf(items, '').join('\n'));
  }

  section(heading: string, items: readonly SheetItem[]): void {
    if (items.length === 0) return;
    this.#blocks.push(`## ${escaped(heading)}`);
    this.list(items);
  }

  table(rows: readonly (readonly [name: string, text: string | undefined])[]): void {
    const filled = rows.flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [`| ${escaped(name)} | ${inline(text)} |`],
    );
    if (filled.length > 0) this.#blocks.push(['| | |', '| --- | --- |', ...filled].join('\n'));
  }

  /** A heading with a list whose items are Markdown already. */
  markdownSection(heading: string, items: readonly string[]): void {
    if (items.length === 0) return;
    this.#blocks.push(`## ${escaped(heading)}`, items.map((item) => `- ${item}`).join('\n'));
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }
}

function linesOf(items: readonly SheetItem[], indent: string): string[] {
  return items.flatMap((item) => {
    const { text, below } = typeof item === 'string' ? { text: item, below: [] } : item;
    return [`${indent}- ${inline(text)}`, ...linesOf(below, `${indent}  `)];
  });
}

/** An address at the end belongs to the title before it: it becomes a link. */
function inline(text: string): string {
  const [, title, url] = /^(.+?) (https?:\/\/\S+)$/s.exec(text) ?? [];
  return title === undefined || url === undefined ? escaped(text) : link(title, url);
}
