import type { Comment, ConfigDocument } from '../model/document.ts';
import { LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';

/** What a comment begins with that hides problems: `# ocpp-config-ignore value-range: the station needs it`. */
export const IGNORE_STARTER = 'ocpp-config-ignore';

/** A comment that hides problems, read. */
export interface IgnoreComment {
  readonly comment: Comment;
  /** In the order of the text; empty while somebody is still typing. */
  readonly ids: readonly IgnoredId[];
  /** The end of the last id, or of the starter where there is none. */
  readonly idsEnd: number;
  /** The end of what the comment says, before whatever closes it. */
  readonly textEnd: number;
  /** Why, as the comment says it; empty where it does not. */
  readonly reason: string;
  /** The lines whose problems it hides. */
  readonly lines: readonly number[];
}

/** One id in such a comment: that of a rule, or `greenflux/*` for a group. */
export interface IgnoredId {
  readonly id: string;
  readonly range: OffsetRange;
}

/** The line that a problem at an offset belongs to: in a value that goes on in further lines, its first. */
export type LineFinder = (offset: number) => number;

/** The comments of a document that hide problems, and which lines problems belong to. */
export interface IgnoreComments {
  readonly comments: readonly IgnoreComment[];
  readonly lineOf: LineFinder;
}

/**
 * Reads the comments that hide problems; undefined where there is none, which costs next to nothing. A comment hides
 * problems of its own line. One that has its line to itself hides those of the next line too; comments below it do not
 * part the two, so that a reason may be longer than a line and several ignores may stand above each other.
 */
export function ignoreComments(document: ConfigDocument): IgnoreComments | undefined {
  if (!document.comments.some(isIgnore)) return undefined;
  const lines = new LineIndex(document.text);
  const lineOf = lineFinder(document, lines);
  const targets = new Map<number, number>();
  const found: IgnoreComment[] = [];
  for (const comment of document.comments.toReversed()) {
    const first = lines.lineAt(comment.range.start);
    const last = lines.lineAt(comment.range.end);
    let own = [lineOf(comment.range.start), last];
    if (isAlone(document.text, comment.range, lines)) {
      const target = targets.get(last + 1) ?? last + 1;
      targets.set(first, target);
      own = [first, target];
    }
    if (isIgnore(comment)) {
      found.push({ comment, ...readIgnore(document.text, comment), lines: [...new Set(own)] });
    }
  }
  return { comments: found.reverse(), lineOf };
}

function isIgnore({ text }: Comment): boolean {
  // Another word may begin like ours.
  return text.startsWith(IGNORE_STARTER) && !/[\w-]/.test(text.charAt(IGNORE_STARTER.length));
}

/** An id, whether or not there is such a rule: whatever it is must be said to the one who wrote it. */
const ID = /[^\s,:*][^\s,:]*/y;
const SEPARATOR = /[ \t]*,[ \t]*/y;

function readIgnore(
  documentText: string,
  { text, range }: Comment,
): Omit<IgnoreComment, 'lines' | 'comment'> {
  const base = documentText.indexOf(IGNORE_STARTER, range.start);
  const ids: IgnoredId[] = [];
  let end = IGNORE_STARTER.length;
  let next = end;
  while (isBlank(text, next)) next++;
  for (;;) {
    ID.lastIndex = next;
    const id = ID.exec(text)?.[0];
    if (id === undefined) break;
    end = next + id.length;
    ids.push({ id, range: { start: base + next, end: base + end } });
    SEPARATOR.lastIndex = end;
    const separator = SEPARATOR.exec(text)?.[0];
    if (separator === undefined) break;
    next = end + separator.length;
  }
  const reason = text
    .slice(end)
    .replace(/^[\s,]*:?/, '')
    .trim();
  return { ids, idsEnd: base + end, textEnd: base + text.length, reason };
}

/** Whether nothing else stands on the lines of a comment. */
function isAlone(text: string, { start, end }: OffsetRange, lines: LineIndex): boolean {
  let before = start;
  while (isBlank(text, before - 1)) before--;
  let after = end;
  while (isBlank(text, after)) after++;
  return before === lines.lineStart(lines.lineAt(start)) && after === lines.lineEnd(lines.lineAt(end));
}

function isBlank(text: string, offset: number): boolean {
  const character = text[offset];
  return character === ' ' || character === '\t' || character === '\uFEFF';
}

/** No comment can stand between the lines of one value, so that all of them count as its entry's first. */
export function lineFinder(document: ConfigDocument, lines: LineIndex): LineFinder {
  const continued = document.scopes
    .flatMap(({ entries }) => (document.format === 'ini' ? entries : []))
    .filter(({ value }) => value?.gaps !== undefined)
    .map(({ range }) => range)
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = continued.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((continued[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const range = continued[low - 1];
    return lines.lineAt(range !== undefined && offset <= range.end ? range.start : offset);
  };
}
