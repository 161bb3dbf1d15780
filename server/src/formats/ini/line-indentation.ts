import type { TextLayout } from '../layout.ts';
import { skipBlanks } from './characters.ts';
import type { IniDocument } from './document.ts';
import type { EntryLine, IniLine } from './lines.ts';

/**
 * Tells how far each line is to be indented; undefined where it must stay as it is. Headers are not indented; entries in
 * a section are, all alike, where most of the file's are.
 *
 * Some readers, Python's among them, take a line that is indented deeper than the entry above for the rest of its value.
 * A section with such a line keeps its indentation as a whole; and so do open-ocpp's files, in which blanks before a key
 * belong to the key.
 */
export function lineIndentation(
  { text, flavour, reading }: IniDocument,
  lines: readonly IniLine[],
  { insertSpaces, tabSize }: TextLayout,
): (line: IniLine) => string | undefined {
  if (reading === 'literal') return (line) => (line.kind === 'section' ? '' : undefined);
  const depthOf = (line: IniLine): number => skipBlanks(text, line.start, line.end) - line.start;
  const sections = inSections(lines);
  const entries = sections.flatMap(({ lines: own, hasHeader }) => (hasHeader ? own.filter(isEntry) : []));
  const isIndented = entries.filter((line) => depthOf(line) > 0).length * 2 > entries.length;
  const step = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const wanted = new Map<IniLine, string>();
  for (const { lines: own, hasHeader } of sections) {
    if (flavour === 'ini' && mayContinueValues(own, depthOf)) continue;
    const indentation = isIndented && hasHeader ? step : '';
    // Comments behind the last entry may already be about the next section.
    const last = own.findLastIndex(isEntry);
    for (const [index, line] of own.entries()) {
      if (line.kind === 'section') wanted.set(line, '');
      else if (line.kind === 'entry') wanted.set(line, indentation);
      else if (line.kind === 'comment') wanted.set(line, index < last ? indentation : '');
    }
  }
  return (line) => wanted.get(line);
}

interface Section {
  readonly hasHeader: boolean;
  readonly lines: IniLine[];
}

function inSections(lines: readonly IniLine[]): readonly Section[] {
  const sections: Section[] = [{ hasHeader: false, lines: [] }];
  for (const line of lines) {
    if (line.kind === 'section') sections.push({ hasHeader: true, lines: [] });
    sections.at(-1)?.lines.push(line);
  }
  return sections;
}

/** Whether a line is indented deeper than the entry before it. */
function mayContinueValues(lines: readonly IniLine[], depthOf: (line: IniLine) => number): boolean {
  let depth: number | undefined;
  for (const line of lines) {
    if (line.kind !== 'entry' && line.kind !== 'unreadable') continue;
    if (depth !== undefined && depthOf(line) > depth) return true;
    if (line.kind === 'entry') depth = depthOf(line);
  }
  return false;
}

function isEntry(line: IniLine): line is EntryLine {
  return line.kind === 'entry';
}
