import { ARRAY, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import {
  countKeysInList,
  findNodes,
  hasString,
  KEY_OBJECTS,
  objectsAround,
  purposeOfList,
  rootOf,
  STRINGS,
} from './common.ts';
import { addressIn2x, speaks2x } from './dotted-keys.ts';
import { KEY_LISTS, UNKNOWN_KEY_LISTS, unknownKeys } from './payloads.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** What exports of central systems call the list; the name alone proves nothing. */
const EXPORT_LIST = 'configuration';

/** A GetConfiguration answer: whole, as a bare array, or inside any other object. */
export const getConfiguration: Shape = {
  id: 'get-configuration',
  find(file) {
    const { tape } = file;
    const lists = findNodes(tape, (node) => tape.kind(node) === ARRAY && isKeyList(file, node));
    return lists.length === 0 ? undefined : lists.map((list) => planFor(file, list));
  },
};

function isKeyList({ tape, isKeyName, forced }: JsonFile, list: Node): boolean {
  const name = tape.name(list);
  if (KEY_LISTS.includes(name)) return true;
  if (list !== rootOf(tape) && name !== EXPORT_LIST) return false;
  const first = tape.firstChild(list);
  if (forced) return true;
  return (
    first !== NONE && hasString(tape, first, 'key') && countKeysInList(tape, list, 'key', isKeyName, 1) > 0
  );
}

function planFor({ tape }: JsonFile, list: Node): ScopePlan {
  const parent = tape.parent(list);
  const station = stationFields(tape, objectsAround(tape, list));
  return {
    label: tape.name(list) || 'keys',
    purpose: isAnswer(tape, parent) ? 'dump' : purposeOfList(tape, list),
    dialect: STRINGS,
    parts: [{ node: list, layout: KEY_OBJECTS, addressOf: speaks2x(station) ? addressIn2x : undefined }],
    references: parent === NONE || tape.kind(parent) !== OBJECT ? [] : unknownKeys(tape, parent),
    station,
  };
}

/** Whether only a station can have written this: it says which keys it does not know. */
function isAnswer(tape: Tape, parent: Node): boolean {
  return (
    parent !== NONE &&
    tape.kind(parent) === OBJECT &&
    UNKNOWN_KEY_LISTS.some((name) => tape.member(parent, name) !== NONE)
  );
}
