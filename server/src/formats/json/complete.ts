import type { PlainValue } from '../../model/problem.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { EntryCompletion, GapCursor, KeyCursor, NewEntry, ValueCursor } from '../format.ts';
import { cursorAt, type JsonGap } from './cursor.ts';
import { type JsonDocument, JsonEntry, type JsonScope } from './document.ts';
import { encodeString } from './strings.ts';
import { type EntryStyle, rolesIn, styleOf, usualGaps } from './style.ts';
import { MISSING, NONE, type Tape } from './tape.ts';
import { commaAfter, skipTrivia } from './trivia.ts';
import { inTypeOf, notationFor, writeValue } from './values.ts';
import { type EntryTexts, typeOf, writeEntry, writeMembers } from './write-entry.ts';

/** Stands for the value while a snippet is made; no text that anybody types holds it. */
const HOLE = '\u0000';

/** Writes a whole entry into a gap, or the rest of one whose key is being typed. */
export function completeEntry(
  document: JsonDocument,
  cursor: KeyCursor | GapCursor,
  entry: NewEntry,
): EntryCompletion {
  if (cursor.kind === 'gap') return completeGap(document, asGap(document, cursor), entry);
  if (!(cursor.entry instanceof JsonEntry)) throw new TypeError('the cursor is of another format');
  return completeKey(document, cursor, cursor.entry, entry);
}

/** The gap with what `cursorAt` knows of it. */
function asGap(document: JsonDocument, cursor: GapCursor): JsonGap {
  if ('part' in cursor) return cursor as JsonGap;
  const found = cursorAt(document, cursor.range.end);
  if (found?.kind !== 'gap') throw new TypeError('the cursor is of another document');
  return found as JsonGap;
}

function completeGap(document: JsonDocument, gap: JsonGap, entry: NewEntry): EntryCompletion {
  const { text } = document;
  const { part, scope, range } = gap;
  const style = styleOf(document, scope, part);
  const texts = textsFor(scope, entry);
  const written = writeGap(gap, style, texts);
  const isTyped = text[range.start] === '"';
  const commas = commasFor(document, gap);
  const lead = commas.before === range.start ? `,${inOneLine(usualGaps(text).between)}` : '';
  return {
    range,
    snippet: snippetOf(lead + written + commas.after, scope, entry.value),
    filterText: isTyped ? texts.name : entry.name,
    additionalEdits:
      commas.before === undefined || commas.before === range.start ? [] : [comma(commas.before)],
  };
}

/** The commas that are missing round a gap: where before it, and what after it. */
function commasFor(
  { tape, text }: JsonDocument,
  { wants, previous, range }: JsonGap,
): { readonly before: number | undefined; readonly after: string } {
  if (wants !== 'entry') return { before: undefined, after: '' };
  const after = commaBefore(text, range.end);
  const end = previous === NONE ? -1 : tape.end(previous);
  if (end < 0) return { before: undefined, after };
  const found = commaAfter(text, end);
  return { before: found >= 0 && found < range.start ? undefined : end, after };
}

function writeGap({ wants, part }: JsonGap, style: EntryStyle, texts: EntryTexts): string {
  const { layout } = part;
  if (wants === 'entry' || layout.kind !== 'objects') return writeEntry(layout, style, texts);
  // The brackets and what is round them are there, perhaps in several lines: the members go into one.
  const inLine = { ...style, between: inOneLine(style.between) };
  if (wants === 'members') return writeMembers(layout, inLine, texts);
  const rest = writeMembers(layout, inLine, texts, ({ role }) => role !== 'key');
  return rest === '' ? texts.name : `${texts.name},${inLine.between}${rest}`;
}

function completeKey(
  document: JsonDocument,
  { range, entry: { keyRange } }: KeyCursor,
  entry: JsonEntry,
  fresh: NewEntry,
): EntryCompletion {
  const { tape } = document;
  const scope = document.scopes[entry.scope];
  if (scope === undefined) throw new TypeError('the cursor is of another document');
  const keyEnd = entry.keyNode === NONE ? tape.nameEnd(entry.node) : tape.end(entry.keyNode);
  // With its quotes where it has any: so do VS Code's own proposals for JSON, and an editor ranks by what is replaced.
  const start = keyRange.start === range.start ? keyStart(tape, entry) : range.start;
  const name = JSON.stringify(fresh.name);
  const rest = restOfEntry(document, scope, entry, fresh);
  return {
    range: { start, end: Math.max(range.end, keyEnd) },
    snippet: snippetOf(name + rest, scope, fresh.value),
    filterText: name,
  };
}

function keyStart(tape: Tape, entry: JsonEntry): number {
  return entry.keyNode === NONE ? tape.nameStart(entry.node) : tape.start(entry.keyNode);
}

/** What must follow a key's name to make it a whole entry; nothing where the entry has a value already. */
function restOfEntry(document: JsonDocument, scope: JsonScope, entry: JsonEntry, fresh: NewEntry): string {
  const { tape, text } = document;
  const { node } = entry;
  const { layout } = entry.part;
  const style = styleOf(document, scope, entry.part);
  const texts = textsFor(scope, fresh);
  switch (layout.kind) {
    case 'members':
    case 'member-objects': {
      const isBare = tape.kind(node) === MISSING && tape.end(node) === tape.nameEnd(node);
      if (!isBare) return '';
      return writeEntry(layout, style, { ...texts, name: '' }) + commaBefore(text, tape.end(node));
    }
    case 'objects':
    case 'object': {
      if (entry.valueNode !== NONE) return '';
      const present = rolesIn(tape, node, layout);
      const inLine = { ...style, between: inOneLine(style.between) };
      const members = writeMembers(layout, inLine, texts, ({ role }) => !present.has(role));
      const end = tape.isOpen(node) ? `${inOneLine(style.close)}}${commaBefore(text, tape.end(node))}` : '';
      return `,${inLine.between}${members}${end}`;
    }
    case 'pairs':
      return entry.valueNode === NONE ? `,${inOneLine(style.between)}${texts.value}` : '';
    case 'listed':
      return '';
  }
}

function inOneLine(gap: string): string {
  return gap.includes('\n') ? ' ' : gap;
}

/** A comma where another item or member follows at once. */
function commaBefore(text: string, offset: number): string {
  const next = text[skipTrivia(text, offset)];
  return next === undefined || next === ',' || next === ']' || next === '}' ? '' : ',';
}

/** A value between quotes that are there, or with those that it needs. */
export function completeValue(document: JsonDocument, cursor: ValueCursor, value: PlainValue): string {
  const { tape, text } = document;
  const { entry, range, insideQuotes } = cursor;
  const scope = document.scopes[cursor.scope.index];
  if (!(entry instanceof JsonEntry) || scope === undefined)
    throw new TypeError('the cursor is of another document');
  if (insideQuotes) return encodeString(String(value)) + (tape.isOpen(entry.valueNode) ? '"' : '');
  const written = writeValue(inTypeOf(value, entry.value), notationFor(scope, entry));
  return range.start === range.end && text[range.start - 1] === ':' ? ` ${written}` : written;
}

function textsFor(scope: JsonScope, { name, value }: NewEntry): EntryTexts {
  const isQuoted = writeValue(value, notationFor(scope, undefined)).startsWith('"');
  return { name: JSON.stringify(name), value: isQuoted ? `"${HOLE}"` : HOLE, type: typeOf(value) };
}

/** A text as a snippet in which the value is the first tab stop. */
function snippetOf(written: string, scope: JsonScope, value: PlainValue): string {
  const notation = writeValue(value, notationFor(scope, undefined));
  const bare = notation.startsWith('"') ? notation.slice(1, -1) : notation;
  const stop = bare === '' ? '$1' : `\${1:${escapeSnippet(bare).replaceAll('}', '\\}')}}`;
  return written.split(HOLE).map(escapeSnippet).join(stop);
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

function comma(offset: number): TextEdit {
  return { range: { start: offset, end: offset }, newText: ',' };
}
