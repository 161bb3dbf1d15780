import { pauseEvery, type Steps } from '../../model/steps.ts';
import { type EntryMarks, JsonEntry } from './document.ts';
import type { MembersLayout, ObjectMembers, Part } from './layout.ts';
import { ARRAY, FALSE, isScalar, MISSING, NONE, type Node, OBJECT, STRING, type Tape, TRUE } from './tape.ts';

const NO_MARKS: EntryMarks = { readOnly: undefined, rebootRequired: undefined };

/** How many children of a list or map are read in one step. */
const STEP = 10_000;

/** The entries of a scope's parts, in file order. */
export function* readEntries(tape: Tape, scope: number, parts: readonly Part[]): Steps<JsonEntry[]> {
  const entries: JsonEntry[] = [];
  for (const part of parts) yield* readPart(tape, scope, part, entries);
  return entries;
}

function* readPart(tape: Tape, scope: number, part: Part, entries: JsonEntry[]): Steps<void> {
  const { layout, node } = part;
  const add = (nodes: EntryNodes, marks: EntryMarks) => {
    entries.push(new JsonEntry(tape, { index: entries.length, scope, part }, nodes, marks));
  };
  if (layout.kind === 'listed') {
    for (const { address, readOnly, rebootRequired, ...nodes } of layout.entries) {
      const place = { index: entries.length, scope, part };
      entries.push(new JsonEntry(tape, place, nodes, { readOnly, rebootRequired }, address));
    }
    return;
  }
  if (layout.kind === 'object') {
    readObject(tape, node, layout.key, layout, add);
    return;
  }
  const end = tape.next(node);
  const isPauseDue = pauseEvery(STEP);
  for (let child = node + 1; child < end; child = tape.next(child)) {
    if (isPauseDue()) yield;
    switch (layout.kind) {
      case 'objects':
        readObject(tape, child, layout.key, layout, add);
        break;
      case 'members':
        readMember(tape, child, layout, add);
        break;
      case 'member-objects':
        readMemberObject(tape, child, layout, add);
        break;
      case 'pairs':
        readPair(tape, child, add);
        break;
    }
  }
}

interface EntryNodes {
  readonly node: Node;
  readonly keyNode: Node;
  readonly valueNode: Node;
}

type Add = (nodes: EntryNodes, marks: EntryMarks) => void;

function readObject(tape: Tape, node: Node, key: string, members: ObjectMembers, add: Add): void {
  if (tape.kind(node) !== OBJECT) return;
  let keyNode = NONE;
  let valueNode = NONE;
  let readOnly: boolean | undefined;
  let rebootRequired: boolean | undefined;
  const end = tape.next(node);
  for (let child = node + 1; child < end; child = tape.next(child)) {
    if (tape.isNamed(child, key)) {
      if (keyNode === NONE && tape.kind(child) === STRING) keyNode = child;
    } else if (tape.isNamed(child, members.value)) {
      if (valueNode === NONE) valueNode = child;
    } else if (members.readOnly.some((name) => tape.isNamed(child, name))) {
      readOnly = markOf(tape, child);
    } else if (members.reboot !== undefined && tape.isNamed(child, members.reboot)) {
      rebootRequired = markOf(tape, child);
    } else if (members.editable !== undefined && tape.isNamed(child, members.editable)) {
      readOnly = negated(markOf(tape, child));
    }
  }
  if (keyNode === NONE) return;
  const unmarked = readOnly === undefined && rebootRequired === undefined;
  add({ node, keyNode, valueNode }, unmarked ? NO_MARKS : { readOnly, rebootRequired });
}

function readMember(tape: Tape, node: Node, layout: MembersLayout, add: Add): void {
  const kind = tape.kind(node);
  if (!tape.hasName(node) || (layout.take === 'scalars' && !isScalar(kind) && kind !== MISSING)) return;
  add({ node, keyNode: NONE, valueNode: node }, NO_MARKS);
}

function readMemberObject(tape: Tape, node: Node, members: ObjectMembers, add: Add): void {
  if (!tape.hasName(node)) return;
  const kind = tape.kind(node);
  if (kind === MISSING) add({ node, keyNode: NONE, valueNode: node }, NO_MARKS);
  if (kind !== OBJECT) return;
  let valueNode = NONE;
  let readOnly: boolean | undefined;
  for (const child of tape.children(node)) {
    const name = tape.name(child);
    if (name === members.value) valueNode = child;
    else if (members.readOnly.includes(name)) readOnly = markOf(tape, child);
  }
  add({ node, keyNode: NONE, valueNode }, { readOnly, rebootRequired: undefined });
}

function readPair(tape: Tape, node: Node, add: Add): void {
  if (tape.kind(node) !== ARRAY) return;
  const keyNode = tape.firstChild(node);
  if (keyNode === NONE || tape.kind(keyNode) !== STRING) return;
  add({ node, keyNode, valueNode: tape.nextSibling(keyNode) }, NO_MARKS);
}

/** What a mark says: true, "true", 1 and the reverse; undefined where it says nothing. */
export function markOf(tape: Tape, node: Node): boolean | undefined {
  const kind = tape.kind(node);
  if (kind === TRUE) return true;
  if (kind === FALSE) return false;
  const text = tape.string(node);
  if (/^(true|1)$/i.test(text)) return true;
  if (/^(false|0)$/i.test(text)) return false;
  return undefined;
}

function negated(mark: boolean | undefined): boolean | undefined {
  return mark === undefined ? undefined : !mark;
}
