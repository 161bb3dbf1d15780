import type { Analysis } from '../../analysis.ts';
import type { StationContext } from '../../model/station.ts';
import { printable } from '../terminal/characters.ts';
import type { Style } from '../terminal/style.ts';

/** A file's name and what was recognised in it: `fleet/a.json  get-configuration, OCPP 1.6, AC, smart charging on`. */
export function fileHeading(path: string, { document, resolved }: Analysis, style: Style): string {
  // A program's own section knows nothing of the keys that tell what station it is.
  const stations = resolved.scopes.flatMap(({ scope, station }) =>
    scope.keysAre === 'ocpp' ? [station] : [],
  );
  const known = [document.shape, ...stationWords(stations)].map(printable).join(', ');
  return `${style.heading(path)}  ${style.faint(known)}`;
}

/** What all configurations of a file agree on. */
function stationWords(stations: readonly StationContext[]): string[] {
  const agreed = <Value>(fact: (station: StationContext) => Value | undefined): Value | undefined => {
    const [first, ...others] = stations.map(fact);
    return others.every((other) => other === first) ? first : undefined;
  };
  const protocol = agreed(({ protocol }) => protocol.value);
  const smartCharging = agreed((station) => station.smartCharging.value);
  const name = [agreed(({ vendor }) => vendor.value), agreed(({ model }) => model.value)];
  return [
    protocol === undefined ? undefined : `OCPP ${protocol}`,
    name.filter((part) => part !== undefined).join(' '),
    agreed(({ current }) => current.value),
    smartCharging === undefined ? undefined : `smart charging ${smartCharging ? 'on' : 'off'}`,
  ].filter((words) => words !== undefined && words !== '') as string[];
}
