import { type OffsetRange, touches } from '../../text/range.ts';
import type { Cursor, GapCursor } from '../format.ts';
import { type JsonDocument, type JsonEntry, type JsonScope, stringRange } from './document.ts';
import type { Part } from './layout.ts';
import { ARRAY, isScalar, MISSING, NONE, type Node, OBJECT, STRING, type Tape } from './tape.ts';
import { isBlankBetween, skipTrivia } from './trivia.ts';

/** A gap with what the format needs to fill it. */
export interface JsonGap extends GapCursor {
  readonly scope: JsonScope;
  readonly part: Part;
  /**
   * What is to be written: a whole entry, the members of an entry whose brackets are there, or, after `"key":`, its
   * name and the members that follow.
   */
  readonly wants: 'entry' | 'members' | 'name';
  /** The item or member before the gap, in the same container. */
  readonly previous: Node;
}

/** What the text at an offset is part of; undefined in comments and where no entry can stand. */
export function cursorAt(document: JsonDocument, offset: number): Cursor | undefined {
  if (document.comments.some(({ range }) => range.start < offset && offset <= range.end)) return undefined;
  for (const scope of document.scopes) {
    for (const part of scope.parts) {
      if (!holds(document.tape, part, offset)) continue;
      const cursor = cursorIn(document, scope, part, offset);
      if (cursor !== undefined) return cursor;
    }
  }
  return undefined;
}

/** Whether an offset is between the brackets of a part, or after an opening one that was never closed. */
function holds(tape: Tape, { node, layout }: Part, offset: number): boolean {
  if (layout.kind === 'listed') return tape.start(node) <= offset && offset <= tape.end(node);
  if (offset <= tape.start(node)) return false;
  return tape.isOpen(node) || offset < tape.end(node);
}

function cursorIn(document: JsonDocument, scope: JsonScope, part: Part, offset: number): Cursor | undefined {
  const { tape } = document;
  const entry = lastEntryBefore(scope, part, offset);
  if (entry !== undefined) {
    const cursor = cursorInEntry(tape, scope, entry, offset);
    if (cursor !== undefined) return cursor;
    if (isInside(tape, entry.node, offset)) return undefined;
  }
  if (part.layout.kind === 'object' || part.layout.kind === 'listed' || scope.keysAre !== 'ocpp')
    return undefined;
  const before =
    entry !== undefined && entry.range.start < offset ? entry : lastEntryBefore(scope, part, offset - 1);
  const first = before === undefined ? tape.firstChild(part.node) : before.node;
  return gapAt(tape, { scope, part }, first, offset);
}

/** The last entry of a part that begins at or before an offset, found in logarithmic time. */
function lastEntryBefore({ entries }: JsonScope, part: Part, offset: number): JsonEntry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry?.part === part ? entry : undefined;
}

function cursorInEntry(tape: Tape, scope: JsonScope, entry: JsonEntry, offset: number): Cursor | undefined {
  const { keyRange: key, valueNode } = entry;
  const keyNode = entry.keyNode;
  const fullKey =
    keyNode === NONE
      ? { start: tape.nameStart(entry.node), end: tape.nameEnd(entry.node) }
      : { start: tape.start(keyNode), end: tape.end(keyNode) };
  if (touches(fullKey, offset)) {
    return { kind: 'key', scope, entry, range: touches(key, offset) ? key : fullKey };
  }
  if (valueNode === NONE) return undefined;
  const full = { start: tape.start(valueNode), end: tape.end(valueNode) };
  if (tape.kind(valueNode) === MISSING) {
    const isHere = tape.text[full.start - 1] === ':' && isBlankBetween(tape.text, full.start, offset);
    return isHere && offset >= full.start
      ? { kind: 'value', scope, entry, range: { start: offset, end: offset }, insideQuotes: false }
      : undefined;
  }
  if (!touches(full, offset)) return undefined;
  // Inside a list or an object there are other values than the entry's.
  if (isContainer(tape, valueNode) && full.start < offset && offset < full.end) return undefined;
  const range = stringRange(tape, valueNode);
  const insideQuotes = tape.kind(valueNode) === STRING && touches(range, offset);
  return { kind: 'value', scope, entry, range: insideQuotes ? range : full, insideQuotes };
}

/** Whether an offset is within an item, which an unclosed one leaves only where the next text begins. */
function isInside(tape: Tape, node: Node, offset: number): boolean {
  const start = tape.fullStart(node);
  const end = tape.end(node);
  if (tape.isOpen(node) && isContainer(tape, node))
    return start < offset && offset <= skipTrivia(tape.text, end);
  return start < offset && offset < end;
}

function isContainer(tape: Tape, node: Node): boolean {
  const kind = tape.kind(node);
  return kind === OBJECT || kind === ARRAY;
}

interface Place {
  readonly scope: JsonScope;
  readonly part: Part;
}

/** A place between items, or in an item that is no entry yet. `first` is a node before it, if there is one. */
function gapAt(tape: Tape, place: Place, first: Node, offset: number): Cursor | undefined {
  let previous = NONE;
  for (let node = first; node !== NONE; node = tape.nextSibling(node)) {
    const isTyped = isScalar(tape.kind(node)) && !tape.hasName(node);
    if (isTyped && tape.start(node) <= offset && offset <= tape.end(node)) {
      return gap(place, { start: tape.start(node), end: tape.end(node) }, 'entry', previous);
    }
    if (isInside(tape, node, offset)) return gapInItem(tape, place, node, offset);
    if (tape.fullStart(node) >= offset) break;
    previous = node;
  }
  return gap(place, typedAt(tape.text, offset), 'entry', previous);
}

/** A place inside an object that is to become an entry: nothing is in it yet, or the beginning of a member. */
function gapInItem(tape: Tape, place: Place, item: Node, offset: number): Cursor | undefined {
  if (tape.hasName(item) || tape.kind(item) !== OBJECT || place.part.layout.kind !== 'objects')
    return undefined;
  const member = tape.firstChild(item);
  if (member === NONE) return gap(place, typedAt(tape.text, offset), 'members', NONE);
  const isOnly = tape.nextSibling(member) === NONE && tape.kind(member) === MISSING;
  if (!isOnly) return undefined;
  const name = { start: tape.nameStart(member), end: tape.nameEnd(member) };
  if (touches(name, offset)) return gap(place, name, 'members', NONE);
  const isValue = tape.name(member) === place.part.layout.key && offset >= tape.start(member);
  return isValue && isBlankBetween(tape.text, tape.start(member), offset)
    ? gap(place, { start: offset, end: offset }, 'name', NONE)
    : undefined;
}

function gap({ scope, part }: Place, range: OffsetRange, wants: JsonGap['wants'], previous: Node): JsonGap {
  return { kind: 'gap', scope, part, range, wants, previous, section: part.section };
}

/** The word that is being typed at an offset; an empty range where there is none. */
function typedAt(text: string, offset: number): OffsetRange {
  let start = offset;
  let end = offset;
  while (start > 0 && isNameCharacter(text.charCodeAt(start - 1))) start--;
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++;
  return { start, end };
}

function isNameCharacter(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}
