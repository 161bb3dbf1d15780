import type { Dialect } from '../../model/document.ts';
import type { MembersLayout, Part } from '../json/layout.ts';
import { MISSING, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import { countKeyMembers, findNodes, rootOf } from './common.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** The loader checks the file against a schema that allows no other keys and no other types. */
const DIALECT: Dialect = {
  values: 'native',
  keyCase: 'exact',
  comments: [],
  strict: true,
  reader: 'EVerest',
};

const LAYOUT: MembersLayout = { kind: 'members', take: 'all' };

/** The sections with OCPP keys; the first one takes keys that nobody has assigned. */
const MAIN_SECTION = 'Core';
/** Sections that few other programs have: two of them are a proof. */
const OCPP_SECTIONS = [
  'SmartCharging',
  'FirmwareManagement',
  'LocalAuthListManagement',
  'Reservation',
  'PnC',
  'CostAndPrice',
];
/** Sections that hold the program's own settings and the user's own keys. */
const OTHER_SECTIONS = ['Internal', 'Custom'];

const SECTIONS = new Set([MAIN_SECTION, 'Security', ...OCPP_SECTIONS, ...OTHER_SECTIONS]);

/** EVerest's configuration for OCPP 1.6: sections of natively typed keys, alone or inside an application's own file. */
export const everest16: Shape = {
  id: 'everest-16',
  find(file) {
    const { tape } = file;
    const found = findNodes(tape, (node) => tape.kind(node) === OBJECT && hasSections(file, node));
    return found.length === 0 ? undefined : found.flatMap((node) => plansFor(tape, node));
  },
};

/** Whether all members of an object are sections, and at least one of them is about OCPP. */
function hasSections({ tape, isKeyName, forced }: JsonFile, node: Node): boolean {
  const first = tape.firstChild(node);
  // Most objects are told by their first member.
  if (first === NONE || !isSectionName(tape, first)) return false;
  let ocppSections = 0;
  let keys = 0;
  let isEmpty = true;
  for (const section of tape.children(node)) {
    const kind = tape.kind(section);
    if (!isSectionName(tape, section) || (kind !== OBJECT && kind !== MISSING)) return false;
    if (OCPP_SECTIONS.includes(tape.name(section))) ocppSections++;
    if (kind !== OBJECT) continue;
    keys += countKeyMembers(tape, section, isKeyName, () => true, 1);
    isEmpty &&= isEmptyOrTyped(tape, section);
  }
  return keys > 0 || ocppSections > 1 || (node === rootOf(tape) && (forced || isEmpty));
}

function isSectionName(tape: Tape, node: Node): boolean {
  return tape.hasName(node) && SECTIONS.has(tape.name(node));
}

/** Whether a section has nothing in it but perhaps the beginning of a first key. */
function isEmptyOrTyped(tape: Tape, section: Node): boolean {
  const first = tape.firstChild(section);
  return first === NONE || (tape.kind(first) === MISSING && tape.nextSibling(first) === NONE);
}

/** One configuration for all OCPP sections, since they belong together, and one for each of the others. */
function plansFor(tape: Tape, node: Node): ScopePlan[] {
  const sections = [...tape.children(node)].filter((section) => tape.kind(section) === OBJECT);
  const isOther = (section: Node) => OTHER_SECTIONS.includes(tape.name(section));
  const station = stationFields(tape, [tape.member(node, 'Internal')]);
  const parts = sections.filter((section) => !isOther(section)).map((section) => partFor(tape, section));
  const main = parts.findIndex(({ section }) => section === MAIN_SECTION);
  const plans: ScopePlan[] = sections.filter(isOther).map((section) => ({
    label: tape.name(section),
    purpose: 'store',
    dialect: DIALECT,
    keysAre: 'other',
    parts: [partFor(tape, section)],
    station,
  }));
  if (parts.length === 0) return plans;
  const label = parts.length === 1 ? (parts[0]?.section ?? '') : 'OCPP 1.6';
  return [
    { label, purpose: 'store', dialect: DIALECT, parts, mainPart: Math.max(0, main), node, station },
    ...plans,
  ];
}

function partFor(tape: Tape, section: Node): Part {
  return { node: section, layout: LAYOUT, section: tape.name(section) };
}
