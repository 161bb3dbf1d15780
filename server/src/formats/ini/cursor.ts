import type { ConfigDocument, ConfigEntry, ConfigScope } from '../../model/document.ts';
import type { PlainValue } from '../../model/problem.ts';
import { type OffsetRange, touches } from '../../text/range.ts';
import type { Cursor, EntryCompletion, GapCursor, KeyCursor, NewEntry, ValueCursor } from '../format.ts';
import { afterByteOrderMark, isBlank, lineEnd, lineStart, skipBlanks } from './characters.ts';
import { type IniDocument, iniDocument, type SectionPart } from './document.ts';
import { entryLine, styleOf, writtenValue } from './edits.ts';
import { type EntryLine, readLine } from './lines.ts';
import { sectionRole } from './section-names.ts';

/** What the text at an offset is part of; undefined in comments, headers and sections of another program. */
export function cursorAt(document: ConfigDocument, offset: number): Cursor | undefined {
  const ini = iniDocument(document);
  const part = partAt(ini, offset);
  const scope = part?.scope === undefined ? undefined : ini.scopes[part.scope];
  if (part === undefined || scope === undefined) return undefined;
  const entry = entryAt(ini, part, scope, offset);
  if (entry !== undefined) return cursorInEntry(ini, scope, entry, offset);
  if (scope.keysAre === 'other') return undefined;
  const range = gapAt(ini, offset);
  return range === undefined ? undefined : { kind: 'gap', scope, range, section: profileSection(ini, part) };
}

/**
 * The name of a section that holds the keys of one feature profile, beside others for the rest. A section of any other
 * kind takes every key.
 */
function profileSection({ parts }: IniDocument, { name, scope }: SectionPart): string | undefined {
  if (sectionRole(name) !== 'profile') return undefined;
  return parts.some((part) => part.scope === scope && part.name !== name) ? name : undefined;
}

/** The section that an offset is in. The end of the text belongs to the last one. */
function partAt({ parts }: IniDocument, offset: number): SectionPart | undefined {
  return parts[lastIndexFrom(0, parts.length, (index) => (parts[index]?.start ?? 0) <= offset)];
}

/** The entry whose line, with the lines that continue it, an offset is on. */
function entryAt(
  document: IniDocument,
  { entries }: SectionPart,
  scope: ConfigScope,
  offset: number,
): ConfigEntry | undefined {
  // The entry's key may begin behind the offset, on the same line.
  const end = lineEnd(document.text, offset);
  const startsBefore = (at: number): boolean => (scope.entries[at]?.range.start ?? 0) <= end;
  const entry = scope.entries[lastIndexFrom(entries.start, entries.end, startsBefore)];
  if (entry === undefined) return undefined;
  const line = entryLine(document, entry);
  return line.start <= offset && offset <= line.end ? entry : undefined;
}

/** The last index from `start` up to `end` for which a condition holds that holds for all before it; else -1. */
function lastIndexFrom(start: number, end: number, holds: (index: number) => boolean): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low > start ? low - 1 : -1;
}

function cursorInEntry(
  document: IniDocument,
  scope: ConfigScope,
  entry: ConfigEntry,
  offset: number,
): KeyCursor | ValueCursor | undefined {
  if (touches(entry.keyRange, offset)) return { kind: 'key', scope, entry, range: entry.keyRange };
  const line = entryLine(document, entry);
  if (offset <= line.separator) return undefined;
  const range = valueRangeAt(document.text, line, offset);
  if (range === undefined) return undefined;
  const insideQuotes = line.quote === undefined || range === line.value.range;
  return { kind: 'value', scope, entry, range, insideQuotes };
}

/** The value that the cursor touches, with its quotes where the cursor is outside of them; the cursor's own place where none is written yet. */
function valueRangeAt(text: string, line: EntryLine, offset: number): OffsetRange | undefined {
  const { range, fullRange } = line.value;
  if (touches(range, offset) && fullRange.start < fullRange.end) return range;
  if (fullRange.start < fullRange.end) return touches(fullRange, offset) ? fullRange : undefined;
  const end = line.comment === undefined ? line.end : line.comment.range.start - 1;
  if (offset > end || skipBlanks(text, line.separator + 1, offset) < offset) return undefined;
  return { start: offset, end: offset };
}

/** On a blank line, or on a word that may become a key: what is typed of it is the gap's range. */
function gapAt({ text, flavour }: IniDocument, offset: number): OffsetRange | undefined {
  const line = readLine(text, lineStart(text, offset), flavour);
  if (offset > line.end || offset < line.start) return undefined;
  if (line.kind === 'blank') {
    const isBeforeText = offset < afterByteOrderMark(text, line.start);
    return isBeforeText ? undefined : { start: offset, end: offset };
  }
  if (line.kind !== 'unreadable' || line.reason !== 'no-separator') return undefined;
  const word = lastWord(text, line.content);
  // Words before it make it a sentence, not a key being typed.
  const isAlone = /^(?:export[ \t]+)?$/.test(text.slice(line.content.start, word.start));
  return isAlone && touches(word, offset) ? word : undefined;
}

function lastWord(text: string, { start, end }: OffsetRange): OffsetRange {
  let from = end;
  while (from > start && !isBlank(text.charCodeAt(from - 1))) from--;
  return { start: from, end };
}

/**
 * Writes a whole entry into a gap, in the style of the scope's others. On the key of an entry that has a value only the
 * key is replaced, since the value may be what the user wants to keep.
 */
export function completeEntry(
  document: ConfigDocument,
  cursor: KeyCursor | GapCursor,
  entry: NewEntry,
): EntryCompletion {
  const ini = iniDocument(document);
  if (cursor.kind === 'gap') return completeGap(ini, cursor, entry);
  const { value, key } = entryLine(ini, cursor.entry);
  if (value.fullRange.start < value.fullRange.end) {
    return { range: cursor.range, snippet: escapeSnippet(entry.name), filterText: entry.name };
  }
  const lead = entry.name + ini.text.slice(key.end, value.range.start);
  return {
    range: { start: cursor.range.start, end: value.range.start },
    snippet: snippetFor(ini, lead, entry, undefined),
    filterText: entry.name,
  };
}

function completeGap(document: IniDocument, cursor: GapCursor, entry: NewEntry): EntryCompletion {
  const { text } = document;
  const style = styleOf(document, cursor.scope);
  const isLineEmpty = isAtLineStart(text, cursor.range.start);
  const lead = `${isLineEmpty ? style.before : ''}${entry.name}${style.separator}`;
  return {
    range: cursor.range,
    snippet: snippetFor(document, lead, entry, style.quote),
    filterText: entry.name,
  };
}

function isAtLineStart(text: string, offset: number): boolean {
  return offset === afterByteOrderMark(text, lineStart(text, offset));
}

/** The value is a tab stop of its own, without its quotes, so that typing replaces it. */
function snippetFor(
  document: IniDocument,
  lead: string,
  { value }: NewEntry,
  quote: '"' | "'" | undefined,
): string {
  const written = writtenValue(document, value, { lead, quote }) ?? String(value);
  const isQuoted = written !== String(value) && /^(["']).*\1$/s.test(written);
  const quotes = isQuoted ? written.charAt(0) : '';
  const bare = isQuoted ? written.slice(1, -1) : written;
  return `${escapeSnippet(lead)}${quotes}\${1:${escapeSnippet(bare)}}${quotes}`;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A value as the place needs it: bare between quotes that are there, else in quotes only if it needs them. */
export function completeValue(document: ConfigDocument, cursor: ValueCursor, value: PlainValue): string {
  const ini = iniDocument(document);
  const line = entryLine(ini, cursor.entry);
  const lead = ini.text.slice(line.start, cursor.range.start);
  if (line.quote !== undefined && cursor.insideQuotes) return writtenBetweenQuotes(ini, value, line.quote);
  const written = writtenValue(ini, value, { lead, quote: line.quote }) ?? String(value);
  // `key =` gets the blank on its other side as well.
  const wantsBlank =
    cursor.range.start === line.separator + 1 && isBlank(ini.text.charCodeAt(line.separator - 1));
  const isEmpty = cursor.range.start === cursor.range.end;
  return wantsBlank && isEmpty ? ` ${written}` : written;
}

function writtenBetweenQuotes(document: IniDocument, value: PlainValue, quote: '"' | "'"): string {
  const written = writtenValue(document, value, { lead: 'key=', quote });
  return written?.startsWith(quote) ? written.slice(1, -1) : String(value);
}
