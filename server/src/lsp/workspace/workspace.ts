import * as l10n from '@vscode/l10n';
import type { Analysis } from '../../analysis.ts';
import type { Understood } from '../../features/understood.ts';
import { CONFIGURATION_FILES, mayBeConfiguration } from '../../project/file-names.ts';
import { configurationFilesBelow, isConfigurationFileIn } from '../../project/find-files.ts';
import { below, liesInOneOf, nameOf } from '../../project/paths.ts';
import { isOwnFileName, PROJECT_FILE_NAME } from '../../project/project-file.ts';
import { Cancelled, untilCancelled } from '../cancellation.ts';
import { addressAt, nameOfPlace, type Place, placeNamed, placeOf, THIS_COMPUTER } from '../place.ts';
import { runLogged } from '../requests.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';
import {
  CancellationToken,
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
} from '../vscode-languageserver.ts';
import { SearchProgress } from './search-progress.ts';
import { type SearchedFolder, SearchedFolders } from './searched-folders.ts';
import { WorkspaceChecks } from './workspace-checks.ts';
import { WorkspaceIndex } from './workspace-index.ts';

/** How long files must rest before they are looked at again, in milliseconds: tools write many at once. */
const DELAY = 200;

/** A look at all folders, under way or done. */
interface Run {
  readonly source: CancellationTokenSource;
  readonly done: Promise<void>;
  /** `indexed`: nobody has wanted the problems yet. */
  state: 'under way' | 'indexed' | 'checked' | 'stopped';
}

/** An open document as it is now; no analysis: it is not ours. */
interface Analysed {
  readonly snapshot: Snapshot;
  readonly analysis: Analysis | undefined;
}

/**
 * The files of the folders that the editor has open, those that are open in it and those that are not. Nothing is done
 * before somebody asks for it, or for as long as no folder is to be checked. Open documents win over the disk.
 */
export class Workspace {
  readonly index: WorkspaceIndex;
  readonly checks: WorkspaceChecks;
  readonly #session: Session;
  /** Files that are ours and not open, by the names of their places. */
  readonly #closed = new Map<string, Place>();
  /** Addresses of files that have changed on the disk or were closed. */
  readonly #changed = new Set<string>();
  /** Addresses of open documents whose text has changed, or what was found in it. */
  readonly #typed = new Set<string>();
  readonly #folders: SearchedFolders;
  readonly #onChanged: () => void;
  #run: Run | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWatching = false;
  /** Whether a charger configuration or a project file has been seen in a folder. */
  #concernsUs = false;
  /** Whether a person has asked for a check, whatever the settings say. */
  #isAskedFor = false;

  /** @param onChanged is called when what is known of open documents may have changed */
  constructor(session: Session, onChanged: () => void) {
    this.#session = session;
    this.#onChanged = onChanged;
    this.index = new WorkspaceIndex(session);
    this.checks = new WorkspaceChecks(session);
    this.#folders = new SearchedFolders(session);
    const { documents } = session;
    session.onDidChangeFiles((changes) => {
      if (this.#run === undefined) return;
      this.#forgetAllIn(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
      for (const { uri, type } of changes) if (type !== FileChangeType.Deleted) this.#changed.add(uri);
      this.#soon();
    });
    documents.onDidOpen(({ document: { uri } }) => {
      const name = session.nameOf(uri);
      this.#closed.delete(name);
      // Problems are sent to other editors by whoever looks after open documents.
      if (!session.abilities.pullsDiagnostics) this.checks.opened(name);
      if (isOwnFileName(nameOf(name)) && placeOf(uri) !== undefined) this.#seen();
    });
    // An editor that pulls asks for what is on the screen; a text that is not may change too, as when its tab is closed.
    documents.onDidChangeContent(({ document: { uri } }) => this.#textChanged(uri));
    documents.onDidClose(({ document: { uri } }) => {
      this.#typed.delete(uri);
      this.index.take(session.nameOf(uri), undefined);
      this.closed(uri);
    });
  }

  /** Waits until all files have been looked at, and looks at them first where nobody has. */
  async searched(token: CancellationToken): Promise<WorkspaceIndex> {
    this.#run ??= this.#begin();
    const { done } = this.#run;
    await untilCancelled(token, () => done);
    await this.index.takeOpenDocuments();
    return this.index;
  }

  /** The same for who can do with what is known so far: it begins the search and does not wait for its end. */
  async searchedSoFar(): Promise<WorkspaceIndex> {
    this.#run ??= this.#begin();
    await this.index.takeOpenDocuments();
    return this.index;
  }

  /** Whether all files have been looked at. */
  get isSearched(): boolean {
    return this.#run !== undefined && this.#run.state !== 'under way';
  }

  /** A file of the index as it is now, in the editor or on the disk; undefined when it is none of ours any more. */
  async understand(
    name: string,
    token: CancellationToken,
  ): Promise<{ readonly snapshot: Snapshot; readonly understood: Understood } | undefined> {
    const uri = this.#session.addressOf(name);
    if (this.#session.documents.get(uri) !== undefined) return this.#session.understand(uri);
    const place = placeNamed(name);
    const folder = place && (await this.#folders.folderOf(place, token));
    if (place === undefined || folder === undefined) return undefined;
    const text = await this.#folders.read(place, folder);
    if (text === undefined) return undefined;
    const snapshot = await this.#session.closedSnapshot(place, text);
    const understood = await snapshot.understood();
    return understood === undefined ? undefined : { snapshot, understood };
  }

  /** The editor is ready: a folder may be one that is to be checked from the start. */
  async start(): Promise<void> {
    // Elsewhere the editor would have to be asked, and nothing shows yet that this is worth its while.
    const { files } = this.#session.platform;
    for (const { tree, path } of this.#session.folders.all) {
      if (tree !== THIS_COMPUTER || files === undefined || this.#concernsUs) continue;
      const project = await files.read(below(path, PROJECT_FILE_NAME), 0);
      if (project.kind === 'text' || project.kind === 'too-large') this.#concernsUs = true;
    }
    await this.#checkIfWanted();
  }

  /** Checks all files now, because a person wants it. */
  async checkNow(token: CancellationToken): Promise<void> {
    this.#isAskedFor = true;
    this.restart();
    this.#run ??= this.#begin();
    const { done } = this.#run;
    await untilCancelled(token, () => done);
  }

  /** Settings, projects or folders are others now: what was concluded under the old ones counts no more. */
  restart(): void {
    const wasRunning = this.#run !== undefined;
    this.#run?.source.cancel();
    this.#run = undefined;
    this.#folders.forget();
    this.#session.otherFiles = undefined;
    if (wasRunning) this.#run = this.#begin();
    else runLogged(this.#session.connection, 'checking the workspace', () => this.#checkIfWanted());
  }

  /** The editor has closed a document, and what is on the disk counts again. */
  closed(uri: string): void {
    this.checks.doubt(this.#session.nameOf(uri));
    this.#changed.add(uri);
    this.#soon();
  }

  /** A document was analysed; no analysis: it is not ours. */
  analysed(snapshot: Snapshot, analysis: Analysis | undefined): void {
    const { uri } = snapshot.document;
    if (analysis !== undefined && this.#folderOf(uri) !== undefined) this.#seen();
    this.#textChanged(uri);
  }

  #textChanged(uri: string): void {
    if (this.#session.otherFiles === undefined) return;
    this.#typed.add(uri);
    this.#soon();
  }

  #seen(): void {
    if (this.#concernsUs) return;
    this.#concernsUs = true;
    runLogged(this.#session.connection, 'checking the workspace', () => this.#checkIfWanted());
  }

  async #checkIfWanted(): Promise<void> {
    if (this.#run !== undefined && this.#run.state !== 'indexed') return;
    const wanted = await Promise.all(this.#session.folders.all.map((place) => this.#isToBeChecked(place)));
    if (!wanted.includes(true)) return;
    if (this.#run?.state === 'indexed') this.#run = this.#begin();
    else this.#run ??= this.#begin();
  }

  async #isToBeChecked(folder: Place): Promise<boolean> {
    if (this.#isAskedFor) return true;
    const { check } = (await this.#session.settingsFor(addressAt(folder))).workspace;
    return check === 'on' || (check === 'auto' && this.#concernsUs);
  }

  #folderOf(uri: string): Place | undefined {
    const place = placeOf(uri);
    return place && this.#session.folders.of(place);
  }

  #begin(): Run {
    const source = new CancellationTokenSource();
    const run: Run = {
      source,
      state: 'under way',
      done: this.#look(source).then(
        (state) => {
          run.state = state;
        },
        (error: unknown) => {
          run.state = 'stopped';
          if (!(error instanceof Cancelled)) throw error;
        },
      ),
    };
    // Whoever waits for it is told as well.
    runLogged(this.#session.connection, 'checking the workspace', () => run.done);
    return run;
  }

  async #look(source: CancellationTokenSource): Promise<Run['state']> {
    this.#watch();
    const { token } = source;
    let isStopped = false;
    const progress = SearchProgress.begin(this.#session, () => {
      isStopped = true;
      source.cancel();
    });
    try {
      const seen = new Set<string>();
      let files = 0;
      for (const place of this.#session.folders.all) {
        const folder = await this.#folders.folder(place, token);
        if (folder === undefined) continue;
        files += await this.#lookInto(folder, token, (name, isOurs, count) => {
          if (isOurs) seen.add(name);
          progress.looked(files + count, seen.size);
        });
      }
      for (const name of [...this.#closed.keys()]) if (!seen.has(name)) this.#drop(name);
      return await this.#checkAll(progress, token);
    } finally {
      progress.done();
      if (isStopped) {
        this.checks.end();
        this.#session.connection.console.warn(
          l10n.t(
            'The check of the workspace was stopped. "OCPP: Check all files of the workspace" begins anew.',
          ),
        );
      }
    }
  }

  /** How many files were looked at. */
  async #lookInto(
    folder: SearchedFolder,
    token: CancellationToken,
    onLooked: (name: string, isOurs: boolean, count: number) => void,
  ): Promise<number> {
    let count = 0;
    for await (const place of this.#folders.filesIn(folder, () => this.index.isFull)) {
      count++;
      const isOurs = await this.#takeFile(place, folder, token);
      if (token.isCancellationRequested) throw new Cancelled();
      onLooked(nameOfPlace(place), isOurs, count);
      await this.#session.platform.pause();
    }
    return count;
  }

  /** Takes down what a file says; true when it is one of ours. Open documents are taken down as they are typed. */
  async #takeFile(place: Place, folder: SearchedFolder, token: CancellationToken): Promise<boolean> {
    const name = nameOfPlace(place);
    const uri = this.#session.addressOf(name);
    if (this.#session.documents.get(uri) !== undefined) {
      const understood = (await this.#session.understand(uri))?.understood;
      this.index.takeFacts(name, understood);
      return understood !== undefined;
    }
    const text = await this.#folders.read(place, folder);
    const isText = text !== undefined && !text.includes('\0');
    const snapshot = isText ? await this.#session.closedSnapshot(place, text) : undefined;
    const understood = await snapshot?.understood();
    if (token.isCancellationRequested) return false;
    this.#recheck(this.index.take(name, understood));
    if (understood === undefined) this.#drop(name);
    else this.#closed.set(name, place);
    return understood !== undefined;
  }

  /** The problems of all files that are not open, once all are known. */
  async #checkAll(progress: SearchProgress, token: CancellationToken): Promise<'indexed' | 'checked'> {
    const folders = await Promise.all(this.#session.folders.all.map((place) => this.#isToBeChecked(place)));
    if (!folders.includes(true)) return 'indexed';
    const wanted: Place[] = [];
    for (const place of this.#closed.values()) if (await this.#isChecked(place)) wanted.push(place);
    if (token.isCancellationRequested) throw new Cancelled();
    this.#session.otherFiles = this.index.known;
    this.#lookAgainAt(this.#session.documents.keys());
    this.checks.begin();
    for (const [index, place] of wanted.entries()) {
      await this.#check(place, token);
      if (token.isCancellationRequested) throw new Cancelled();
      progress.checked(index + 1, wanted.length);
    }
    this.checks.end();
    return 'checked';
  }

  async #isChecked(place: Place): Promise<boolean> {
    const folder = this.#session.folders.of(place);
    return folder !== undefined && (await this.#isToBeChecked(folder));
  }

  async #check(place: Place, token: CancellationToken): Promise<void> {
    const name = nameOfPlace(place);
    const folder = await this.#folders.folderOf(place, token);
    if (folder === undefined || !this.#closed.has(name)) return;
    const text = await this.#folders.read(place, folder);
    if (text === undefined) return;
    const snapshot = await this.#session.closedSnapshot(place, text);
    const analysis = await snapshot.analysis();
    // Opened meanwhile: then the editor asks for it itself.
    if (!token.isCancellationRequested && this.#closed.has(name)) this.checks.set(name, snapshot, analysis);
  }

  /** Whatever has come to rest by now. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      runLogged(this.#session.connection, 'looking at changed files', () => this.#follow());
    }, DELAY);
  }

  async #follow(): Promise<void> {
    const run = this.#run;
    // What changes while all is looked at may have been looked at before.
    await run?.done;
    // Another search is on its way, which will see it all.
    if (this.#run !== run) return this.#soon();
    const typed = [...this.#typed];
    this.#typed.clear();
    for (const uri of typed) {
      const found = await this.#session.newestAnalysis(uri, CancellationToken.None);
      if (found === undefined) continue;
      const name = this.#session.nameOf(uri);
      this.#recheck(this.index.takeFacts(name, found.analysis));
      await this.#reportOpen(name, found);
    }
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const uri of await this.#filesAmong(changed)) await this.#lookAt(uri, run, CancellationToken.None);
    this.checks.end();
  }

  /** The files among files and folders, with those in the folders: they have just been made, or moved to where they are. */
  async #filesAmong(uris: readonly string[]): Promise<readonly string[]> {
    const files = new Set<string>();
    for (const uri of uris) {
      const place = placeOf(uri);
      if (place === undefined || mayBeConfiguration(nameOf(place.path))) {
        files.add(uri);
        continue;
      }
      const folder = await this.#folders.folderOf(place, CancellationToken.None);
      if (folder === undefined) continue;
      for await (const path of configurationFilesBelow(folder.place.path, place.path, folder.search)) {
        if (files.size >= folder.settings.budget.files) break;
        files.add(this.#session.addressOf(nameOfPlace({ tree: place.tree, path })));
      }
    }
    return [...files];
  }

  /**
   * Editors that pull ask for what is on the screen. A document may stay open when its tab is closed: then they go by
   * what they are told of the workspace.
   */
  async #reportOpen(name: string, { snapshot, analysis }: Analysed): Promise<void> {
    // Most files are none of ours and never were.
    if (analysis === undefined && this.checks.reportOf(name) === undefined) return;
    const place = placeNamed(name);
    if (!this.#session.abilities.pullsDiagnostics || place === undefined || !(await this.#isChecked(place)))
      return;
    if (this.#session.documents.get(snapshot.document.uri)?.version !== snapshot.document.version) return;
    this.checks.doubt(name);
    this.checks.set(name, snapshot, analysis);
  }

  async #lookAt(uri: string, run: Run | undefined, token: CancellationToken): Promise<void> {
    const place = placeOf(uri);
    if (place === undefined || this.#session.documents.get(uri) !== undefined) return;
    const name = nameOfPlace(place);
    const folder = run && (await this.#folders.folderOf(place, token));
    const isFound =
      folder !== undefined && (await isConfigurationFileIn(folder.place.path, place.path, folder.search));
    const isOurs = isFound && (await this.#takeFile(place, folder, token));
    if (!isOurs) this.#drop(name);
    if (isOurs && this.#session.otherFiles !== undefined && (await this.#isChecked(place))) {
      await this.#check(place, token);
    } else {
      // An editor that pulls shows what it had before, until it is told.
      this.checks.clear(name, uri);
    }
  }

  /** Another file has changed, which may make a difference to these. */
  #recheck(names: ReadonlySet<string>): void {
    if (this.#session.otherFiles === undefined || names.size === 0) return;
    const closed = [...names].filter((name) => this.#closed.has(name));
    for (const name of closed) this.#changed.add(this.#session.addressOf(name));
    if (closed.length > 0) this.#soon();
    this.#lookAgainAt([...names].map((name) => this.#session.addressOf(name)));
  }

  #lookAgainAt(uris: readonly string[]): void {
    const open = uris.flatMap((uri) => this.#session.documents.get(uri) ?? []);
    for (const document of open) document.abandonSnapshot();
    if (open.length > 0) this.#onChanged();
  }

  /** Files are gone, or folders with all that was in them. What is open stays until it is closed. */
  #forgetAllIn(uris: readonly string[]): void {
    const gone = new Set(uris.map((uri) => this.#session.nameOf(uri)));
    for (const name of [...this.#closed.keys()]) {
      if (!liesInOneOf(gone, name)) continue;
      this.#recheck(this.index.take(name, undefined));
      this.#drop(name);
    }
  }

  #drop(name: string): void {
    this.#closed.delete(name);
    this.index.take(name, undefined);
    this.checks.remove(name);
  }

  #watch(): void {
    const { abilities, connection } = this.#session;
    if (this.#isWatching || !abilities.watchesFiles) return;
    this.#isWatching = true;
    runLogged(connection, 'client/registerCapability', async () => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        // Of what comes and goes the editor tells anyway (`follow-projects.ts`).
        watchers: [{ globPattern: CONFIGURATION_FILES, kind: WatchKind.Change }],
      });
    });
  }
}
