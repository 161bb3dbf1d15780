import type { StationField, StationFields } from '../../model/document.ts';
import { stringRange } from '../json/document.ts';
import { ARRAY, NONE, type Node, NUMBER, OBJECT, STRING, type Tape } from '../json/tape.ts';

/** What files call the facts of their station. Earlier names win over later ones in the same object. */
const FIELD_NAMES: Readonly<Record<keyof StationFields, readonly string[]>> = {
  vendor: ['chargePointVendor', 'ChargePointVendor', 'charge_point_vendor', 'vendorName', 'vendor'],
  model: ['chargePointModel', 'ChargePointModel', 'charge_point_model', 'model'],
  firmware: [
    'firmwareVersion',
    'FirmwareVersion',
    'ChargePointSoftwareVersion',
    'supportedFirmwareVersions',
    'firmware_version',
  ],
  serial: [
    'chargePointSerialNumber',
    'chargeBoxSerialNumber',
    'ChargePointSerialNumber',
    'ChargeBoxSerialNumber',
    'serialNumber',
    'serial_number',
  ],
  identity: [
    'chargePointIdentity',
    'chargeBoxIdentity',
    'chargePointId',
    'ChargePointId',
    'chargeBoxId',
    'chargeBoxID',
    'charge_point_id',
  ],
  current: ['currentOutType', 'currentType', 'power_type', 'powerType', 'current_type'],
  phases: ['numberOfPhases', 'number_of_phases', 'phases'],
  protocol: [
    'ocppVersion',
    'OcppVersion',
    'ocpp_version',
    'supportedOcppVersions',
    'protocolVersion',
    'protocol',
  ],
};

const FACT_OF = new Map<string, { readonly fact: keyof StationFields; readonly rank: number }>(
  Object.entries(FIELD_NAMES).flatMap(([fact, names]) =>
    names.map((name, rank) => [name, { fact: fact as keyof StationFields, rank }] as const),
  ),
);

/** What was found in an object before: in a file of many stations all of them have the outermost object in common. */
const known = new WeakMap<Tape, Map<Node, StationFields>>();

/** What the members of these objects say of the station; an earlier object wins over a later one. */
export function stationFields(tape: Tape, objects: readonly Node[]): StationFields {
  let fields: StationFields = {};
  for (const object of objects) {
    if (object === NONE || tape.kind(object) !== OBJECT) continue;
    fields = { ...fieldsIn(tape, object), ...fields };
  }
  return fields;
}

function fieldsIn(tape: Tape, object: Node): StationFields {
  const fieldsByNode = known.get(tape) ?? new Map<Node, StationFields>();
  const fields = fieldsByNode.get(object) ?? readFields(tape, object);
  known.set(tape, fieldsByNode.set(object, fields));
  return fields;
}

function readFields(tape: Tape, object: Node): StationFields {
  const found: { -readonly [F in keyof StationFields]: StationFields[F] } = {};
  const ranks = new Map<keyof StationFields, number>();
  for (const member of tape.children(object)) {
    const role = FACT_OF.get(tape.name(member));
    if (role === undefined || (ranks.get(role.fact) ?? FIELD_NAMES[role.fact].length) <= role.rank) continue;
    const field = fieldOf(tape, member);
    if (field === undefined) continue;
    found[role.fact] = field;
    ranks.set(role.fact, role.rank);
  }
  return found;
}

/** A string or number, or the first one of a list, as a station's field. */
function fieldOf(tape: Tape, member: Node): StationField | undefined {
  const kind = tape.kind(member);
  const node = kind === ARRAY ? tape.firstChild(member) : member;
  if (node === NONE) return undefined;
  const range = stringRange(tape, node);
  if (tape.kind(node) === NUMBER) {
    return { text: tape.text.slice(range.start, range.end), field: tape.name(member), range };
  }
  return tape.kind(node) === STRING
    ? { text: tape.string(node), field: tape.name(member), range }
    : undefined;
}
