import type { UnderstoodText } from '../analysis.ts';
import type { ResolvedScope } from '../resolve/resolve.ts';

/** A text that was parsed and resolved; what most features need. An `Analysis` is one as well. */
export type Understood = UnderstoodText;

/** Whether keys of the catalog's protocol have a place in a scope: not in a program's own section, nor in 2.x. */
export function takesKeys({ scope, station, catalog }: ResolvedScope): boolean {
  const protocol = station.protocol.value;
  return scope.keysAre === 'ocpp' && (protocol === undefined || protocol === catalog.protocol);
}
