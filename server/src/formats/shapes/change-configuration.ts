import { ARRAY, isScalar, MISSING, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { findNodes, KEY_OBJECTS, objectsAround, STRINGS } from './common.ts';
import { KEY_OBJECT } from './payloads.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** A property of this name holds a payload, or a list of them, whatever its keys are called. */
const NAME = /^change_?configurations?$/i;

/** A payload has two members; a step of a test adds a label or two. With more it is a record about a key. */
const MOST_MEMBERS = 5;

/** Payloads of ChangeConfiguration without their frames: one, several in one list, or deep inside another file. */
export const changeConfiguration: Shape = {
  id: 'change-configuration',
  find(file) {
    const { tape } = file;
    const found = findNodes(tape, (node) => isPayload(file, node) || isList(file, node));
    return found.length === 0 ? undefined : found.map((node) => planFor(tape, node));
  },
};

/** `{ "key": "…", "value": "…" }` with a known key, or under a name that says what it is. */
function isPayload({ tape, isKeyName, forced }: JsonFile, node: Node): boolean {
  if (tape.kind(node) !== OBJECT) return false;
  const key = tape.memberOfKind(node, KEY_OBJECT.key, STRING);
  if (key === NONE) return false;
  if (forced || NAME.test(tape.name(node))) return true;
  return (
    isKeyName(tape.string(key)) && hasScalarValue(tape, node) && countChildren(tape, node) <= MOST_MEMBERS
  );
}

function countChildren(tape: Tape, node: Node): number {
  let count = 0;
  for (const _child of tape.children(node)) count++;
  return count;
}

function hasScalarValue(tape: Tape, object: Node): boolean {
  const value = tape.member(object, KEY_OBJECT.value);
  if (value === NONE) return false;
  const kind = tape.kind(value);
  return isScalar(kind) || kind === MISSING;
}

/** A list of such payloads, some of whose keys may be a vendor's. */
function isList(file: JsonFile, list: Node): boolean {
  const { tape, forced } = file;
  if (tape.kind(list) !== ARRAY) return false;
  const first = tape.firstChild(list);
  const isNamed = NAME.test(tape.name(list));
  if (first === NONE) return isNamed;
  if (tape.kind(first) !== OBJECT || tape.memberOfKind(first, KEY_OBJECT.key, STRING) === NONE) return false;
  if (isNamed || forced) return true;
  for (const item of tape.children(list)) if (isPayload(file, item)) return true;
  return false;
}

function planFor(tape: Tape, node: Node): ScopePlan {
  const layout = tape.kind(node) === ARRAY ? { ...KEY_OBJECTS, order: KEY_OBJECT.order } : KEY_OBJECT;
  return {
    label: tape.name(node) || 'ChangeConfiguration',
    purpose: 'template',
    dialect: STRINGS,
    parts: [{ node, layout }],
    station: stationFields(tape, objectsAround(tape, node)),
  };
}
