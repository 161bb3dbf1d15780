import type { FileFacts, StationFacts, StationMark } from './file-facts.ts';

/** What a rule may ask about the files around the one that it looks at. */
export interface OtherFiles {
  /** The stations of other files with the same value, by path. */
  sharing(path: string, mark: StationMark): readonly PlacedStation[];
  /** The files in the same folder, this one among them, by path. */
  inFolderOf(path: string): readonly FileFacts[];
}

/** A station of a file, and one of its values. */
export interface PlacedStation {
  readonly file: FileFacts;
  readonly station: StationFacts;
  readonly mark: StationMark;
}

/** The files of a workspace or of one run, as far as they are compared with each other. Each change costs what it changes. */
export class KnownFiles implements OtherFiles {
  readonly #files = new Map<string, FileFacts>();
  readonly #byMark = new Map<string, Map<string, PlacedStation>>();
  readonly #byFolder = new Map<string, Map<string, FileFacts>>();
  /** The files of a folder as they were asked for last, since each of them asks. */
  readonly #sortedFolders = new Map<string, readonly FileFacts[]>();

  /**
   * Takes down what a file says now; undefined: nothing, or the file is gone. Returns the paths of other files to which
   * this may make a difference.
   */
  set(path: string, facts: FileFacts | undefined): ReadonlySet<string> {
    const affected = new Set<string>();
    const before = this.#files.get(path);
    if (before === undefined && facts === undefined) return affected;
    // Where only lines have moved, the places that others point to are new, and nothing else.
    const isSame = saidBy(before, ALL) === saidBy(facts, ALL);
    if (!isSame) this.#addSharing(before, affected);
    this.#replace(path, facts);
    if (isSame) return affected;
    this.#addSharing(facts, affected);
    if (saidBy(before, ROTATION) !== saidBy(facts, ROTATION)) {
      for (const other of this.#byFolder.get(folderOf(path))?.keys() ?? []) affected.add(other);
    }
    affected.delete(path);
    return affected;
  }

  sharing(path: string, mark: StationMark): readonly PlacedStation[] {
    const placed = this.#byMark.get(identityOf(mark));
    if (placed === undefined) return [];
    return [...placed.values()].filter(({ file }) => file.path !== path).sort(byPath);
  }

  inFolderOf(path: string): readonly FileFacts[] {
    const folder = folderOf(path);
    const sorted = this.#sortedFolders.get(folder);
    if (sorted !== undefined) return sorted;
    const files = [...(this.#byFolder.get(folder)?.values() ?? [])];
    files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    this.#sortedFolders.set(folder, files);
    return files;
  }

  #replace(path: string, facts: FileFacts | undefined): void {
    const before = this.#files.get(path);
    if (before !== undefined) this.#remove(before);
    if (facts === undefined) this.#files.delete(path);
    else this.#add(facts);
  }

  #add(file: FileFacts): void {
    this.#sortedFolders.delete(folderOf(file.path));
    this.#files.set(file.path, file);
    getOrMake(this.#byFolder, folderOf(file.path)).set(file.path, file);
    for (const [index, station] of file.stations.entries()) {
      for (const mark of station.marks) {
        // Phases are compared within a folder only.
        if (mark.kind === 'phase-rotation') continue;
        getOrMake(this.#byMark, identityOf(mark)).set(`${index} ${file.path}`, { file, station, mark });
      }
    }
  }

  #remove(file: FileFacts): void {
    this.#sortedFolders.delete(folderOf(file.path));
    this.#byFolder.get(folderOf(file.path))?.delete(file.path);
    for (const [index, { marks }] of file.stations.entries()) {
      for (const mark of marks) this.#byMark.get(identityOf(mark))?.delete(`${index} ${file.path}`);
    }
  }

  #addSharing(facts: FileFacts | undefined, affected: Set<string>): void {
    for (const { marks } of facts?.stations ?? []) {
      for (const mark of marks) {
        for (const { file } of this.#byMark.get(identityOf(mark))?.values() ?? []) affected.add(file.path);
      }
    }
  }
}

function identityOf({ kind, fingerprint }: StationMark): string {
  return `${kind} ${fingerprint}`;
}

const ALL = (): boolean => true;
/** What counts for the comparison of a folder's phases, where a station says how it is wired. */
const ROTATION = ({ marks }: StationFacts): boolean => marks.some(({ kind }) => kind === 'phase-rotation');

/** What a file says of some of its stations, whatever the lines. */
function saidBy(facts: FileFacts | undefined, about: (station: StationFacts) => boolean): string {
  const stations = (facts?.stations ?? []).filter(about).map((station) => ({
    ...station,
    marks: station.marks.map(identityOf),
  }));
  return JSON.stringify(stations);
}

/** What all files of one site have in common. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function byPath(a: PlacedStation, b: PlacedStation): number {
  return a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0;
}

function getOrMake<Key, Inner, Value>(map: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = new Map<Inner, Value>();
  map.set(key, made);
  return made;
}
