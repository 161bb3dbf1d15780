import { ARRAY, NONE, type Node, NUMBER, OBJECT, STRING, type Tape } from '../json/tape.ts';
import { rootOf } from './common.ts';

/**
 * Whether a file names keys without being a configuration: a JSON Schema or an API description lists every key there
 * is, and a baseline of ours those that have problems. These signals win over everything that a shape may see in the
 * file.
 */
export function isAboutConfigurations(tape: Tape): boolean {
  const root = rootOf(tape);
  if (root === NONE || tape.kind(root) !== OBJECT) return false;
  if (tape.memberOfKind(root, 'openapi', STRING) !== NONE) return true;
  if (tape.memberOfKind(root, 'swagger', STRING) !== NONE) return true;
  const schema = tape.memberOfKind(root, '$schema', STRING);
  if (schema !== NONE && tape.string(schema).includes('json-schema.org')) return true;
  if (isBaseline(tape, root)) return true;
  // A schema that does not say so: it describes properties by type.
  const properties = tape.memberOfKind(root, 'properties', OBJECT);
  return (
    properties !== NONE &&
    (tape.memberOfKind(root, 'required', ARRAY) !== NONE || tape.memberOfKind(root, 'type', STRING) !== NONE)
  );
}

/** `{ "version": 1, "files": { "a.json": { "<rule>": { "<key>": 1 } } } }`: how often. */
function isBaseline(tape: Tape, root: Node): boolean {
  if (tape.memberOfKind(root, 'version', NUMBER) === NONE) return false;
  const rules = firstMember(tape, tape.memberOfKind(root, 'files', OBJECT));
  const count = firstMember(tape, firstMember(tape, rules));
  return count !== NONE && tape.kind(count) === NUMBER;
}

/** The first member of what may be an object; `NONE` where there is none. */
function firstMember(tape: Tape, object: Node): Node {
  return object === NONE || tape.kind(object) !== OBJECT ? NONE : tape.firstChild(object);
}
