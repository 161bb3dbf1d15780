import { format } from 'jsonc-parser';
import type { TextEdit } from '../../text/edits.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { TextLayout } from '../layout.ts';
import type { JsonDocument } from './document.ts';
import { lineBreakOf } from './style.ts';
import { NONE } from './tape.ts';

/**
 * The edits that give a file, or the lines of a range, tidy white space. Line breaks stay where they are as soon as
 * entries stand on lines of their own: a key list with an entry on each line is easier to read than one with five.
 */
export function formatWhiteSpace(
  document: JsonDocument,
  { tabSize, insertSpaces, insertFinalNewline }: TextLayout,
  range: OffsetRange | undefined,
): TextEdit[] {
  const { text } = document;
  const part = range && { offset: range.start, length: range.end - range.start };
  const edits = format(text, part, {
    tabSize,
    insertSpaces,
    insertFinalNewline,
    eol: lineBreakOf(text),
    keepLines: hasEntriesInLines(document),
  });
  return edits.flatMap(({ offset, length, content }) =>
    length === 0 && content === ' ' && isInsideBracket(text, offset)
      ? []
      : [{ range: { start: offset, end: offset + length }, newText: content }],
  );
}

/** Whether a place is right behind `[` or before `]`, or between `{` and `}`: nobody needs a blank there. */
function isInsideBracket(text: string, offset: number): boolean {
  const [before, behind] = [text[offset - 1], text[offset]];
  return before === '[' || behind === ']' || (before === '{' && behind === '}');
}

/** Whether the entries of any list or map begin on different lines. */
function hasEntriesInLines({ tape, text, scopes }: JsonDocument): boolean {
  return scopes.some(({ parts }) =>
    parts.some(({ node }) => {
      const first = tape.firstChild(node);
      const second = first === NONE ? NONE : tape.nextSibling(first);
      return second !== NONE && /[\r\n]/.test(text.slice(tape.end(first), tape.fullStart(second)));
    }),
  );
}
