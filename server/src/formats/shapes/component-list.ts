import type { KeyAddress } from '../../model/document.ts';
import type { ObjectsLayout, Part } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import { findNodes, numberOf, objectsAround, STRINGS, stringOf } from './common.ts';
import { speaks2x } from './dotted-keys.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';
import { withoutGaps } from './variable-payloads.ts';

const LAYOUT: ObjectsLayout = {
  kind: 'objects',
  key: 'name',
  value: 'value',
  readOnly: [],
  order: ['key', 'value'],
};

/** Components, each with a list of variables: `[ { "name": "…Ctrlr", "variables": [ { "name", "value" } ] } ]`. */
export const componentList: Shape = {
  id: 'component-list',
  find(file) {
    const { tape } = file;
    const lists = findNodes(tape, (node) => tape.kind(node) === ARRAY && isComponentList(file, node));
    return lists.length === 0 ? undefined : lists.map((list) => planFor(tape, list));
  },
};

function isComponentList({ tape, isKeyName }: JsonFile, list: Node): boolean {
  for (const component of tape.children(list)) {
    const name = stringOf(tape, component, 'name');
    const variables = name === undefined ? NONE : tape.memberOfKind(component, 'variables', ARRAY);
    if (name === undefined || variables === NONE) continue;
    if (name.endsWith('Ctrlr') && hasValues(tape, variables)) return true;
    for (const variable of tape.children(variables)) {
      if (isKeyName(stringOf(tape, variable, LAYOUT.key) ?? '')) return true;
    }
  }
  return false;
}

/** Whether variables have values and are not merely described. */
function hasValues(tape: Tape, variables: Node): boolean {
  const first = tape.firstChild(variables);
  return first === NONE || (tape.kind(first) === OBJECT && tape.member(first, LAYOUT.value) !== NONE);
}

function planFor(tape: Tape, list: Node): ScopePlan {
  const station = stationFields(tape, objectsAround(tape, list));
  const is1x = station.protocol !== undefined && !speaks2x(station);
  const parts = [...tape.children(list)].flatMap((component) => partOf(tape, component, is1x));
  return {
    label: tape.name(list) || 'components',
    purpose: 'template',
    dialect: STRINGS,
    parts,
    node: list,
    station,
  };
}

/** The variables of a component. A station that speaks OCPP 1.6 knows no components: there it is a section. */
function partOf(tape: Tape, component: Node, is1x: boolean): Part[] {
  const name = stringOf(tape, component, 'name');
  const node = name === undefined ? NONE : tape.memberOfKind(component, 'variables', ARRAY);
  if (node === NONE) return [];
  if (is1x) return [{ node, layout: LAYOUT, section: name }];
  const evse = numberOf(tape, component, 'evse_id');
  const addressOf = (variable: string): KeyAddress => withoutGaps({ name: variable, component: name, evse });
  return [{ node, layout: LAYOUT, addressOf }];
}
