import type { ScopePurpose } from '../../model/document.ts';
import { ARRAY, NONE, type Node, type Tape } from '../json/tape.ts';
import {
  countKeysInList,
  findNodes,
  hasReadOnlyKey,
  hasString,
  KEY_OBJECTS,
  objectsAround,
  rootOf,
  STRINGS,
  saysWhatIsReadOnly,
} from './common.ts';
import { addressIn2x, speaks2x } from './dotted-keys.ts';
import { KEY_LISTS, UNKNOWN_KEY_LISTS, unknownKeys } from './payloads.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** What exports of central systems call the list; the name alone proves nothing. */
const EXPORT_LIST = 'configuration';

/** A GetConfiguration answer: whole, as a bare array, or inside any other object. */
export const getConfiguration: Shape = {
  id: 'get-configuration',
  find(file) {
    const { tape } = file;
    const lists = findNodes(tape, (node) => tape.kind(node) === ARRAY && isKeyList(file, node));
    return lists.length === 0
      ? undefined
      : lists.map((list) => planFor(file, list, lists.length > 1 ? pathOf(tape, list) : labelOf(tape, list)));
  },
};

function isKeyList({ tape, isKeyName, forced }: JsonFile, list: Node): boolean {
  const name = tape.name(list);
  if (KEY_LISTS.includes(name)) return true;
  if (list !== rootOf(tape) && name !== EXPORT_LIST) return false;
  if (forced) return true;
  // A bare list without marks is one of changes.
  if (list === rootOf(tape) && !saysWhatIsReadOnly(tape, list)) return false;
  const first = tape.firstChild(list);
  return (
    first !== NONE && hasString(tape, first, 'key') && countKeysInList(tape, list, 'key', isKeyName, 1) > 0
  );
}

function labelOf(tape: Tape, list: Node): string {
  return tape.name(list) || 'keys';
}

/** The name of a list with that of the object around it, which tells it from the others in the file. */
function pathOf(tape: Tape, list: Node): string {
  const parent = tape.parent(list);
  const outer = parent === NONE ? '' : tape.name(parent);
  return outer === '' ? labelOf(tape, list) : `${outer}.${labelOf(tape, list)}`;
}

function planFor(file: JsonFile, list: Node, label: string): ScopePlan {
  const { tape } = file;
  const answer = tape.parent(list);
  const station = stationFields(tape, objectsAround(tape, list));
  return {
    label,
    purpose: purposeOf(file, list),
    dialect: STRINGS,
    parts: [{ node: list, layout: KEY_OBJECTS, addressOf: speaks2x(station) ? addressIn2x : undefined }],
    references: answer === NONE ? [] : unknownKeys(tape, answer),
    station,
  };
}

/**
 * Whether a list is what a station reported or what somebody wants it to have. A list in which every key can be written
 * may be either: the file's name, which proves little, then decides.
 */
function purposeOf({ tape, fileName }: JsonFile, list: Node): ScopePurpose {
  const answer = tape.parent(list);
  if (hasReadOnlyKey(tape, list)) return 'dump';
  if (answer !== NONE && unknownKeys(tape, answer).length > 0) return 'dump';
  if (/template|recommend|wanted/i.test(fileName)) return 'template';
  if (/getconfig|dump|export|report|answer|response/i.test(fileName)) return 'dump';
  const isWholeAnswer = UNKNOWN_KEY_LISTS.some(
    (name) => answer !== NONE && tape.member(answer, name) !== NONE,
  );
  return isWholeAnswer ? 'dump' : 'template';
}
