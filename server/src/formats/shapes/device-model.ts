import * as l10n from '@vscode/l10n';
import type { Dialect } from '../../model/document.ts';
import { markOf } from '../json/entries.ts';
import type { ListedEntry } from '../json/layout.ts';
import { ARRAY, isScalar, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { findNodes, memberOf, NATIVE, numberOf, rootOf, stringOf } from './common.ts';
import type { ScopePlan, Shape } from './shape.ts';
import { actualOf, protocolShownBy, withoutGaps } from './variable-payloads.ts';

const EVEREST: Dialect = { ...NATIVE, strict: true, reader: 'EVerest' };

/** What holds a component's variables: one file each since 2024, a list of components before that. */
const PROPERTIES = 'properties';
const VARIABLES = 'variables';

/** The variables of OCPP 2.x with their values, by component, in the forms that EVerest and ChargePi have used. */
export const deviceModel: Shape = {
  id: 'device-model',
  // A component's file says that it is a JSON Schema and has `properties`; it is none.
  beforeCounterSignals: true,
  find({ tape }) {
    const root = rootOf(tape);
    if (root === NONE) return undefined;
    const components = findNodes(tape, (node) => tape.kind(node) === OBJECT && isComponent(tape, node));
    if (components.length > 0) return components.map((node) => planComponent(tape, node));
    return tape.kind(root) === OBJECT ? planTree(tape, root) : undefined;
  },
};

/** `{ "name": "…", "variables" | "properties": { "…": { "variable_name": "…" } } }`. */
function isComponent(tape: Tape, node: Node): boolean {
  const variables = variablesOf(tape, node);
  if (variables === NONE || stringOf(tape, node, 'name') === undefined) return false;
  for (const variable of tape.children(variables)) {
    if (stringOf(tape, variable, 'variable_name') !== undefined) return true;
  }
  return false;
}

function variablesOf(tape: Tape, component: Node): Node {
  const properties = tape.memberOfKind(component, PROPERTIES, OBJECT);
  return properties === NONE ? tape.memberOfKind(component, VARIABLES, OBJECT) : properties;
}

function planComponent(tape: Tape, component: Node): ScopePlan {
  const list = variablesOf(tape, component);
  const name = stringOf(tape, component, 'name') ?? '';
  const evse = numberOf(tape, component, 'evse_id');
  const connector = numberOf(tape, component, 'connector_id');
  const entries: ListedEntry[] = [];
  for (const variable of tape.children(list)) {
    const keyNode = memberOf(tape, variable, 'variable_name');
    if (keyNode === NONE || tape.kind(keyNode) !== STRING) continue;
    const value = valueOfVariable(tape, variable);
    entries.push({
      node: variable,
      keyNode,
      valueNode: value.node,
      readOnly: value.mutability === undefined ? undefined : value.mutability === 'ReadOnly',
      address: withoutGaps({
        name: tape.string(keyNode),
        component: name,
        componentInstance: stringOf(tape, component, 'instance'),
        evse,
        connector,
        variableInstance: stringOf(tape, variable, 'instance'),
        attribute: value.attribute,
      }),
    });
  }
  return {
    label: [name, evse, connector].filter((part) => part !== undefined).join('.'),
    purpose: 'store',
    dialect: EVEREST,
    node: component,
    parts: [{ node: list, layout: { kind: 'listed', entries } }],
    station: { protocol: protocolShownBy(tape, list, l10n.t('a list of components and variables')) },
  };
}

interface VariableValue {
  readonly node: Node;
  readonly attribute: string | undefined;
  readonly mutability: string | undefined;
}

/** A variable's actual value: `"attributes": [ { "type", "mutability", "value" } ]`, or `{ "Actual": … }`. */
function valueOfVariable(tape: Tape, variable: Node): VariableValue {
  const attributes = memberOf(tape, variable, 'attributes');
  if (attributes === NONE) return { node: NONE, attribute: undefined, mutability: undefined };
  if (tape.kind(attributes) === ARRAY) {
    const attribute = actualOf(tape, attributes);
    return {
      node: memberOf(tape, attribute, 'value'),
      attribute: stringOf(tape, attribute, 'type'),
      mutability: stringOf(tape, attribute, 'mutability'),
    };
  }
  const actual = memberOf(tape, attributes, 'Actual');
  const node = actual === NONE ? tape.firstChild(attributes) : actual;
  return { node, attribute: node === NONE ? undefined : tape.name(node), mutability: undefined };
}

/** `{ "<Component>": { "<Variable>": value | { "value", "readOnly" } } }` with two controllers or more. */
function planTree(tape: Tape, root: Node): ScopePlan[] | undefined {
  const components = [...tape.children(root)].filter(
    (node) => tape.kind(node) === OBJECT && tape.hasName(node),
  );
  if (components.filter((node) => tape.name(node).endsWith('Ctrlr')).length < 2) return undefined;
  return components.map((component) => ({
    label: tape.name(component),
    purpose: 'store',
    dialect: NATIVE,
    node: component,
    parts: [{ node: component, layout: { kind: 'listed', entries: treeEntries(tape, component) } }],
    station: { protocol: protocolShownBy(tape, component, l10n.t('a list of components and variables')) },
  }));
}

function treeEntries(tape: Tape, component: Node): ListedEntry[] {
  const variables = [...tape.children(component)].filter((variable) => tape.hasName(variable));
  return variables.map((variable) => {
    const isObject = tape.kind(variable) === OBJECT;
    const mark = memberOf(tape, variable, 'readOnly');
    const inside = isObject ? valueInside(tape, variable) : variable;
    return {
      node: variable,
      keyNode: NONE,
      valueNode: inside,
      readOnly: mark === NONE || !isScalar(tape.kind(mark)) ? undefined : markOf(tape, mark),
      address: { name: tape.name(variable), component: tape.name(component) },
    };
  });
}

function valueInside(tape: Tape, variable: Node): Node {
  const value = tape.member(variable, 'value');
  return value === NONE ? valueOfVariable(tape, variable).node : value;
}
