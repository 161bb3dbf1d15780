import * as l10n from '@vscode/l10n';
import type { ListedEntry } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { findNodes, memberOf, NATIVE, numberOf, stringOf } from './common.ts';
import type { ScopePlan, Shape } from './shape.ts';
import { protocolShownBy, withoutGaps } from './variable-payloads.ts';

/** The variables of OCPP 2.x with their types and limits, without values: what a station can be asked for. */
export const deviceModelDescription: Shape = {
  id: 'device-model-description',
  find({ tape }) {
    const components = findNodes(tape, (node) => tape.kind(node) === OBJECT && isDescription(tape, node));
    return components.length === 0 ? undefined : components.map((node) => planFor(tape, node));
  },
};

/** `{ "name": "…", "variables": [ { "name": "…", "characteristics": {…} } ] }`. */
function isDescription(tape: Tape, component: Node): boolean {
  const variables = tape.memberOfKind(component, 'variables', ARRAY);
  if (variables === NONE || stringOf(tape, component, 'name') === undefined) return false;
  const first = tape.firstChild(variables);
  return (
    first !== NONE &&
    tape.kind(first) === OBJECT &&
    stringOf(tape, first, 'name') !== undefined &&
    tape.memberOfKind(first, 'characteristics', OBJECT) !== NONE
  );
}

function planFor(tape: Tape, component: Node): ScopePlan {
  const list = tape.memberOfKind(component, 'variables', ARRAY);
  const name = stringOf(tape, component, 'name') ?? '';
  const entries: ListedEntry[] = [];
  for (const variable of tape.children(list)) {
    const keyNode = memberOf(tape, variable, 'name');
    if (keyNode === NONE || tape.kind(keyNode) !== STRING) continue;
    const mutability = stringOf(tape, memberOf(tape, variable, 'attributes'), 'mutability');
    entries.push({
      node: variable,
      keyNode,
      valueNode: NONE,
      readOnly: mutability === undefined ? undefined : mutability === 'ReadOnly',
      address: withoutGaps({
        name: tape.string(keyNode),
        component: name,
        componentInstance: stringOf(tape, component, 'instance'),
        evse: numberOf(tape, component, 'evse_id'),
        connector: numberOf(tape, component, 'connector_id'),
        variableInstance: stringOf(tape, variable, 'instance'),
      }),
    });
  }
  return {
    label: name,
    purpose: 'store',
    dialect: NATIVE,
    node: component,
    parts: [{ node: list, layout: { kind: 'listed', entries } }],
    station: { protocol: protocolShownBy(tape, list, l10n.t('a list of components and variables')) },
  };
}
