import { formatOf } from '../formats/index.ts';
import { LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';
import type { Understood } from './understood.ts';

/** Text that an editor may hide: from the end of its first line to the end of its last one. */
export interface Fold {
  readonly range: OffsetRange;
  readonly kind: 'region' | 'comment';
}

/** A stretch of whole lines, both ends included. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

/**
 * What can be folded, in file order: configurations, their sections, lists and maps, entries of several lines, runs of
 * entries under a heading or a blank line, comments.
 */
export function foldsOf({ document }: Understood): readonly Fold[] {
  const index = new LineIndex(document.text);
  const folds: Fold[] = [
    ...[
      // Sections that hold one station together are folded one by one.
      ...(document.format === 'ini' ? [] : document.scopes.map(({ range }) => range)),
      ...formatOf(document).containersOf(document),
      ...document.scopes.flatMap(({ entries }) => entries.map(({ range }) => range)),
    ].map((range) => fold(index, scopeLines(index, range), 'region')),
    ...runs(index, document.comments, ownLine(index)).map((lines) => fold(index, lines, 'comment')),
  ];
  if (document.format === 'ini') {
    for (const { entries } of document.scopes) {
      folds.push(...runs(index, entries, () => true).map((lines) => fold(index, lines, 'region')));
    }
  }
  const seen = new Set<number>();
  return folds
    .filter(({ range }) => range.end > range.start)
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
    .filter(({ range }) => {
      // Two folds of one line would be one to the editor.
      const fresh = !seen.has(range.start);
      seen.add(range.start);
      return fresh;
    });
}

/** The lines of a configuration without blank ones at its end, and without a closing bracket on its own line. */
function scopeLines(index: LineIndex, range: OffsetRange): Lines {
  const first = index.lineAt(range.start);
  let last = index.lineAt(range.end);
  while (last > first && isBlankOrClosing(index.lineText(last))) last--;
  return { first, last };
}

function isBlankOrClosing(line: string): boolean {
  return /^[\s\]})]*,?\s*$/.test(line);
}

/** Things on lines that follow each other without a gap. */
function runs(
  index: LineIndex,
  things: readonly { readonly range: OffsetRange }[],
  counts: (range: OffsetRange) => boolean,
): readonly Lines[] {
  const found: Lines[] = [];
  for (const { range } of things) {
    if (!counts(range)) continue;
    const first = index.lineAt(range.start);
    const last = index.lineAt(range.end);
    const previous = found.at(-1);
    if (previous !== undefined && first <= previous.last + 1) {
      found[found.length - 1] = { first: previous.first, last: Math.max(last, previous.last) };
    } else {
      found.push({ first, last });
    }
  }
  return found;
}

/** Whether nothing but blanks stands before something on its line. */
function ownLine(index: LineIndex): (range: OffsetRange) => boolean {
  return ({ start }) => {
    const line = index.lineAt(start);
    return (
      index
        .lineText(line)
        .slice(0, start - index.lineStart(line))
        .trim() === ''
    );
  };
}

function fold(index: LineIndex, { first, last }: Lines, kind: Fold['kind']): Fold {
  return { range: { start: index.lineEnd(first), end: index.lineEnd(last) }, kind };
}
