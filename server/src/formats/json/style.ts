import type { JsonDocument, JsonEntry, JsonScope } from './document.ts';
import type { ObjectMembers, Part, Role } from './layout.ts';
import { FALSE, isScalar, MISSING, NONE, type Node, STRING, type Tape, TRUE } from './tape.ts';
import { indentationAt } from './trivia.ts';

/**
 * How entries are written. Gaps hold blanks and line breaks only; a line break in them is a line feed, and the
 * indentation after it counts from the line on which the entry begins.
 */
export interface EntryStyle {
  /** Between an opening bracket and what follows. */
  readonly open: string;
  /** After a comma between two members. */
  readonly between: string;
  /** Round the colon, the colon included. */
  readonly colon: string;
  /** Before the closing bracket. */
  readonly close: string;
  /** The members of an entry's object, in order, with their names. */
  readonly members: readonly StyledMember[];
}

export interface StyledMember {
  readonly role: Role;
  readonly name: string;
  /** How the file writes a mark that is not set: `false` or `"false"`. */
  readonly mark?: string;
}

const SPACED = { open: ' ', between: ' ', colon: ': ', close: ' ' };
const COMPACT = { open: '', between: '', colon: ':', close: '' };

/** How the last complete entry of a part is written, which a new one is to resemble; usual JSON where there is none. */
export function styleOf(document: JsonDocument, scope: JsonScope, part: Part): EntryStyle {
  const model = modelEntry(document.tape, scope, part);
  if (model === undefined) return defaultStyle(document.text, part);
  const { tape } = document;
  const base = indentationAt(tape.text, tape.fullStart(model.node));
  if (isScalar(tape.kind(model.node)) || part.layout.kind === 'members') {
    return { ...usualGaps(tape.text), colon: colonOf(tape, model.node) ?? ': ', members: [] };
  }
  const gaps = gapsIn(tape, model.node, base);
  return { ...gaps, members: membersIn(tape, model, part) };
}

/** The last entry of a part that has a value and all its brackets. */
function modelEntry(tape: Tape, scope: JsonScope, part: Part): JsonEntry | undefined {
  for (let index = scope.entries.length - 1; index >= 0; index--) {
    const entry = scope.entries[index];
    if (entry?.part !== part) continue;
    if (entry.value !== undefined && !tape.isOpen(entry.node) && !tape.isOpen(entry.valueNode)) return entry;
  }
  return undefined;
}

function defaultStyle(text: string, part: Part): EntryStyle {
  const { layout } = part;
  const members =
    'order' in layout
      ? layout.order.map((role) => ({ role, name: memberName(layout, role), mark: 'false' }))
      : [];
  return { ...usualGaps(text), members };
}

/** The gaps of a text in which no entry shows them: none where it spares its blanks, as programs do. */
export function usualGaps(text: string): typeof SPACED {
  return /[:,][ \t\r\n]/.test(text.slice(0, 4000)) || !/[:,]/.test(text) ? SPACED : COMPACT;
}

/** What a member of an entry's object is called in this layout. */
function memberName(layout: ObjectMembers & { readonly key?: string }, role: Role): string {
  switch (role) {
    case 'key':
      return layout.key ?? 'key';
    case 'value':
      return layout.value;
    case 'read-only':
      return layout.readOnly[0] ?? 'readonly';
    case 'type':
      return layout.type?.name ?? 'type';
  }
}

function membersIn(tape: Tape, model: JsonEntry, { layout }: Part): StyledMember[] {
  if (!('order' in layout)) return [];
  const members: StyledMember[] = [];
  for (const member of tape.children(model.node)) {
    const name = tape.name(member);
    const role = roleOf(layout, name);
    if (role === undefined || members.some((other) => other.role === role)) continue;
    members.push(role === 'read-only' ? { role, name, mark: markText(tape, member) } : { role, name });
  }
  return members;
}

/** The roles that the members of an entry's object have. */
export function rolesIn(
  tape: Tape,
  object: Node,
  layout: ObjectMembers & { readonly key?: string },
): Set<Role> {
  const roles = new Set<Role>();
  for (const member of tape.children(object)) {
    const role = roleOf(layout, tape.name(member));
    if (role !== undefined) roles.add(role);
  }
  return roles;
}

function roleOf(layout: ObjectMembers & { readonly key?: string }, name: string): Role | undefined {
  if (name === layout.key) return 'key';
  if (name === layout.value) return 'value';
  if (layout.readOnly.includes(name)) return 'read-only';
  return name === layout.type?.name ? 'type' : undefined;
}

function markText(tape: Tape, mark: Node): string {
  const kind = tape.kind(mark);
  if (kind === TRUE || kind === FALSE) return 'false';
  return kind === STRING ? '"false"' : '0';
}

function gapsIn(tape: Tape, container: Node, base: string): Omit<EntryStyle, 'members'> {
  const { text } = tape;
  const first = tape.firstChild(container);
  if (first === NONE) return usualGaps(text);
  const second = tape.nextSibling(first);
  const last = tape.lastChild(container);
  const open = gap(text, tape.start(container) + 1, tape.fullStart(first), base);
  const isInLines = open.includes('\n');
  return {
    open,
    between:
      second === NONE ? (isInLines ? open : ' ') : gap(text, tape.end(first), tape.fullStart(second), base),
    colon: colonOf(tape, first) ?? ': ',
    close: gap(text, tape.end(last), tape.end(container) - 1, base),
  };
}

/** The gap between two offsets without its comma and comments, the last line's indentation made relative. */
function gap(text: string, start: number, end: number, base: string): string {
  const between = text.slice(start, end);
  const lineBreak = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r'));
  const blanks = /[ \t]*$/.exec(between)?.[0] ?? '';
  if (lineBreak < 0) return blanks;
  return `\n${blanks.startsWith(base) ? blanks.slice(base.length) : ''}`;
}

/** The colon of a property with the blanks around it; undefined where there is more than that. */
function colonOf(tape: Tape, property: Node): string | undefined {
  if (!tape.hasName(property) || tape.kind(property) === MISSING) return undefined;
  const between = tape.text.slice(tape.nameEnd(property), tape.start(property));
  return /^[ \t]*:[ \t]*$/.test(between) ? between : undefined;
}

/** The line break of a text: the first one in it. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** One step of indentation, from the first indented line. */
export function indentationStep(text: string): string {
  return /[\r\n]([ \t]+)[^ \t\r\n]/.exec(text)?.[1] ?? '  ';
}
