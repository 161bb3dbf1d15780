import type { LineIndex } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';
import { shownCharacter } from './characters.ts';

/** A line of a file as it is shown, and what of it is marked. */
export interface SourceLine {
  /** From 1, as people and editors count. */
  readonly number: number;
  readonly text: string;
  /** Columns of `text` before the marked part. */
  readonly before: number;
  /** Columns of the marked part; at least one. */
  readonly marked: number;
}

/** What a secret's value is shown as, whatever its length. */
const MASK = '********';
const CUT = '...';

/**
 * The line on which a range begins, fit for a terminal: cut round the range where it is too long, tabs as blanks,
 * control characters visible, secret values masked. The work does not grow with the line's length.
 * @param secrets ranges whose text must not be shown, in order and apart from each other
 * @param width the columns there are for the text
 */
export function sourceLine(
  text: string,
  lines: LineIndex,
  range: OffsetRange,
  secrets: readonly OffsetRange[],
  width: number,
): SourceLine {
  const line = lines.lineAt(range.start);
  const whole = { start: lines.lineStart(line), end: lines.lineEnd(line) };
  const start = Math.min(range.start, whole.end);
  const marked = { start, end: Math.max(start, Math.min(range.end, whole.end)) };
  const part = window(text, whole, marked, width);
  const cells = cellsOf(text, part, secrets);
  const shown = fit(cells, marked, width, {
    cutBefore: part.start > whole.start,
    cutAfter: part.end < whole.end,
  });
  return { number: line + 1, ...shown };
}

/** A piece of the shown line with the source that it stands for. */
interface Cell extends OffsetRange {
  readonly text: string;
  readonly width: number;
}

/** As much of a line as can be shown at most, with the marked part in it. */
function window(text: string, line: OffsetRange, marked: OffsetRange, width: number): OffsetRange {
  const start = Math.max(line.start, marked.start - width);
  const end = Math.min(line.end, marked.start + 2 * width);
  return {
    start: start > line.start && isLowSurrogate(text.charCodeAt(start)) ? start - 1 : start,
    end: end < line.end && isLowSurrogate(text.charCodeAt(end)) ? end + 1 : end,
  };
}

function cellsOf(text: string, part: OffsetRange, secrets: readonly OffsetRange[]): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let offset = part.start;
  let next = firstEndingAfter(secrets, part.start);
  while (offset < part.end) {
    const secret = secrets[next];
    if (secret !== undefined && secret.start <= offset) {
      const end = Math.min(part.end, secret.end);
      if (end > offset) cells.push({ start: offset, end, text: MASK, width: MASK.length });
      column += MASK.length;
      offset = Math.max(offset, end);
      next++;
      continue;
    }
    const codePoint = text.codePointAt(offset) ?? 0;
    const shown = shownCharacter(codePoint, column);
    const end = offset + (codePoint > 0xffff ? 2 : 1);
    cells.push({ start: offset, end, ...shown });
    column += shown.width;
    offset = end;
  }
  return cells;
}

/** Chooses the cells that fit: all of them, or the ones round the mark with dots where others were left out. */
function fit(
  cells: readonly Cell[],
  marked: OffsetRange,
  width: number,
  cut: { readonly cutBefore: boolean; readonly cutAfter: boolean },
): Omit<SourceLine, 'number'> {
  const markedFrom = indexWhere(cells, (cell) => cell.end > marked.start);
  const markedTo = Math.max(
    markedFrom,
    indexWhere(cells, (cell) => cell.start >= marked.end),
  );
  const total = widthOf(cells, 0, cells.length);
  let from = 0;
  let to = cells.length;
  let { cutBefore, cutAfter } = cut;
  if (cutBefore || cutAfter || total > width) {
    const room = width - CUT.length;
    const markWidth = Math.min(widthOf(cells, markedFrom, markedTo), room);
    if (cutBefore || widthOf(cells, 0, markedFrom) + markWidth > room) {
      const spare = room - CUT.length - markWidth;
      const after = widthOf(cells, markedTo, cells.length);
      // Half of the room on either side, unless the line ends before that.
      const kept = cutAfter ? Math.floor(spare / 2) : Math.min(after - CUT.length, Math.floor(spare / 2));
      from = startFor(cells, markedFrom, spare - kept);
      cutBefore = cutBefore || from > 0;
    }
    const left = width - (cutBefore ? CUT.length : 0);
    to = endFor(cells, from, cutAfter ? left - CUT.length : left);
    if (to < cells.length && !cutAfter) to = endFor(cells, from, left - CUT.length);
    cutAfter = cutAfter || to < cells.length;
  }
  const before = (cutBefore ? CUT.length : 0) + widthOf(cells, from, markedFrom);
  return {
    text: `${cutBefore ? CUT : ''}${textOf(cells, from, to)}${cutAfter ? CUT : ''}`,
    before,
    marked: Math.max(1, widthOf(cells, markedFrom, Math.min(markedTo, to))),
  };
}

/** The first cell to show so that about `room` columns stand before the mark. */
function startFor(cells: readonly Cell[], markedFrom: number, room: number): number {
  let from = markedFrom;
  let used = 0;
  while (from > 0 && used + (cells[from - 1]?.width ?? 0) <= room) {
    from--;
    used += cells[from]?.width ?? 0;
  }
  return from;
}

/** The end of the cells from `from` on that fit into `room` columns. */
function endFor(cells: readonly Cell[], from: number, room: number): number {
  let to = from;
  let used = 0;
  while (to < cells.length && used + (cells[to]?.width ?? 0) <= room) {
    used += cells[to]?.width ?? 0;
    to++;
  }
  return to;
}

function widthOf(cells: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let index = from; index < to; index++) width += cells[index]?.width ?? 0;
  return width;
}

function textOf(cells: readonly Cell[], from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) text += cells[index]?.text ?? '';
  return text;
}

/** The index of the first cell that passes, or the number of cells. */
function indexWhere(cells: readonly Cell[], passes: (cell: Cell) => boolean): number {
  const index = cells.findIndex(passes);
  return index < 0 ? cells.length : index;
}

/** The index of the first range that ends after `offset`, in logarithmic time. */
function firstEndingAfter(ranges: readonly OffsetRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
