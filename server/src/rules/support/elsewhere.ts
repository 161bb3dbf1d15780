import * as l10n from '@vscode/l10n';
import type { PlaceElsewhere } from '../../model/problem.ts';
import type { PlacedStation } from '../../resolve/known-files.ts';

/** More places in other files than these are only counted. */
const MOST_PLACES = 5;

/** The places in other files, each file once, as far as anybody would follow them. */
export function placesElsewhere(
  stations: readonly PlacedStation[],
  messageFor: (station: PlacedStation) => string,
): readonly PlaceElsewhere[] {
  return firstOfEachFile(stations)
    .slice(0, MOST_PLACES)
    .map((station) => ({
      path: station.file.path,
      span: station.mark.span,
      message: messageFor(station),
    }));
}

/** "b.json", "b.json and 2 other files": short enough for a sentence. */
export function otherFilesWords(stations: readonly PlacedStation[]): string {
  const [first, ...others] = firstOfEachFile(stations);
  const name = first === undefined ? '' : nameOf(first.file.path);
  switch (others.length) {
    case 0:
      return name;
    case 1:
      return l10n.t('{0} and 1 other file', name);
    default:
      return l10n.t('{0} and {1} other files', name, others.length);
  }
}

function firstOfEachFile(stations: readonly PlacedStation[]): readonly PlacedStation[] {
  const byPath = new Map(stations.toReversed().map((station) => [station.file.path, station]));
  return [...byPath.values()].reverse();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
