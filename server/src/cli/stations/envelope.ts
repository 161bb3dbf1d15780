import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';
import type { OffsetRange } from '../../text/range.ts';

/** What stands around a configuration on a line of an input. */
export interface Envelope {
  /** The station, where the line names one. */
  readonly id: string | number | null;
  readonly vendor?: string | undefined;
  readonly model?: string | undefined;
  readonly firmware?: string | undefined;
}

/** Reads what a line says around its configuration. Undefined when the line is no JSON. */
export function readEnvelope(line: string): Envelope | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // What the engine says of it quotes the line, which may hold a secret.
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null };
  const members = value as Readonly<Record<string, unknown>>;
  const text = (...names: readonly string[]) => {
    for (const name of names) {
      const found = Object.hasOwn(members, name) ? members[name] : undefined;
      if (typeof found === 'string' && found !== '') return found;
    }
    return undefined;
  };
  const { id } = members;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    vendor: text('vendor', 'chargePointVendor'),
    model: text('model', 'chargePointModel'),
    firmware: text('firmware', 'firmwareVersion'),
  };
}

/** Where a line that is JSON has its configuration, where that has a name of its own. */
export function configurationRange(line: string): OffsetRange | undefined {
  const root = parseTree(line);
  const node = root && findNodeAtLocation(root, ['configuration']);
  return node && { start: node.offset, end: node.offset + node.length };
}

/** Where a line stops being JSON, as a character from 1. */
export function firstMistake(line: string): number {
  const errors: ParseError[] = [];
  parseTree(line, errors, { disallowComments: true, allowTrailingComma: false });
  return (errors[0]?.offset ?? 0) + 1;
}
