import type { Dialect } from '../../model/document.ts';
import type { ObjectsLayout } from '../json/layout.ts';
import { ARRAY, NONE, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { KEY_OBJECTS, rootOf } from './common.ts';
import type { Shape } from './shape.ts';

const CONTENT_TYPE = 'ocpp_config_file';

/** A member beside each value says its type, so that the value is written by it. */
const DIALECT: Dialect = {
  values: 'native',
  keyCase: 'exact',
  comments: [],
  strict: false,
  reader: 'MicroOcpp',
};

const LAYOUT: ObjectsLayout = {
  ...KEY_OBJECTS,
  readOnly: [],
  type: { name: 'type', words: { boolean: 'bool', number: 'int', string: 'string' } },
  order: ['type', 'key', 'value'],
};

/** The file in which MicroOcpp keeps a station's keys. */
export const microocppStore: Shape = {
  id: 'microocpp-store',
  find({ tape, forced }) {
    const root = rootOf(tape);
    if (root === NONE || tape.kind(root) !== OBJECT || !(forced || hasHead(tape))) return undefined;
    const list = tape.memberOfKind(root, 'configurations', ARRAY);
    if (list === NONE) return undefined;
    return [
      {
        label: 'configurations',
        purpose: 'store',
        dialect: DIALECT,
        parts: [{ node: list, layout: LAYOUT }],
      },
    ];
  },
};

function hasHead(tape: Tape): boolean {
  const head = tape.memberOfKind(rootOf(tape), 'head', OBJECT);
  const type = head === NONE ? NONE : tape.memberOfKind(head, 'content-type', STRING);
  return type !== NONE && tape.string(type) === CONTENT_TYPE;
}
