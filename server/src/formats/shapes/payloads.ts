import type { KeyReference } from '../../model/document.ts';
import type { Layout, ObjectsLayout } from '../json/layout.ts';
import { ARRAY, NONE, type Node, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { KEY_OBJECTS, referencesIn, STRINGS } from './common.ts';
import type { ScopePlan } from './shape.ts';
import { variablesIn } from './variable-payloads.ts';

/** The members in which an answer lists keys; Python tools write them in snake case. */
export const KEY_LISTS = ['configurationKey', 'configuration_key'];
export const UNKNOWN_KEY_LISTS = ['unknownKey', 'unknown_key'];

/** The payload of a ChangeConfiguration message: one key and its value. */
export const KEY_OBJECT: ObjectsLayout = { ...KEY_OBJECTS, kind: 'object', order: ['key', 'value'] };

/** What a message's payload says of a configuration; undefined where it says nothing. */
export function planPayload(tape: Tape, payload: Node, label: string): ScopePlan | undefined {
  if (payload === NONE || tape.kind(payload) !== OBJECT) return undefined;
  return (
    planAnswer(tape, payload, label) ??
    planRequest(tape, payload, label) ??
    planVariables(tape, payload, label)
  );
}

/** The payload of a GetConfiguration answer. */
function planAnswer(tape: Tape, payload: Node, label: string): ScopePlan | undefined {
  const list = firstMember(tape, payload, KEY_LISTS, ARRAY);
  const references = unknownKeys(tape, payload);
  if (list === NONE && references.length === 0) return undefined;
  return plan(label, 'dump', payload, {
    parts: list === NONE ? [] : [{ node: list, layout: KEY_OBJECTS }],
    references,
  });
}

/** The payload of ChangeConfiguration, with one key, or of GetConfiguration, with several. */
function planRequest(tape: Tape, payload: Node, label: string): ScopePlan | undefined {
  const key = tape.member(payload, KEY_OBJECT.key);
  if (key === NONE) return undefined;
  if (tape.kind(key) === ARRAY) {
    return plan(label, 'template', payload, { references: referencesIn(tape, key, 'request') });
  }
  if (tape.kind(key) !== STRING) return undefined;
  return plan(label, 'template', payload, { parts: [{ node: payload, layout: KEY_OBJECT }] });
}

/** The payload of one of the messages of OCPP 2.x about variables. */
function planVariables(tape: Tape, payload: Node, label: string): ScopePlan | undefined {
  const found = variablesIn(tape, payload);
  if (found === undefined) return undefined;
  const layout: Layout = { kind: 'listed', entries: found.entries };
  return plan(label, found.purpose, payload, {
    parts: [{ node: found.list, layout }],
    station: { protocol: found.protocol },
  });
}

function plan(
  label: string,
  purpose: ScopePlan['purpose'],
  node: Node,
  rest: Pick<Partial<ScopePlan>, 'parts' | 'references' | 'station'>,
): ScopePlan {
  return { label, purpose, node, dialect: STRINGS, parts: [], ...rest };
}

/** The keys that a station says it does not have. */
export function unknownKeys(tape: Tape, payload: Node): KeyReference[] {
  return UNKNOWN_KEY_LISTS.flatMap((name) => referencesIn(tape, tape.member(payload, name), 'unknown'));
}

function firstMember(tape: Tape, object: Node, names: readonly string[], kind: typeof ARRAY): Node {
  for (const name of names) {
    const member = tape.memberOfKind(object, name, kind);
    if (member !== NONE) return member;
  }
  return NONE;
}
