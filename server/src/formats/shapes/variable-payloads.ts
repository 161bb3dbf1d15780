import type { KeyAddress, ScopePurpose, StationField } from '../../model/document.ts';
import type { ListedEntry } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { memberOf, numberOf, stringOf } from './common.ts';

/** The variables of OCPP 2.x that a message's payload sets or reports. */
export interface Variables {
  readonly list: Node;
  readonly entries: readonly ListedEntry[];
  readonly purpose: ScopePurpose;
  readonly protocol: StationField;
}

interface VariableList {
  readonly purpose: ScopePurpose;
  /** The member with the value; undefined where only the variable is named. */
  readonly value: string | undefined;
}

/** The lists of the messages that are about variables, by the name of the member that holds them. */
const LISTS: Readonly<Record<string, VariableList>> = {
  setVariableData: { purpose: 'template', value: 'attributeValue' },
  getVariableResult: { purpose: 'dump', value: 'attributeValue' },
  reportData: { purpose: 'dump', value: undefined },
};

/** Finds the list of variables in a payload; undefined where it has none. */
export function variablesIn(tape: Tape, payload: Node): Variables | undefined {
  for (const member of tape.children(payload)) {
    const name = tape.name(member);
    const list = Object.hasOwn(LISTS, name) ? LISTS[name] : undefined;
    if (list === undefined || tape.kind(member) !== ARRAY) continue;
    const entries: ListedEntry[] = [];
    for (const item of tape.children(member)) {
      const entry = tape.kind(item) === OBJECT ? entryOf(tape, item, list) : undefined;
      if (entry !== undefined) entries.push(entry);
    }
    return { list: member, entries, purpose: list.purpose, protocol: protocolShownBy(tape, member, name) };
  }
  return undefined;
}

/** A station's protocol that follows from what the file is rather than from what it says. */
export function protocolShownBy(tape: Tape, node: Node, field: string): StationField {
  const start = tape.fullStart(node);
  return { text: 'OCPP 2.0.1', field, range: { start, end: start + 1 } };
}

function entryOf(tape: Tape, item: Node, list: VariableList): ListedEntry | undefined {
  const variable = tape.memberOfKind(item, 'variable', OBJECT);
  const component = tape.memberOfKind(item, 'component', OBJECT);
  if (variable === NONE || component === NONE) return undefined;
  const keyNode = tape.memberOfKind(variable, 'name', STRING);
  if (keyNode === NONE) return undefined;
  const reported = list.value === undefined ? firstAttribute(tape, item) : NONE;
  const mutability = reported === NONE ? undefined : stringOf(tape, reported, 'mutability');
  const evse = tape.memberOfKind(component, 'evse', OBJECT);
  return {
    node: item,
    keyNode,
    valueNode: list.value === undefined ? memberOf(tape, reported, 'value') : tape.member(item, list.value),
    readOnly: mutability === undefined ? undefined : mutability === 'ReadOnly',
    address: withoutGaps({
      name: tape.string(keyNode),
      component: stringOf(tape, component, 'name'),
      componentInstance: stringOf(tape, component, 'instance'),
      evse: numberOf(tape, evse, 'id'),
      connector: numberOf(tape, evse, 'connectorId'),
      variableInstance: stringOf(tape, variable, 'instance'),
      attribute: stringOf(
        tape,
        reported === NONE ? item : reported,
        reported === NONE ? 'attributeType' : 'type',
      ),
    }),
  };
}

/** The attribute of a report that counts: the actual value, which usually is the only one. */
function firstAttribute(tape: Tape, item: Node): Node {
  const attributes = tape.memberOfKind(item, 'variableAttribute', ARRAY);
  return attributes === NONE ? NONE : actualOf(tape, attributes);
}

/** The object of type `Actual`, or without a type, in a list of attributes; else the first one. */
export function actualOf(tape: Tape, attributes: Node): Node {
  for (const attribute of tape.children(attributes)) {
    if (tape.kind(attribute) !== OBJECT) continue;
    const type = stringOf(tape, attribute, 'type');
    if (type === undefined || type === 'Actual') return attribute;
  }
  return tape.firstChild(attributes);
}

/** An address without the members that have no value, so that two of them can be compared. */
export function withoutGaps(address: KeyAddress): KeyAddress {
  return Object.fromEntries(
    Object.entries(address).filter(([, part]) => part !== undefined),
  ) as unknown as KeyAddress;
}
