import type { ObjectsLayout } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import { countKeysInList, EITHER, findNodes, objectsAround } from './common.ts';
import type { JsonFile, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** What the member with the value may be called. */
const VALUES = ['defaultValue', 'default', 'value'];

/** A list that describes keys, with the value that each has at first: `[ { "name", "type", "defaultValue" } ]`. */
export const keyCatalogue: Shape = {
  id: 'key-catalogue',
  find(file) {
    const { tape } = file;
    const lists = findNodes(
      tape,
      (node) => tape.kind(node) === ARRAY && valueMember(file, node) !== undefined,
    );
    if (lists.length === 0) return undefined;
    return lists.map((node) => ({
      label: tape.name(node) || 'parameters',
      purpose: 'dump',
      dialect: EITHER,
      parts: [{ node, layout: layoutOf(valueMember(file, node) ?? 'value') }],
      station: stationFields(tape, objectsAround(tape, node)),
    }));
  },
};

/** Names and values alone are anybody's list: two of the names must be those of keys. */
function valueMember({ tape, isKeyName, forced }: JsonFile, list: Node): string | undefined {
  const value = firstValueMember(tape, list);
  if (value === undefined || forced) return value;
  return countKeysInList(tape, list, 'name', isKeyName, 2) < 2 ? undefined : value;
}

function firstValueMember(tape: Tape, list: Node): string | undefined {
  const first = tape.firstChild(list);
  if (first === NONE || tape.kind(first) !== OBJECT) return undefined;
  return VALUES.find((name) => tape.member(first, name) !== NONE);
}

function layoutOf(value: string): ObjectsLayout {
  return {
    kind: 'objects',
    key: 'name',
    value,
    readOnly: ['readonly', 'readOnly'],
    editable: 'editable',
    order: ['key', 'value'],
  };
}
