import * as l10n from '@vscode/l10n';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { VendorPack } from '../catalog/vendor-pack.ts';
import type { OffsetRange } from '../text/range.ts';
import { asProblem, failureWords, fileProblems } from './file-problems.ts';
import type { ProjectFiles } from './files.ts';
import type { ProfileMerge } from './merge-profiles.ts';
import type { OwnPack } from './merged-source.ts';
import { type FileSchemas, type ReadKnowledge, readPack, readProfile } from './own-knowledge.ts';
import { inside, relativeTo } from './paths.ts';
import type { OwnFile } from './project.ts';
import { PACK_ENDING, PROFILE_ENDING } from './project-file.ts';
import type { FileProblem } from './schema-reader.ts';
import { quoted } from './words.ts';

/** More than the largest bundled pack has by far, and little enough to be read while somebody types. */
export const LARGEST_FILE = 1024 * 1024;
export const MOST_PACKS = 100;
export const MOST_PROFILES = 20;

type Kind = 'packs' | 'profiles';

interface ReadProfile {
  readonly value: OperatorProfile;
  readonly path: string;
  readonly extendsRange: OffsetRange;
}

/** Reads the packs and profiles that a list names, in its order. Nothing outside the folder is looked at. */
export class KnowledgeReader {
  readonly packs: OwnPack[] = [];
  readonly profiles: ReadProfile[] = [];
  readonly files: OwnFile[] = [];
  readonly folders: string[] = [];
  readonly missing: string[] = [];
  /** In the file that holds the list. */
  readonly problems: FileProblem[] = [];
  readonly #folder: string;
  readonly #source: ProjectFiles;
  readonly #schemas: FileSchemas;
  readonly #read = { packs: 0, profiles: 0 };

  constructor(folder: string, source: ProjectFiles, schemas: FileSchemas) {
    this.#folder = folder;
    this.#source = source;
    this.#schemas = schemas;
  }

  /** @param name a file or folder, as the list names it */
  async add(kind: Kind, name: string, range: OffsetRange): Promise<void> {
    const path = inside(this.#folder, name);
    if (path === undefined) {
      this.#say(range, `${l10n.t('{0} leads out of this folder.', quoted(name))} ${stayInside()}`);
      return;
    }
    switch (await this.#source.whereLinksLead(this.#folder, path)) {
      case 'inside':
        break;
      case 'outside':
        this.#say(
          range,
          `${l10n.t('A link in {0} leads out of this folder.', quoted(name))} ${stayInside()}`,
        );
        return;
      case 'unknown':
        this.#say(
          range,
          [
            l10n.t('{0} is reached by a link, and where it leads cannot be seen.', quoted(name)),
            l10n.t('Put the file itself into the folder of the project file.'),
          ].join(' '),
        );
        return;
    }
    const contents = await this.#source.read(path, LARGEST_FILE);
    switch (contents.kind) {
      case 'text':
        return this.take(kind, path, contents.text, range);
      case 'folder':
        return this.#addFolder(kind, path, name, range);
      case 'missing':
        this.missing.push(path);
        return this.#say(range, l10n.t('There is no {0}.', quoted(name)));
      case 'too-large':
        return this.#say(range, l10n.t('{0} is larger than 1 MB, so it is not read.', quoted(name)));
      case 'trouble':
        return this.#say(range, l10n.t('{0} cannot be read: {1}.', quoted(name), contents.message));
    }
  }

  /** Says of profiles that could not be made why, at what they extend. */
  sayFailures(failures: ProfileMerge['failures'], profiles: readonly OperatorProfile[]): void {
    for (const [profile, { kind }] of failures) {
      const read = this.profiles.find(({ value }) => value === profile);
      const index = this.files.findIndex(({ path }) => path === read?.path);
      const file = this.files[index];
      if (read === undefined || file === undefined) continue;
      const problem = { message: failureWords(profile, kind, profiles), range: read.extendsRange };
      this.files[index] = { ...file, problems: [asProblem('operator-profile')(problem), ...file.problems] };
    }
  }

  async #addFolder(kind: Kind, folder: string, name: string, range: OffsetRange): Promise<void> {
    this.folders.push(folder);
    const listed = await this.#source.list(folder);
    if (listed.kind === 'trouble') {
      this.#say(range, l10n.t('{0} cannot be read: {1}.', quoted(name), listed.message));
      return;
    }
    const ending = kind === 'packs' ? PACK_ENDING : PROFILE_ENDING;
    const names = listed.files.filter((file) => file.endsWith(ending)).sort();
    if (names.length === 0)
      this.#say(range, l10n.t('{0} has no files that end in {1}.', quoted(name), ending));
    for (const file of names) {
      if (this.#read[kind] > LIMITS[kind]) break;
      await this.add(kind, `${relativeTo(this.#folder, folder)}/${file}`.replace(/^\//, ''), range);
    }
  }

  /** Takes over a file's text. */
  take(kind: Kind, path: string, text: string, range: OffsetRange): void {
    if (this.files.some((file) => file.path === path)) return;
    this.#read[kind]++;
    if (this.#read[kind] > LIMITS[kind]) {
      if (this.#read[kind] === LIMITS[kind] + 1)
        this.#say(
          range,
          kind === 'packs'
            ? l10n.t('These are more than {0} packs; this one and all after it do not count.', LIMITS[kind])
            : l10n.t(
                'These are more than {0} profiles; this one and all after it do not count.',
                LIMITS[kind],
              ),
        );
      return;
    }
    if (kind === 'packs') this.#takePack(path, text, range);
    else this.#takeProfile(path, text, range);
  }

  #takePack(path: string, text: string, range: OffsetRange): void {
    const result = readPack(text, this.#schemas.pack);
    this.#keep(path, text, result, 'vendor-pack', range);
    if (result.value === undefined) return;
    const pack: VendorPack = result.value;
    this.packs.push({ pack, origin: relativeTo(this.#folder, path) });
  }

  #takeProfile(path: string, text: string, range: OffsetRange): void {
    const result = readProfile(text, this.#schemas.profile);
    this.#keep(path, text, result, 'operator-profile', range);
    if (result.value === undefined || result.reading === undefined) return;
    this.profiles.push({ value: result.value, path, extendsRange: result.reading.rangeOf(['extends']) });
  }

  #keep(
    path: string,
    text: string,
    { value, problems }: ReadKnowledge<unknown>,
    kind: OwnFile['kind'],
    range: OffsetRange,
  ): void {
    this.files.push({ kind, path, text, problems: fileProblems(problems, kind) });
    if (value === undefined) {
      const shown = quoted(relativeTo(this.#folder, path));
      this.#say(range, l10n.t('{0} is of no use as it is; see the problems in that file.', shown));
    }
  }

  #say(range: OffsetRange, message: string): void {
    this.problems.push({ message, range });
  }
}

function stayInside(): string {
  return l10n.t('Packs and profiles must lie in the folder of the project file or below it.');
}

const LIMITS = { packs: MOST_PACKS, profiles: MOST_PROFILES } as const;
