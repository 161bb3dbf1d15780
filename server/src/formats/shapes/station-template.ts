import { ARRAY, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import { dialectOfList, findNodes, KEY_OBJECTS, objectsAround } from './common.ts';
import { addressIn2x, speaks2x } from './dotted-keys.ts';
import type { ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

const LIST = 'configurationKey';
/** The member of a template in which the list lies. */
const CONFIGURATION = 'Configuration';
/** What a template says of its station; one of them is enough. */
const STATION_MEMBERS = ['chargePointModel', 'chargePointVendor'];
/** What the file that the simulator writes for each station has beside the list. */
const STATION_INFO = 'stationInfo';

/** A station template of the e-mobility simulator, or the file that it writes for each station made from one. */
export const stationTemplate: Shape = {
  id: 'station-template',
  find({ tape }) {
    const lists = findNodes(
      tape,
      (node) => tape.kind(node) === ARRAY && tape.name(node) === LIST && isOfStation(tape, node),
    );
    return lists.length === 0 ? undefined : lists.map((list) => planFor(tape, list));
  },
};

function isOfStation(tape: Tape, list: Node): boolean {
  const parent = tape.parent(list);
  if (parent === NONE || tape.kind(parent) !== OBJECT) return false;
  if (tape.member(parent, STATION_INFO) !== NONE) return true;
  const outer = tape.parent(parent);
  return (
    tape.name(parent) === CONFIGURATION &&
    outer !== NONE &&
    STATION_MEMBERS.some((name) => tape.member(outer, name) !== NONE)
  );
}

function planFor(tape: Tape, list: Node): ScopePlan {
  const parent = tape.parent(list);
  const station = stationFields(tape, [tape.member(parent, STATION_INFO), ...objectsAround(tape, list)]);
  return {
    label: LIST,
    purpose: 'store',
    dialect: dialectOfList(tape, list),
    parts: [{ node: list, layout: KEY_OBJECTS, addressOf: speaks2x(station) ? addressIn2x : undefined }],
    station,
  };
}
