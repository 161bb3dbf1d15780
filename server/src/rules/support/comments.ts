import type { Change } from '../../model/problem.ts';
import type { OffsetRange } from '../../text/range.ts';

/**
 * Takes a comment out of a text: with its line where it has one to itself, with the blanks before it behind something
 * else, and with those after it before something else. What is no comment stays as it is.
 */
export function removalOfComment(text: string, comment: OffsetRange): Change {
  let start = comment.start;
  while (isBlank(text[start - 1])) start--;
  let end = comment.end;
  while (isBlank(text[end])) end++;
  const beginsLine = isLineEdge(text[start - 1]);
  const endsLine = isLineEdge(text[end]);
  if (beginsLine && endsLine) {
    if (end < text.length) end += text.startsWith('\r\n', end) ? 2 : 1;
    // The last line goes with the break before it.
    else if (start > 0)
      start -= text.slice(0, start).endsWith('\r\n') ? 2 : text[start - 1] === BYTE_ORDER_MARK ? 0 : 1;
  } else if (beginsLine) {
    start = comment.start;
  } else if (!endsLine) {
    // Between two things: the blanks on one side are enough to part them.
    end = comment.end;
  }
  return { kind: 'replace-text', range: { start, end }, newText: '' };
}

const BYTE_ORDER_MARK = '\uFEFF';

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isLineEdge(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r' || character === BYTE_ORDER_MARK;
}
