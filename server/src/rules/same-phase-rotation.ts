import * as l10n from '@vscode/l10n';
import type { FileFacts, StationFacts, StationMark } from '../resolve/file-facts.ts';
import type { OtherFiles, PlacedStation } from '../resolve/known-files.ts';
import { listItems } from '../resolve/lists.ts';
import { filesRule } from './rule.ts';
import { placesElsewhere } from './support/elsewhere.ts';
import { isSameStation } from './support/same-station.ts';

interface SameRotation {
  readonly mark: StationMark;
  readonly rotation: string;
  readonly others: readonly PlacedStation[];
}

/** From this number of stations on, one phase carries what three should. */
const FEWEST_STATIONS = 3;

/** All AC stations of one site with the phases in the same order. Said once, in the first of the files. */
export const samePhaseRotation = filesRule<SameRotation>({
  id: 'same-phase-rotation',
  group: 'several-files',
  severity: 'hint',
  title: 'Phase rotation that all stations of a site share',
  since: '0.2.0',
  find(file, known) {
    if (!file.stations.some((station) => rotationIn(station) !== undefined)) return [];
    const site = siteOf(file, known);
    const [first, ...others] = site?.stations ?? [];
    if (site === undefined || first === undefined || first.file.path !== file.path) return [];
    return [{ mark: first.mark, rotation: site.rotation, others }];
  },
  word: ({ mark, rotation, others }) => ({
    what: l10n.t(
      'All {0} AC stations of this folder have the phase rotation {1}.',
      others.length + 1,
      rotation,
    ),
    why: l10n.t(
      'Cars that charge on one phase then all load the same phase of the supply, and its fuse trips while two phases idle.',
    ),
    todo: l10n.t('Wire the stations in turn and record it: RST, STR, TRS.'),
    range: mark.range,
    key: mark.name,
    related: placesElsewhere(others, () => l10n.t('{0} here too', rotation)),
  }),
});

interface Site {
  readonly rotation: string;
  /** One for each station, by path. */
  readonly stations: readonly PlacedStation[];
}

/** The stations of a folder, where they are enough and all have the same rotation. */
function siteOf({ path }: FileFacts, known: OtherFiles): Site | undefined {
  const stations: PlacedStation[] = [];
  let common: string | undefined;
  for (const file of known.inFolderOf(path)) {
    for (const station of file.stations) {
      const found = station.current === 'DC' ? undefined : rotationIn(station);
      if (found === undefined) continue;
      common ??= found.rotation;
      // A station that differs shows that somebody has thought of it, whatever else is known of that station.
      if (found.rotation === undefined || found.rotation !== common) return undefined;
      if (!isOfOneStation(station) || station.current !== 'AC') continue;
      // Another file comes first and says it: nothing more is to be looked at, in folders of any size.
      if (stations.length === 0 && file.path !== path) return undefined;
      const placed = { file, station, mark: found.mark };
      if (stations.every((other) => isSameStation(placed, other) !== 'yes')) stations.push(placed);
    }
  }
  return common === undefined || stations.length < FEWEST_STATIONS
    ? undefined
    : { rotation: common, stations };
}

/** A template that names no station may be for any number of them. */
function isOfOneStation({ purpose, marks }: StationFacts): boolean {
  return purpose !== 'template' || marks.some(({ kind }) => kind === 'identity' || kind === 'serial');
}

interface Rotation {
  readonly mark: StationMark;
  /** Undefined where the station's own connectors differ. */
  readonly rotation: string | undefined;
}

/** How a station's connectors are wired to three phases. Undefined where it does not say. */
function rotationIn({ marks }: StationFacts): Rotation | undefined {
  const mark = marks.find(({ kind }) => kind === 'phase-rotation');
  const rotations = listItems(mark?.text ?? '').flatMap(({ text }) => {
    const rotation = text.slice(text.indexOf('.') + 1).toUpperCase();
    return /^[RST]{3}$/.test(rotation) ? [rotation] : [];
  });
  const [first] = rotations;
  if (mark === undefined || first === undefined) return undefined;
  return { mark, rotation: rotations.every((other) => other === first) ? first : undefined };
}
