import * as l10n from '@vscode/l10n';
import { ARRAY, isScalar, MISSING, NONE, type Node, STRING, type Tape } from '../json/tape.ts';
import { EITHER, findNodes, membersBeside, objectsAround } from './common.ts';
import type { JsonFile, Shape } from './shape.ts';
import { stationFields } from './station-fields.ts';

/** Pairs of key and value: `[ ["Key", "value"], … ]`. */
export const keyTuples: Shape = {
  id: 'key-tuples',
  find(file) {
    const { tape } = file;
    const lists = findNodes(tape, (node) => tape.kind(node) === ARRAY && isListOfPairs(file, node));
    if (lists.length === 0) return undefined;
    return lists.map((node) => ({
      label: tape.name(node) || l10n.t('keys'),
      purpose: 'store',
      dialect: EITHER,
      parts: [{ node, layout: { kind: 'pairs' } }],
      station: stationFields(tape, [...objectsAround(tape, node), ...membersBeside(tape, node)]),
    }));
  },
};

function isListOfPairs({ tape, isKeyName, forced }: JsonFile, list: Node): boolean {
  const keys = new Set<string>();
  for (const item of tape.children(list)) {
    if (!isPair(tape, item)) return false;
    const key = tape.string(tape.firstChild(item));
    if (isKeyName(key)) keys.add(key);
  }
  return keys.size > 1 || (forced && tape.firstChild(list) !== NONE);
}

/** `["Key", "value"]`, or the beginning of it. */
function isPair(tape: Tape, item: Node): boolean {
  if (tape.kind(item) !== ARRAY) return false;
  const key = tape.firstChild(item);
  if (key === NONE || tape.kind(key) !== STRING) return false;
  const value = tape.nextSibling(key);
  if (value === NONE) return true;
  const kind = tape.kind(value);
  return (isScalar(kind) || kind === MISSING) && tape.nextSibling(value) === NONE;
}
