import * as l10n from '@vscode/l10n';
import type { MemberObjectsLayout } from '../json/layout.ts';
import { NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { countKeyMembers, EITHER, findNodes, KEY_OBJECTS, NATIVE, objectsAround, rootOf } from './common.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** Names that say by themselves what the map holds. */
const MAPS = new Set(['ConfigurationKeys']);
/** Names that many files use for many things: one known key makes them a map of keys. */
const VAGUE_MAPS = new Set(['configuration']);

const LAYOUT: MemberObjectsLayout = {
  kind: 'member-objects',
  value: KEY_OBJECTS.value,
  readOnly: KEY_OBJECTS.readOnly,
  order: ['value', 'read-only'],
};

/** A map whose members repeat the key and say the value's type, as a station's server shows its variables. */
const TYPED_LAYOUT: MemberObjectsLayout = {
  ...LAYOUT,
  key: 'key',
  type: { name: 'type', words: { boolean: 'boolean', number: 'integer', string: 'string' } },
  order: ['key', 'type', 'read-only', 'value'],
};

/** Keys as properties, each an object with its value: `{ "Key": { "value": "…", "readonly": false } }`. */
export const keyMap: Shape = {
  id: 'key-map',
  find(file) {
    const { tape } = file;
    const maps = findNodes(tape, (node) => tape.kind(node) === OBJECT && isKeyMap(file, node));
    const root = rootOf(tape);
    if (maps.length === 0 && file.forced && root !== NONE && tape.kind(root) === OBJECT) maps.push(root);
    return maps.length === 0 ? undefined : maps.map((map) => planFor(tape, map));
  },
};

function isKeyMap({ tape, isKeyName, forced }: JsonFile, map: Node): boolean {
  const name = tape.name(map);
  if (MAPS.has(name)) return true;
  const enough = forced || VAGUE_MAPS.has(name) ? 1 : 2;
  return countKeyMembers(tape, map, isKeyName, (member) => hasValue(tape, member), enough) >= enough;
}

function hasValue(tape: Tape, member: Node): boolean {
  return tape.kind(member) === OBJECT && tape.member(member, LAYOUT.value) !== NONE;
}

function planFor(tape: Tape, map: Node): ScopePlan {
  const isTyped = saysTypes(tape, map);
  return {
    label: tape.name(map) || l10n.t('keys'),
    purpose: 'store',
    dialect: isTyped ? NATIVE : EITHER,
    parts: [{ node: map, layout: isTyped ? TYPED_LAYOUT : LAYOUT }],
    station: stationFields(tape, objectsAround(tape, map)),
  };
}

function saysTypes(tape: Tape, map: Node): boolean {
  const first = tape.firstChild(map);
  return first !== NONE && tape.kind(first) === OBJECT && tape.memberOfKind(first, 'type', STRING) !== NONE;
}
