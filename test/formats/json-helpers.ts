import { JsonEntry } from '../../server/src/formats/json/document.ts';
import type { ConfigEntry } from '../../server/src/model/document.ts';

/** The payload of a message cannot go without the message, nor a variable without its component. */
export function isRemovable(entry: ConfigEntry): boolean {
  if (!(entry instanceof JsonEntry)) throw new TypeError('an entry of another format');
  const { kind } = entry.part.layout;
  return kind !== 'object' && kind !== 'listed';
}
