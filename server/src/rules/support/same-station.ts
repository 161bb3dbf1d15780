import type { FileFacts, MarkKind, StationFacts } from '../../resolve/file-facts.ts';

/** One configuration, and the file that it stands in. */
export interface StationInFile {
  readonly file: FileFacts;
  readonly station: StationFacts;
}

/**
 * Whether two files are about one station, such as a file and its backup or two dumps of different days. What the files
 * say of their stations tells first, then what they are called; `perhaps` where nothing tells them apart.
 * @param told by what stations are told apart, the surest first
 */
export function isSameStation(
  a: StationInFile,
  b: StationInFile,
  told: readonly MarkKind[] = ['serial', 'identity'],
): 'yes' | 'no' | 'perhaps' {
  if (a.file.fingerprint === b.file.fingerprint) return 'yes';
  for (const kind of told) {
    const same = haveInCommon(kind, a.station, b.station);
    if (same === false) return 'no';
    // One serial number is one station, whatever else was changed; an identity may have gone to another one.
    if (same === true) return kind === 'serial' || !differs(a.station, b.station) ? 'yes' : 'no';
  }
  if (differs(a.station, b.station)) return 'no';
  return bareName(a.file.path) === bareName(b.file.path) ? 'yes' : 'perhaps';
}

/**
 * Whether a file speaks for its station among the files with the same value. A station's backups and older dumps do
 * not, so that nothing is said of each of them: the one with the shortest name does.
 */
export function speaksForStation(
  own: StationInFile,
  others: readonly StationInFile[],
  told?: readonly MarkKind[],
): boolean {
  return others.every(
    (other) => isBefore(own.file.path, other.file.path) || isSameStation(own, other, told) !== 'yes',
  );
}

/**
 * The stations among those with the same value that are others. Two dumps that do not say whose they are may well be of
 * one station.
 */
export function otherStations<Other extends StationInFile>(
  own: StationInFile,
  sharing: readonly Other[],
  told?: readonly MarkKind[],
): readonly Other[] {
  return sharing.filter((other) => {
    const same = isSameStation(own, other, told);
    const areWritten = own.station.purpose !== 'dump' && other.station.purpose !== 'dump';
    return same === 'no' || (same === 'perhaps' && areWritten);
  });
}

function isBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}

/** Whether both say something of the kind and have one of it in common; undefined where one is silent. */
function haveInCommon(kind: MarkKind, a: StationFacts, b: StationFacts): boolean | undefined {
  const own = fingerprints(kind, a);
  const others = fingerprints(kind, b);
  if (own.length === 0 || others.length === 0) return undefined;
  return own.some((fingerprint) => others.includes(fingerprint));
}

function fingerprints(kind: MarkKind, { marks }: StationFacts): readonly number[] {
  return marks.filter((mark) => mark.kind === kind).map(({ fingerprint }) => fingerprint);
}

function differs(a: StationFacts, b: StationFacts): boolean {
  return differ(a.vendor, b.vendor) || differ(a.model, b.model);
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/**
 * A file's name without its ending and without what people and programs add to the name of a file that they put aside:
 * `cp1.bak.json`, `cp1-backup-2024-05-01.json`, `cp1 (2).json` and `old-cp1.json` are all `cp1`. A number that may count
 * stations stays.
 */
export function bareName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return name
    .replace(/\.[a-z0-9]+$/, '')
    .replace(/(?<!\d)(19|20)\d\d[-_.]?\d\d([-_.]?\d\d)?([-_t.]?\d\d[-_:h.]?\d\d([-_:.]?\d\d)?)?/g, ' ')
    .replace(/\(\d+\)/g, ' ')
    .replace(/(?<![a-z])v\d+(\.\d+)*(?![a-z])/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !ASIDE.has(word))
    .join(' ');
}

/** Words by which a copy is told from what it is a copy of. */
const ASIDE: ReadonlySet<string> = new Set([
  ...[
    'bak',
    'backup',
    'back',
    'old',
    'orig',
    'original',
    'copy',
    'kopie',
    'kopia',
    'sicherung',
    'save',
    'saved',
  ],
  ...[
    'before',
    'after',
    'vorher',
    'nachher',
    'voor',
    'na',
    'new',
    'neu',
    'nieuw',
    'alt',
    'oud',
    'fixed',
    'final',
  ],
  ...['tmp', 'temp', 'previous', 'prev', 'current', 'latest', 'last', 'dump', 'export', 'of'],
]);
