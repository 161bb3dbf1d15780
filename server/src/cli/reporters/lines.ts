import { LineIndex, type Span } from '../../text/line-index.ts';
import type { OffsetRange } from '../../text/range.ts';

/** A range as programs for people count: lines and columns from 1, the end behind the last character. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns the ranges of one text into regions. Columns count UTF-16 code units. */
export function regionsOf(text: string): (range: OffsetRange) => Region {
  let lines: LineIndex | undefined;
  return ({ start, end }) => {
    lines ??= new LineIndex(text);
    return regionOfSpan(lines.spanOf({ start, end }));
  };
}

/** The same place, counted as programs for people do. */
export function regionOfSpan({ start, end }: Span): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
