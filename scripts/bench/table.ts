/** Headings, tables and notes: for a terminal, and for whoever else wants them. */

/** One cell: text is set flush left, anything that is measured flush right. */
export type Cell = string | { readonly right: string };

/** Takes what is reported, in its order. */
export interface Listener {
  heading(text: string): void;
  table(head: readonly string[], rows: readonly (readonly Cell[])[]): void;
  note(text: string): void;
}

const listeners: Listener[] = [];

/** Has everything that is printed from now on told to another one as well. */
export function alsoTell(listener: Listener): void {
  listeners.push(listener);
}

/** Prints rows below a head, each column as wide as its widest cell. */
export function printTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  for (const listener of listeners) listener.table(head, rows);
  const isRight = head.map((_, column) => rows.some((row) => typeof row[column] === 'object'));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => textOf(row[column]).length)),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return isRight[column] ? text.padStart(width) : text.padEnd(width);
      })
      .join('   ')
      .trimEnd();
  console.log(`  ${line(head)}`);
  for (const row of rows) console.log(`  ${line(head.map((_, column) => textOf(row[column])))}`);
}

export function printHeading(text: string): void {
  for (const listener of listeners) listener.heading(text);
  console.log(`\n${text}\n`);
}

export function printNote(text: string): void {
  for (const listener of listeners) listener.note(text);
  console.log(`  ${text}`);
}

export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.right;
}

/** Three digits that mean something: `1234`, `56.7`, `0.0123`. */
export function digits(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value === 0) return '0';
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return value.toFixed(Math.min(4, Math.max(0, 3 - before)));
}

export function milliseconds(value: number): Cell {
  return { right: digits(value) };
}

/** How many times: `3.42×`, `185×`. */
export function times(value: number): string {
  return Number.isNaN(value) ? '–' : `${digits(value)}×`;
}

export function timesCell(value: number): Cell {
  return { right: times(value) };
}

export function count(value: number): Cell {
  return { right: value.toLocaleString('en-US') };
}

export function kibibytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
