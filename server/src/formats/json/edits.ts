import { type EntryValue, offsetInValue } from '../../model/document.ts';
import type { PlainValue } from '../../model/problem.ts';
import { smallestEdit, type TextEdit } from '../../text/edits.ts';
import type { JsonDocument, JsonEntry, JsonScope } from './document.ts';
import { encodeString } from './strings.ts';
import { styleOf } from './style.ts';
import { MISSING, NONE, OBJECT, STRING } from './tape.ts';
import { inTypeOf, notationFor, writeValue } from './values.ts';

/** The edit that gives an entry another value, or its first one. */
export function setValue(document: JsonDocument, entry: JsonEntry, value: PlainValue): TextEdit[] {
  const { tape, text } = document;
  const scope = document.scopes[entry.scope];
  if (scope === undefined) return [];
  const old = entry.value;
  const notation = notationFor(scope, entry);
  const newText = writeValue(inTypeOf(value, old), notation);
  const node = entry.valueNode;
  if (node === NONE) return addValue(document, scope, entry, newText);
  if (tape.kind(node) === MISSING) return [fillMissing(text, tape.start(node), newText)];
  if (old?.kind === 'string' && newText.startsWith('"') && !tape.isOpen(node)) {
    return changeString(text, old, String(value));
  }
  return edit(text, tape.start(node), tape.end(node), newText);
}

/** Changes what a string says where it differs; the escapes of the rest stay as they are. */
function changeString(text: string, old: EntryValue, newText: string): TextEdit[] {
  const { range, newText: middle } = smallestEdit(old.text, { start: 0, end: old.text.length }, newText);
  if (range.start === range.end && middle === '') return [];
  if (offsetInValue(text, old, old.text.length) !== old.range.end) {
    return edit(text, old.fullRange.start, old.fullRange.end, JSON.stringify(newText));
  }
  const start = offsetInValue(text, old, range.start);
  const end = offsetInValue(text, old, range.end);
  return [{ range: { start, end }, newText: encodeString(middle) }];
}

/** Adds the member for the value to an entry's object, after the one for the key or, in a map, as the first. */
function addValue(document: JsonDocument, scope: JsonScope, entry: JsonEntry, newText: string): TextEdit[] {
  const { tape } = document;
  const { layout } = entry.part;
  const after = entry.keyNode === NONE ? tape.lastChild(entry.node) : entry.keyNode;
  if (layout.kind === 'pairs') return [insertAt(tape.end(entry.keyNode), `, ${newText}`)];
  if (!('order' in layout) || tape.kind(entry.node) !== OBJECT || tape.isOpen(entry.node)) return [];
  const style = styleOf(document, scope, entry.part);
  const member = `"${layout.value}"${style.colon}${newText}`;
  if (after === NONE) return [insertAt(tape.start(entry.node) + 1, style.open + member + style.close)];
  const first = tape.fullStart(tape.firstChild(entry.node));
  const blanks = document.text.slice(tape.start(entry.node) + 1, first);
  const separator =
    /^\s*$/.test(blanks) && /[\r\n]/.test(blanks)
      ? blanks
      : style.between.includes('\n')
        ? ' '
        : style.between;
  return [insertAt(tape.end(after), `,${separator}${member}`)];
}

/** The edits that name an entry's key differently, wherever the entry names it. */
export function renameKey({ tape, text }: JsonDocument, entry: JsonEntry, name: string): TextEdit[] {
  const encoded = JSON.stringify(name);
  const { node, keyNode } = entry;
  if (keyNode !== NONE) return edit(text, tape.start(keyNode), tape.end(keyNode), encoded);
  const { layout } = entry.part;
  const again = layout.kind === 'member-objects' ? layout.key : undefined;
  const copy = again === undefined ? NONE : tape.memberOfKind(node, again, STRING);
  return [
    ...edit(text, tape.nameStart(node), tape.nameEnd(node), encoded),
    ...(copy === NONE ? [] : edit(text, tape.start(copy), tape.end(copy), encoded)),
  ];
}

function edit(text: string, start: number, end: number, newText: string): TextEdit[] {
  const smallest = smallestEdit(text, { start, end }, newText);
  return smallest.range.start === smallest.range.end && smallest.newText === '' ? [] : [smallest];
}

function insertAt(place: number, newText: string): TextEdit {
  return { range: { start: place, end: place }, newText };
}

const COLON = 58;
const BLANK = 32;

/** Writes a value where only its place is: after a colon, or after a name without one. */
function fillMissing(text: string, place: number, newText: string): TextEdit {
  if (text.charCodeAt(place - 1) !== COLON)
    return { range: { start: place, end: place }, newText: `: ${newText}` };
  if (text.charCodeAt(place) !== BLANK)
    return { range: { start: place, end: place }, newText: ` ${newText}` };
  return { range: { start: place + 1, end: place + 1 }, newText };
}
