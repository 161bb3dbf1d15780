import type { Dialect, KeyReference } from '../../model/document.ts';
import { stringRange } from '../json/document.ts';
import { markOf } from '../json/entries.ts';
import type { ObjectsLayout } from '../json/layout.ts';
import { ARRAY, FALSE, NONE, type Node, NUMBER, OBJECT, STRING, type Tape, TRUE } from '../json/tape.ts';

/** OCPP messages: every value is a string and case does not matter. */
export const STRINGS: Dialect = { values: 'strings', keyCase: 'ignored', comments: [], strict: false };

/** Files of programs that take a number or a boolean as well as a string. */
export const EITHER: Dialect = { values: 'either', keyCase: 'ignored', comments: [], strict: false };

/** Files of programs that type their values. */
export const NATIVE: Dialect = { values: 'native', keyCase: 'exact', comments: [], strict: false };

/** The items of a GetConfiguration answer, and of everything that was made after its model. */
export const KEY_OBJECTS: ObjectsLayout = {
  kind: 'objects',
  key: 'key',
  value: 'value',
  readOnly: ['readonly', 'readOnly', 'read_only'],
  reboot: 'reboot',
  order: ['key', 'read-only', 'value'],
};

/** All nodes for which `wanted` is true, in file order; what is inside one of them is not asked for. */
export function findNodes(tape: Tape, wanted: (node: Node) => boolean): Node[] {
  const found: Node[] = [];
  for (let node = 0; node < tape.length; ) {
    if (wanted(node)) {
      found.push(node);
      node = tape.next(node);
    } else {
      node++;
    }
  }
  return found;
}

/** The first value of the text; `NONE` where there is none. */
export function rootOf(tape: Tape): Node {
  return tape.length === 0 ? NONE : 0;
}

/** Whether a node is an object with a string member of this name. */
export function hasString(tape: Tape, node: Node, member: string): boolean {
  return tape.kind(node) === OBJECT && tape.memberOfKind(node, member, STRING) !== NONE;
}

/** A member of what may be an object; `NONE` where there is no such object or member. */
export function memberOf(tape: Tape, object: Node, name: string): Node {
  return object === NONE || tape.kind(object) !== OBJECT ? NONE : tape.member(object, name);
}

/** The text of a member that is a string; undefined where there is none. */
export function stringOf(tape: Tape, object: Node, name: string): string | undefined {
  const member = memberOf(tape, object, name);
  return member === NONE || tape.kind(member) !== STRING ? undefined : tape.string(member);
}

/** The value of a member that is a number; undefined where there is none. */
export function numberOf(tape: Tape, object: Node, name: string): number | undefined {
  const member = memberOf(tape, object, name);
  if (member === NONE || tape.kind(member) !== NUMBER) return undefined;
  return Number(tape.text.slice(tape.start(member), tape.end(member)));
}

/** How many different known keys an array of objects names in a member. Stops counting at `enough`. */
export function countKeysInList(
  tape: Tape,
  list: Node,
  member: string,
  isKeyName: (name: string) => boolean,
  enough: number,
): number {
  const seen = new Set<string>();
  for (const item of tape.children(list)) {
    if (tape.kind(item) !== OBJECT) continue;
    const key = tape.memberOfKind(item, member, STRING);
    if (key === NONE || !isKeyName(tape.string(key))) continue;
    seen.add(tape.string(key));
    if (seen.size >= enough) break;
  }
  return seen.size;
}

/** The strings of a list as names of keys. */
export function referencesIn(tape: Tape, list: Node, role: KeyReference['role']): KeyReference[] {
  if (list === NONE || tape.kind(list) !== ARRAY) return [];
  const references: KeyReference[] = [];
  for (const item of tape.children(list)) {
    if (tape.kind(item) !== STRING) continue;
    references.push({ name: tape.string(item), range: stringRange(tape, item), role });
  }
  return references;
}

/** Whether a list says of any key that it is or is not read-only; without that it is a list of wishes. */
export function saysWhatIsReadOnly(tape: Tape, list: Node): boolean {
  return hasMark(tape, list, (mark) => mark !== undefined);
}

/** Whether a key of a list is marked as one that nobody can write, as only a station's own list has them. */
export function hasReadOnlyKey(tape: Tape, list: Node): boolean {
  return hasMark(tape, list, (mark) => mark === true);
}

function hasMark(tape: Tape, list: Node, wanted: (mark: boolean | undefined) => boolean): boolean {
  for (const item of tape.children(list)) {
    if (tape.kind(item) !== OBJECT) continue;
    for (const name of KEY_OBJECTS.readOnly) {
      const mark = tape.member(item, name);
      if (mark !== NONE && wanted(markOf(tape, mark))) return true;
    }
  }
  return false;
}

/** `either` for a list in which numbers and booleans are the rule, as in old simulator templates. */
export function dialectOfList(tape: Tape, list: Node): Dialect {
  let native = 0;
  let strings = 0;
  for (const item of tape.children(list)) {
    const value = tape.kind(item) === OBJECT ? tape.member(item, KEY_OBJECTS.value) : NONE;
    if (value === NONE) continue;
    const kind = tape.kind(value);
    if (kind === STRING) strings++;
    else if (kind === NUMBER || kind === TRUE || kind === FALSE) native++;
  }
  return native > strings ? EITHER : STRINGS;
}

/** How far around a node is looked for what the file says of its station. */
const MOST_LEVELS = 16;
const MOST_NEIGHBOURS = 32;

/** The containers around a node, the nearest first: what they say of a station belongs to the node. */
export function objectsAround(tape: Tape, node: Node): Node[] {
  const objects: Node[] = [];
  for (
    let outer = tape.parent(node);
    outer !== NONE && objects.length < MOST_LEVELS;
    outer = tape.parent(outer)
  ) {
    objects.push(outer);
  }
  return objects;
}

/** The members beside a node: what a simulator says when it boots may stand in one of them. */
export function membersBeside(tape: Tape, node: Node): Node[] {
  const parent = tape.parent(node);
  const members: Node[] = [];
  if (parent === NONE || tape.kind(parent) !== OBJECT) return members;
  for (const member of tape.children(parent)) {
    if (members.push(member) >= MOST_NEIGHBOURS) break;
  }
  return members;
}

/** How many members of an object have the name of a known key and a value that `fits`. Stops counting at `enough`. */
export function countKeyMembers(
  tape: Tape,
  object: Node,
  isKeyName: (name: string) => boolean,
  fits: (value: Node) => boolean,
  enough: number,
): number {
  let count = 0;
  for (const member of tape.children(object)) {
    if (!tape.hasName(member) || !fits(member) || !isKeyName(tape.name(member))) continue;
    count++;
    if (count >= enough) break;
  }
  return count;
}
