import * as l10n from '@vscode/l10n';
import { ARRAY, NONE, type Node, OBJECT, type Tape } from '../json/tape.ts';
import {
  countKeysInList,
  dialectOfList,
  findNodes,
  KEY_OBJECTS,
  objectsAround,
  saysWhatIsReadOnly,
} from './common.ts';
import type { JsonFile, ScopePlan, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** What a settings file calls its list and the version beside it. */
const LISTS = new Set(['keys', 'Keys']);
const VERSIONS = ['version', 'Version'];

/** A program's own list of keys: `{ "version": 1, "keys": [ { "key", "readOnly", "value" } ] }`, or by another name. */
export const keyList: Shape = {
  id: 'key-list',
  find(file) {
    const { tape } = file;
    const lists = findNodes(tape, (node) => tape.kind(node) === ARRAY && isKeyList(file, node));
    return lists.length === 0 ? undefined : lists.map((list) => planFor(tape, list));
  },
};

function isKeyList({ tape, isKeyName, forced }: JsonFile, list: Node): boolean {
  const first = tape.firstChild(list);
  if (first === NONE || tape.kind(first) !== OBJECT || !saysWhatIsReadOnly(tape, list)) return false;
  if (forced) return true;
  const enough = hasVersion(tape, list) ? 1 : 2;
  return countKeysInList(tape, list, KEY_OBJECTS.key, isKeyName, enough) >= enough;
}

function hasVersion(tape: Tape, list: Node): boolean {
  return LISTS.has(tape.name(list)) && VERSIONS.some((name) => tape.member(tape.parent(list), name) !== NONE);
}

function planFor(tape: Tape, list: Node): ScopePlan {
  return {
    label: tape.name(list) || l10n.t('keys'),
    purpose: 'store',
    dialect: dialectOfList(tape, list),
    parts: [{ node: list, layout: KEY_OBJECTS }],
    station: stationFields(tape, objectsAround(tape, list)),
  };
}
