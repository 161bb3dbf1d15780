import * as l10n from '@vscode/l10n';
import type { MembersLayout } from '../json/layout.ts';
import { isScalar, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import { countKeyMembers, EITHER, findNodes, membersBeside, objectsAround, rootOf } from './common.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** Keys as properties. What holds an object or a list is another setting of the same file. */
export const SCALARS: MembersLayout = { kind: 'members', take: 'scalars' };

/** A map of keys and values: `{ "Key": 300, … }`, alone or somewhere in a program's settings. */
export const flatMap: Shape = {
  id: 'flat-map',
  find(file) {
    const { tape } = file;
    const maps = findNodes(tape, (node) => tape.kind(node) === OBJECT && isMapOfKeys(file, node));
    const root = rootOf(tape);
    if (maps.length === 0 && file.forced && root !== NONE && tape.kind(root) === OBJECT) maps.push(root);
    return maps.length === 0 ? undefined : maps.map((map) => planFor(tape, map));
  },
};

/** Whether an object has two known keys with plain values; one may be a coincidence. */
export function isMapOfKeys({ tape, isKeyName, forced }: JsonFile, node: Node): boolean {
  const enough = forced ? 1 : 2;
  return countKeyMembers(tape, node, isKeyName, (value) => isScalar(tape.kind(value)), enough) >= enough;
}

function planFor(tape: Tape, map: Node): ScopePlan {
  return {
    label: tape.name(map) || l10n.t('keys'),
    // Inside another object it is a part of a program's settings, which the program obeys.
    purpose: tape.parent(map) === NONE ? 'template' : 'store',
    dialect: EITHER,
    parts: [{ node: map, layout: SCALARS }],
    station: stationFields(tape, [map, ...objectsAround(tape, map), ...membersBeside(tape, map)]),
  };
}
