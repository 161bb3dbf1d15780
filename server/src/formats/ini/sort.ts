import type { ConfigDocument, ConfigEntry, ConfigScope } from '../../model/document.ts';
import type { TextEdit } from '../../text/edits.ts';
import { type EntryOrder, inOrder } from '../entry-order.ts';
import { afterByteOrderMark, isLineBreak } from './characters.ts';
import { iniDocument, type SectionPart } from './document.ts';
import { lineBreakOf } from './edits.ts';
import { type IniLine, linesOf } from './lines.ts';

/**
 * The edits that put the entries of a scope in order, each within its section, with the comments above it and behind it.
 * A blank line stands between groups and nowhere else among the entries. What stands at the beginning of a section and
 * is set apart by a blank line stays there, and so does what follows the last entry.
 */
export function sortEntries(document: ConfigDocument, scope: ConfigScope, order: EntryOrder): TextEdit[] {
  const ini = iniDocument(document);
  const { text, flavour } = ini;
  const own = ini.parts.filter(
    ({ scope: of, entries }) => of === scope.index && entries.end - entries.start > 1,
  );
  if (own.length === 0) return [];
  const lines = linesOf(text, flavour);
  return own.flatMap((part) => {
    const inPart = linesUntil(lines, part);
    const blocks = blocksOf(text, inPart, entriesOf(scope, part), order);
    const sorted = inOrder(blocks, order);
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (sorted === undefined || first === undefined || last === undefined) return [];
    const lineBreak = lineBreakOf(text);
    const written = sorted.map((block, index) => {
      const before = sorted[index - 1];
      const isApart = before !== undefined && !order.isSameGroup(before.entry, block.entry);
      return (isApart ? lineBreak : '') + ended(block.text, lineBreak);
    });
    // A last line without a line break stays one.
    const endsBare = !isLineBreak(text.charCodeAt(last.end - 1));
    const all = written.join('');
    const newText = endsBare ? all.slice(0, all.length - lineBreakLength(all)) : all;
    return [{ range: { start: first.start, end: last.end }, newText }];
  });
}

/** The lines of a part, read on from where the part before it ended. */
function linesUntil(lines: Iterator<IniLine, void, void>, { start, end }: SectionPart): readonly IniLine[] {
  const inPart: IniLine[] = [];
  for (let next = lines.next(); !next.done; next = lines.next()) {
    if (next.value.start >= start) inPart.push(next.value);
    if (next.value.next >= end) break;
  }
  return inPart;
}

/** An entry with the lines that belong to it. */
interface Block {
  readonly entry: ConfigEntry;
  readonly start: number;
  readonly end: number;
  /** From `start` to `end`, without blank lines at its beginning. */
  readonly text: string;
}

function entriesOf({ entries }: ConfigScope, part: SectionPart): ReadonlyMap<number, ConfigEntry> {
  return new Map(
    entries
      .slice(part.entries.start, part.entries.end)
      .map((entry) => [entry.keyRange.start, entry] as const),
  );
}

/** The blocks of a section: together they cover all from the first block's beginning to the last entry's line. */
function blocksOf(
  text: string,
  lines: readonly IniLine[],
  entries: ReadonlyMap<number, ConfigEntry>,
  order: EntryOrder,
): readonly Block[] {
  const blocks: Block[] = [];
  let pending: IniLine[] = [];
  for (const line of lines) {
    if (line.kind === 'section') continue;
    const entry = line.kind === 'entry' ? entries.get(line.key.start) : undefined;
    if (entry !== undefined) {
      const above = blocks.length === 0 ? pending.slice(lastOfTop(pending, order) + 1) : pending;
      const firstLine = above.find(({ kind }) => kind !== 'blank') ?? line;
      const start = blocks.at(-1)?.end ?? afterByteOrderMark(text, firstLine.start);
      const contents = text.slice(afterByteOrderMark(text, firstLine.start), line.next);
      blocks.push({ entry, start, end: line.next, text: contents });
      pending = [];
    } else if (line.kind === 'unreadable' && blocks.length > 0 && pending.length === 0) {
      // Some readers take such a line for the rest of the value above.
      const above = blocks.pop() as Block;
      blocks.push({ ...above, end: line.next, text: above.text + text.slice(line.start, line.next) });
    } else {
      pending.push(line);
    }
  }
  return blocks;
}

/** The last of the lines that belong to no entry: a blank line parts them from the comments of the first one. */
function lastOfTop(lines: readonly IniLine[], { isAboutFile }: EntryOrder): number {
  return lines.findLastIndex(
    (line) => line.kind === 'blank' || (line.kind === 'comment' && isAboutFile(line.comment)),
  );
}

function ended(text: string, lineBreak: string): string {
  return isLineBreak(text.charCodeAt(text.length - 1)) ? text : text + lineBreak;
}

function lineBreakLength(text: string): number {
  return text.endsWith('\r\n') ? 2 : 1;
}
