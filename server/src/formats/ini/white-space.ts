import type { ConfigDocument } from '../../model/document.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { TextLayout } from '../layout.ts';
import { afterByteOrderMark, skipBlanks, skipBlanksBack } from './characters.ts';
import { type IniDocument, iniDocument } from './document.ts';
import { lineBreakOf } from './edits.ts';
import { lineIndentation } from './line-indentation.ts';
import { type EntryLine, type IniLine, linesOf, readLine } from './lines.ts';
import { separatorBlanks } from './separator-blanks.ts';

/**
 * The edits that give a file, or the lines of a range, tidy white space: indentation, blanks round separators, blanks at
 * the ends of lines, one blank line at most and one before a section. Whatever a reader may take for a part of a value
 * stays: for open-ocpp all blanks in the line of an entry, in `.properties` those at its end.
 */
export function formatWhiteSpace(
  document: ConfigDocument,
  layout: TextLayout,
  range: OffsetRange | undefined,
): TextEdit[] {
  const ini = iniDocument(document);
  const lines = [...linesOf(ini.text, ini.flavour)];
  const isMeant = (line: IniLine): boolean =>
    range === undefined || (line.start <= range.end && line.next > range.start);
  const removed = superfluousLines(lines);
  const inside = insideLine(ini, lines, layout);
  const edits: TextEdit[] = [];
  for (const [index, line] of lines.entries()) {
    if (!isMeant(line)) continue;
    const start = afterByteOrderMark(ini.text, line.start);
    if (removed.has(line)) {
      if (line.next > start) edits.push({ range: { start, end: line.next }, newText: '' });
      continue;
    }
    if (beginsSection(lines, index)) {
      edits.push({ range: { start, end: start }, newText: lineBreakOf(ini.text) });
    }
    edits.push(...inside(line));
  }
  const last = lines.findLast((line) => !removed.has(line));
  if (layout.insertFinalNewline && last !== undefined && isMeant(last) && last.next === last.end) {
    edits.push({ range: { start: last.end, end: last.end }, newText: lineBreakOf(ini.text) });
  }
  return edits;
}

/** Makes the edits within one line: replacements of blanks by other blanks. */
function insideLine(
  ini: IniDocument,
  lines: readonly IniLine[],
  layout: TextLayout,
): (line: IniLine) => readonly TextEdit[] {
  const { text } = ini;
  const isLiteral = ini.reading === 'literal';
  const indentationOf = lineIndentation(ini, lines, layout);
  const blanksOf = separatorBlanks(ini, lines, layout.separators);
  return (line) => {
    const wanted: TextEdit[] = [];
    const set = (start: number, end: number, newText: string): void => {
      if (text.slice(start, end) !== newText) wanted.push({ range: { start, end }, newText });
    };
    const start = afterByteOrderMark(text, line.start);
    const content = skipBlanks(text, start, line.end);
    const indentation = indentationOf(line);
    if (indentation !== undefined && content < line.end) set(start, content, indentation);
    const blanks = line.kind === 'entry' ? blanksOf(line) : undefined;
    if (line.kind === 'entry' && blanks !== undefined) {
      const { fullRange } = line.value;
      set(line.key.end, line.separator, blanks.before);
      if (fullRange.start < fullRange.end) set(line.separator + 1, fullRange.start, blanks.after);
    }
    if (endsFreely(line, isLiteral || ini.flavour === 'properties')) {
      // An entry without a value keeps what stands before its place: it may be the blank of a separator.
      const end = skipBlanksBack(text, line.kind === 'entry' ? line.separator + 1 : start, line.end);
      set(Math.max(end, start), line.end, '');
    }
    return line.kind !== 'entry' || saysTheSame(ini, { line, start }, wanted) ? wanted : [];
  };
}

/** Whether an entry means the same after some edits: a blank can make a comment of a value that begins with `#`. */
function saysTheSame(
  { text, flavour }: IniDocument,
  { line, start }: { readonly line: EntryLine; readonly start: number },
  edits: readonly TextEdit[],
): boolean {
  const moved = edits.map(({ range, newText }) => ({
    range: { start: range.start - start, end: range.end - start },
    newText,
  }));
  const edited = applyEdits(text.slice(start, line.next), moved);
  const read = readLine(edited, 0, flavour);
  return (
    read.kind === 'entry' &&
    read.next === edited.length &&
    read.name === line.name &&
    read.value.text === line.value.text &&
    read.comment?.text === line.comment?.text
  );
}

/** Whether blanks at the end of a line mean nothing to whoever reads it. */
function endsFreely({ kind }: IniLine, valuesEndWithLine: boolean): boolean {
  if (kind === 'entry') return !valuesEndWithLine;
  return kind !== 'unreadable';
}

/** Blank lines behind another one, and those at the beginning and the end of the file. */
function superfluousLines(lines: readonly IniLine[]): ReadonlySet<IniLine> {
  const superfluous = new Set<IniLine>();
  let blanks: IniLine[] = [];
  let isFirst = true;
  for (const line of lines) {
    if (line.kind === 'blank') {
      blanks.push(line);
      continue;
    }
    for (const blank of isFirst ? blanks : blanks.slice(1)) superfluous.add(blank);
    blanks = [];
    isFirst = false;
  }
  for (const blank of blanks) superfluous.add(blank);
  return superfluous;
}

/** Whether a section begins with a line that no blank one stands before: with its header, or the comments right above. */
function beginsSection(lines: readonly IniLine[], index: number): boolean {
  const previous = lines[index - 1];
  if (previous === undefined || previous.kind === 'blank' || previous.kind === 'comment') return false;
  let next = index;
  while (lines[next]?.kind === 'comment') next++;
  return lines[next]?.kind === 'section';
}
