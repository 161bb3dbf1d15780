/** A half-open stretch of text, `start` up to but not including `end`, in UTF-16 code units from 0. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `range` or touches one of its ends, which is what a cursor needs. */
export function touches(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether two ranges share a character or touch each other, as what a person has selected and a place in the text. */
export function meet(a: OffsetRange, b: OffsetRange): boolean {
  return touches(a, b.start) || touches(b, a.start);
}

/** Whether two ranges share at least one character; two equal empty ranges count as sharing. */
export function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

/** The text that a range stands for. */
export function slice(text: string, range: OffsetRange): string {
  return text.slice(range.start, range.end);
}

/** The same stretches of a text in order and apart from each other. */
export function joinedRanges(ranges: readonly OffsetRange[]): OffsetRange[] {
  const apart: OffsetRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && range.start <= last.end) {
      apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else apart.push(range);
  }
  return apart;
}
