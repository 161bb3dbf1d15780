import * as l10n from '@vscode/l10n';
import type { FileContents } from '../../project/files.ts';
import { configurationFilesIn, type FileSearch } from '../../project/find-files.ts';
import { addressAt, type Place } from '../place.ts';
import type { Session } from '../session.ts';
import type { WorkspaceBudget, WorkspaceSettings } from '../settings.ts';
import type { CancellationToken } from '../vscode-languageserver.ts';
import { excludedIn } from './excluded.ts';

/** A folder, and how it is to be looked at. */
export interface SearchedFolder {
  readonly place: Place;
  readonly search: FileSearch;
  readonly settings: WorkspaceSettings;
}

/** What settings say of a folder. */
interface FolderSettings {
  readonly settings: WorkspaceSettings;
  readonly isExcluded: FileSearch['isExcluded'];
}

/** The folders that the editor has open, as their files are looked for. What settings say is asked for once a search. */
export class SearchedFolders {
  readonly #session: Session;
  readonly #asked = new Map<string, Promise<FolderSettings>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Settings must be asked for again. */
  forget(): void {
    this.#asked.clear();
  }

  /** Undefined where nobody can read files. */
  async folder(place: Place, token: CancellationToken): Promise<SearchedFolder | undefined> {
    const uri = addressAt(place);
    const asked = this.#asked.get(uri) ?? this.#askAbout(place, uri);
    this.#asked.set(uri, asked);
    const { isExcluded, settings } = await asked;
    const files = this.#session.filesIn(place.tree, token);
    return files === undefined ? undefined : { place, search: { files, isExcluded, token }, settings };
  }

  /** The folder that a file lies in; undefined also where none is open. */
  async folderOf(file: Place, token: CancellationToken): Promise<SearchedFolder | undefined> {
    const place = this.#session.folders.of(file);
    return place && this.folder(place, token);
  }

  /** The text of a file of a folder; undefined where there is none that could be read. */
  async read(file: Place, { search, settings }: SearchedFolder): Promise<string | undefined> {
    const contents: FileContents = await search.files.read(file.path, settings.budget.fileSize);
    return contents.kind === 'text' ? contents.text : undefined;
  }

  /** The files of a folder that may be configurations, as many as the budget allows; the log is told where it ends. */
  async *filesIn(folder: SearchedFolder, isFull: () => boolean): AsyncGenerator<Place> {
    const { budget } = folder.settings;
    const ends = Date.now() + budget.seconds * 1_000;
    let count = 0;
    for await (const path of configurationFilesIn(folder.place.path, folder.search)) {
      const place = { tree: folder.place.tree, path };
      // A folder in another one that is open too is looked into by itself.
      if (this.#session.folders.of(place)?.path !== folder.place.path) continue;
      const over = overBudget(budget, { count, isLate: Date.now() > ends, isFull: isFull() });
      if (over !== undefined) {
        this.#session.connection.console.warn(
          l10n.t('{0}: {1} The other files are looked at when they are opened.', folder.place.path, over),
        );
        return;
      }
      count++;
      yield place;
    }
  }

  async #askAbout(place: Place, uri: string): Promise<FolderSettings> {
    const { workspace: settings } = await this.#session.settingsFor(uri);
    return { settings, isExcluded: await excludedIn(this.#session, { uri, path: place.path }) };
  }
}

/** Why a search ends here, in a sentence; undefined when it may go on. */
function overBudget(
  { files, seconds }: WorkspaceBudget,
  state: { readonly count: number; readonly isLate: boolean; readonly isFull: boolean },
): string | undefined {
  if (state.count >= files) {
    return l10n.t('{0} files were looked at, as ocppConfig.workspace.maxFiles says.', files);
  }
  if (state.isLate) {
    return l10n.t('The look at its files took {0} s, as ocppConfig.workspace.maxSeconds says.', seconds);
  }
  return state.isFull ? l10n.t('Its files hold more keys than can be kept.') : undefined;
}
