import type { TextEdit } from '../../text/edits.ts';
import type { NewEntry } from '../format.ts';
import type { JsonDocument, JsonScope } from './document.ts';
import type { Part } from './layout.ts';
import { indentationStep, lineBreakOf, styleOf, usualGaps } from './style.ts';
import { NONE, type Node } from './tape.ts';
import {
  commaAfter,
  indentationAt,
  isBlankBetween,
  isLineBreak,
  lineEnd,
  lineStart,
  skipBlanks,
  skipBlanksBack,
} from './trivia.ts';
import { notationFor, writeValue } from './values.ts';
import { placed, typeOf, writeEntry } from './write-entry.ts';

/** The edits that add an entry to a scope, after the last one of its part and written like it. */
export function insertEntry(document: JsonDocument, scope: JsonScope, entry: NewEntry): TextEdit[] {
  const { tape } = document;
  const part = partFor(scope, entry);
  if (part === undefined || part.layout.kind === 'object' || part.layout.kind === 'listed') return [];
  // In a text without its brackets nobody knows where the new entry would end up.
  if (tape.isOpen(part.node)) return [];
  const last = tape.lastChild(part.node);
  if (last === NONE) return insertFirst(document, scope, part, entry);
  return tape.isOpen(last) ? [] : insertAfter(document, scope, part, last, entry);
}

/** The part that the entry belongs to: the one of its section, else the scope's main one. */
function partFor({ parts, mainPart }: JsonScope, { section }: NewEntry): Part | undefined {
  return parts.find((part) => section !== undefined && part.section === section) ?? parts[mainPart];
}

function entryText(document: JsonDocument, scope: JsonScope, part: Part, { name, value }: NewEntry): string {
  return writeEntry(part.layout, styleOf(document, scope, part), {
    name: JSON.stringify(name),
    value: writeValue(value, notationFor(scope, undefined)),
    type: typeOf(value),
  });
}

function insertAfter(
  document: JsonDocument,
  scope: JsonScope,
  part: Part,
  last: Node,
  entry: NewEntry,
): TextEdit[] {
  const { tape, text } = document;
  const lineBreak = lineBreakOf(text);
  const end = tape.end(last);
  const indentation = indentationAt(text, tape.fullStart(last));
  const separator = placed(separatorBefore(document, last), lineBreak, indentation);
  const newText = separator + placed(entryText(document, scope, part, entry), lineBreak, indentation);
  const comma = commaAfter(text, end);
  const from = comma < 0 ? end : comma + 1;
  const place = separator.includes(lineBreak) ? afterComment(text, from) : from;
  // A trailing comma is a habit to keep.
  if (comma >= 0) return [insert(place, `${newText},`)];
  if (place === end) return [insert(end, `,${newText}`)];
  return [insert(end, ','), insert(place, newText)];
}

/** What separates the last item from the one before it, after the comma. */
function separatorBefore({ tape, text }: JsonDocument, last: Node): string {
  const start = tape.fullStart(last);
  if (indentationAt(text, start).length === start - lineStart(text, start)) return '\n';
  if (tape.firstChild(tape.parent(last)) === last) return usualGaps(text).between;
  return text.slice(skipBlanksBack(text, start), start);
}

/** The place after the comments on the rest of a line; they belong to what stands before them. */
function afterComment(text: string, offset: number): number {
  let place = offset;
  for (;;) {
    const next = skipBlanks(text, place);
    if (text.startsWith('//', next)) return lineEnd(text, next);
    if (!text.startsWith('/*', next)) return isLineBreak(text.charCodeAt(next)) ? place : offset;
    const end = text.indexOf('*/', next) + 2;
    if (end < next || lineEnd(text, next) < end) return offset;
    place = end;
  }
}

function insertFirst(document: JsonDocument, scope: JsonScope, part: Part, entry: NewEntry): TextEdit[] {
  const { tape, text } = document;
  const start = tape.start(part.node) + 1;
  const end = tape.end(part.node) - 1;
  const written = entryText(document, scope, part, entry);
  const lineBreak = lineBreakOf(text);
  const outer = indentationAt(text, tape.fullStart(part.node));
  const inner = outer + indentationStep(text);
  const block = lineBreak + inner + placed(written, lineBreak, inner);
  if (!isBlankBetween(text, start, end)) {
    // A comment alone in the list stays before the new entry.
    return [{ range: { start: skipSpaceBack(text, end), end }, newText: `${block}${lineBreak}${outer}` }];
  }
  const isOnOneLine = !text.includes(lineBreak);
  const { open, close } = usualGaps(text);
  const newText = isOnOneLine ? `${open}${written}${close}` : `${block}${lineBreak}${outer}`;
  return [{ range: { start, end }, newText }];
}

function skipSpaceBack(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

function insert(place: number, newText: string): TextEdit {
  return { range: { start: place, end: place }, newText };
}
