import type { KeyReference, StationFields } from '../../model/document.ts';
import type { Part } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { findNodes, objectsAround, referencesIn, STRINGS, stringOf } from './common.ts';
import { isMapOfKeys, SCALARS } from './flat-map.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** What the map of wanted values may be called. Two known keys must be in it, unless what is beside it proves it. */
const MAPS = new Set([
  'keys',
  'parameters',
  'configuration_keys',
  'configurationKeys',
  'ocpp_keys',
  'ocppParameters',
  'ocpp_parameters',
  'defaults',
  'wanted',
]);
/** Maps that belong to the same configuration as the one beside them. */
const SECOND_MAPS = ['security_keys'];
/** Maps of maps: each replaces some of the values. */
const VARIANTS = 'variants';
/** What only a template has beside its map: where it applies. */
const PROOFS = ['applies_to', 'appliesTo', 'supportedOcppVersions', 'supportedFirmwareVersions'];

/** Wanted values and where they apply: what a central system or a person writes to have them sent to stations. */
export const commissioningTemplate: Shape = {
  id: 'commissioning-template',
  find(file) {
    const { tape } = file;
    const maps = findNodes(tape, (node) => tape.kind(node) === OBJECT && isTemplateMap(file, node));
    if (maps.length === 0) return undefined;
    const mapsOf = new Map<Node, Node[]>();
    for (const map of maps) {
      const template = tape.parent(map);
      const own = mapsOf.get(template);
      if (own === undefined) mapsOf.set(template, [map]);
      else own.push(map);
    }
    const plans = [...mapsOf].map(([template, own]) => plansFor(tape, template, own));
    if (plans.length === 1) return plans[0];
    const names = [...mapsOf.keys()].map((template) => nameOf(tape, template));
    return plans.flatMap((own, index) =>
      own.map((plan) => ({ ...plan, label: `${names[index]}${plan.label}` })),
    );
  },
};

function isTemplateMap(file: JsonFile, node: Node): boolean {
  const { tape } = file;
  if (!MAPS.has(tape.name(node))) return false;
  const parent = tape.parent(node);
  if (parent === NONE) return false;
  return PROOFS.some((name) => tape.member(parent, name) !== NONE) || isMapOfKeys(file, node);
}

/** What a template is called, to tell it from others in the same file: `tpl_ac: `. */
function nameOf(tape: Tape, template: Node): string {
  const name = stringOf(tape, template, 'name') ?? stringOf(tape, template, 'id');
  return name === undefined ? '' : `${name}: `;
}

/** The maps of a template as one configuration, and each variant as another. */
function plansFor(tape: Tape, template: Node, maps: readonly Node[]): ScopePlan[] {
  const [map = template] = maps;
  const station = stationFields(tape, stationObjects(tape, map));
  const second = SECOND_MAPS.map((name) => tape.memberOfKind(template, name, OBJECT));
  const nodes = [...maps, ...second.filter((node) => node !== NONE)].sort((a, b) => a - b);
  const common = { purpose: 'template', dialect: STRINGS, station } as const;
  const variants = tape.memberOfKind(template, VARIANTS, OBJECT);
  return [
    {
      ...common,
      label: labelOf(tape, map, station),
      parts: nodes.map((node): Part => ({ node, layout: SCALARS })),
      mainPart: nodes.indexOf(map),
      node: nodes.length === 1 ? map : template,
      references: listedKeys(tape, template),
    },
    ...childObjects(tape, variants).map((node) => ({
      ...common,
      label: `${VARIANTS}.${tape.name(node)}`,
      parts: [{ node, layout: SCALARS }],
    })),
  ];
}

/** The objects around a map, and those beside it that say where it applies. */
function stationObjects(tape: Tape, map: Node): Node[] {
  return objectsAround(tape, map).flatMap((outer) => {
    if (tape.kind(outer) !== OBJECT) return [];
    const members = ['applies_to', 'appliesTo', 'extraFilters'].map((name) => tape.member(outer, name));
    return [...members.filter((member) => member !== NONE), outer];
  });
}

/**
 * The name of a map. Where a file has many, each in a list of its own, that list and the firmware that it is for tell
 * them apart: `ocppStandardParameters 3.2.0.12`.
 */
function labelOf(tape: Tape, map: Node, { firmware }: StationFields): string {
  for (const outer of objectsAround(tape, map)) {
    if (tape.kind(outer) !== ARRAY || !tape.hasName(outer)) continue;
    return firmware === undefined ? tape.name(outer) : `${tape.name(outer)} ${firmware.text}`;
  }
  return tape.name(map);
}

/** The names in lists of keys: `optional_keys`, `read_only_expected`. */
function listedKeys(tape: Tape, template: Node): KeyReference[] {
  return [...tape.children(template)].flatMap((list) =>
    tape.kind(list) === ARRAY && /keys$|read_?only/i.test(tape.name(list)) && isOfStrings(tape, list)
      ? referencesIn(tape, list, 'listed')
      : [],
  );
}

function isOfStrings(tape: Tape, list: Node): boolean {
  const first = tape.firstChild(list);
  return first !== NONE && tape.kind(first) === STRING;
}

function childObjects(tape: Tape, node: Node): Node[] {
  return node === NONE ? [] : [...tape.children(node)].filter((child) => tape.kind(child) === OBJECT);
}
