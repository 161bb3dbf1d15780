import type { Analysis } from '../../analysis.ts';
import { nameOfStation, reasonsOf, smartChargingWords } from '../../features/station-summary.ts';
import type { StationContext } from '../../model/station.ts';
import type { ResolvedDocument } from '../../resolve/resolve.ts';
import { printable } from '../terminal/characters.ts';
import type { Style } from '../terminal/style.ts';

/**
 * A file's name and what was recognised in it: `fleet/a.json  get-configuration, OCPP 1.6, KEBA KC-P30, AC, GreenFlux`.
 */
export function fileHeading(path: string, { document, resolved }: Analysis, style: Style): string {
  const operator = resolved.operator === undefined ? [] : [resolved.operator.profile.name];
  const known = [document.shape, ...stationWords(stationsOf(resolved)), ...operator]
    .map(printable)
    .join(', ');
  return `${style.heading(path)}  ${style.faint(known)}`;
}

/**
 * Why we think so, where nobody has said it: "AC: KEBA KC-P30 is an AC station". Empty where nothing was concluded, or
 * not the same for all configurations of the file.
 */
export function conclusionsOf({ resolved }: Analysis): string {
  const [first, ...others] = stationsOf(resolved).map(reasonsOf);
  const agreed = (first ?? []).filter((reason) => others.every((reasons) => reasons.includes(reason)));
  return agreed.map(printable).join('; ');
}

/** A program's own section knows nothing of the keys that tell what station it is. */
function stationsOf({ scopes }: ResolvedDocument): readonly StationContext[] {
  return scopes.flatMap(({ scope, station }) => (scope.keysAre === 'ocpp' ? [station] : []));
}

/** What all configurations of a file agree on. */
function stationWords(stations: readonly StationContext[]): string[] {
  const agreed = <Value>(fact: (station: StationContext) => Value | undefined): Value | undefined => {
    const [first, ...others] = stations.map(fact);
    return others.every((other) => other === first) ? first : undefined;
  };
  const protocol = agreed(({ protocol }) => protocol.value);
  const smartCharging = agreed((station) => station.smartCharging.value);
  return [
    protocol === undefined ? undefined : `OCPP ${protocol}`,
    nameOfStation(
      agreed(({ vendor }) => vendor.value),
      agreed(({ model }) => model.value),
    ),
    agreed(({ current }) => current.value),
    smartCharging === undefined ? undefined : smartChargingWords(smartCharging),
  ].filter((words) => words !== undefined && words !== '') as string[];
}
