import { smallestEdit, type TextEdit } from '../text/edits.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';

/**
 * Edits that do the same and each stay within a line where that is possible, with words replaced as a whole: an
 * editor that shows them one by one then shows one changed value in each row. Lines are paired from the top; what is
 * left over is inserted or deleted behind them.
 */
export function cutIntoLines(text: string, lines: LineIndex, edits: readonly TextEdit[]): TextEdit[] {
  return edits.flatMap((edit) => cutEdit(text, toWholeLines(text, lines, edit)));
}

function toWholeLines(text: string, lines: LineIndex, { range, newText }: TextEdit): TextEdit {
  const start = lines.lineStart(lines.lineAt(range.start));
  const end = lines.lineStart(lines.lineAt(range.end) + 1);
  return {
    range: { start, end },
    newText: text.slice(start, range.start) + newText + text.slice(range.end, end),
  };
}

function cutEdit(text: string, { range, newText }: TextEdit): TextEdit[] {
  const old = linesOf(text.slice(range.start, range.end));
  const fresh = linesOf(newText);
  const pairs = Math.min(old.length, fresh.length);
  const cut: TextEdit[] = [];
  let start = range.start;
  for (let index = 0; index < pairs; index++) {
    const replaced = old[index] ?? '';
    const written = fresh[index] ?? '';
    const line = { start, end: start + replaced.length };
    if (replaced !== written) cut.push(wholeWords(text, line, smallestEdit(text, line, written)));
    start = line.end;
  }
  const rest = { range: { start, end: range.end }, newText: fresh.slice(pairs).join('') };
  return rest.range.end === start && rest.newText === '' ? cut : [...cut, rest];
}

/** `1̶60` says less than `1̶0̶60`. What is only added or taken away stays as it is. */
function wholeWords(text: string, line: OffsetRange, edit: TextEdit): TextEdit {
  let { start, end } = edit.range;
  if (start === end || edit.newText === '') return edit;
  while (start > line.start && isWordCharacter(text[start - 1])) start--;
  while (end < line.end && isWordCharacter(text[end])) end++;
  return {
    range: { start, end },
    newText: text.slice(start, edit.range.start) + edit.newText + text.slice(edit.range.end, end),
  };
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Lines with their line breaks; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
