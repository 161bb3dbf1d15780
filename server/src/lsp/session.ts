import type { Analysis, AnalysisOptions } from '../analysis.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { Understood } from '../features/understood.ts';
import type { Platform } from '../platform/platform.ts';
import type { ProjectFiles } from '../project/files.ts';
import { nameOf } from '../project/paths.ts';
import { overlaidSeverities, type ProjectView, projectView, USUAL_OPERATOR } from '../project/project.ts';
import { isOwnFileName } from '../project/project-file.ts';
import type { OtherFiles } from '../resolve/known-files.ts';
import type { Knowledge } from '../resolve/resolve.ts';
import { Cancelled } from './cancellation.ts';
import { abilitiesOf, type ClientAbilities } from './client-abilities.ts';
import { ClientFiles } from './client-files.ts';
import { type InitializationOptions, initializationOptionsOf } from './initialization-options.ts';
import { OpenDocument } from './open-document.ts';
import {
  addressAt,
  type FileTree,
  nameOfPlace,
  type Place,
  placeNamed,
  placeOf,
  THIS_COMPUTER,
} from './place.ts';
import { addressOf, type OwnKnowledge, ProjectStore } from './project-store.ts';
import { PublishedDiagnostics } from './published-diagnostics.ts';
import { RulePages } from './rule-pages.ts';
import { SECTION } from './setting-declarations.ts';
import type { Settings } from './settings.ts';
import { SettingsStore } from './settings-store.ts';
import { shapeForFile } from './shapes-setting.ts';
import { type DocumentText, Snapshot } from './snapshot.ts';
import {
  type CancellationToken,
  type Connection,
  type FileEvent,
  type InitializeParams,
  TextDocuments,
} from './vscode-languageserver.ts';
import { WorkspaceFolders } from './workspace-folders.ts';

/** Milliseconds of work that a person who types would notice. */
const NOTICEABLE = 30;

/** The longest time to wait for a pause in typing. */
const LONGEST_WAIT = 500;

/** A snapshot of a document that is a charger configuration. */
export interface Recognised<Understanding> {
  readonly snapshot: Snapshot;
  readonly understood: Understanding;
}

/** Everything that belongs to one editor: its abilities, settings and open documents. There is no other state. */
export class Session {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly abilities: ClientAbilities;
  readonly options: InitializationOptions;
  readonly pages: RulePages;
  readonly documents: TextDocuments<OpenDocument>;
  readonly folders: WorkspaceFolders;
  readonly published: PublishedDiagnostics;
  readonly projects: ProjectStore;
  readonly #settings: SettingsStore;
  /** What the log has been told already. */
  readonly #complaints = new Set<string>();
  #snapshotsTaken = 0;
  #onLateSettings: () => void = () => {};
  readonly #fileListeners: ((changes: readonly FileEvent[]) => void)[] = [];
  /** The files that are compared with each other, once somebody has looked at all of them. */
  otherFiles: OtherFiles | undefined;

  constructor(connection: Connection, platform: Platform, params: InitializeParams) {
    this.connection = connection;
    this.published = new PublishedDiagnostics(connection);
    this.platform = platform;
    this.abilities = abilitiesOf(params);
    this.options = initializationOptionsOf(params);
    this.pages = new RulePages(this.options.rulePages, platform.bundled.operatorProfiles);
    this.#settings = new SettingsStore(connection, this.abilities, this.options.settings, (uri) => {
      this.documents.get(uri)?.abandonSnapshot();
      this.#onLateSettings();
    });
    this.documents = new TextDocuments({
      create: (uri, languageId, version, text) => {
        // An editor may open a document twice; what was found out about the first text is over.
        this.documents.get(uri)?.abandonSnapshot();
        return new OpenDocument(uri, languageId, version, text);
      },
      update: (document, changes, version) => document.update(changes, version),
    });
    this.folders = new WorkspaceFolders(params);
    this.projects = new ProjectStore(
      platform,
      connection,
      (tree, token) => this.filesIn(tree, token),
      () => this.documents.all(),
    );
    this.documents.onDidClose(({ document }) => {
      document.abandonSnapshot();
      this.#settings.forget(document.uri);
    });
    this.documents.listen(connection);
    // A connection has room for one who listens.
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const last = [...new Map(changes.map((change) => [change.uri, change])).values()];
      for (const listener of this.#fileListeners) listener(last);
    });
  }

  /** Tells that settings are others than they were thought to be, because the editor took its time. */
  onDidReceiveLateSettings(listener: () => void): void {
    this.#onLateSettings = listener;
  }

  /** Tells of changes on the disk, as far as the editor was asked to: of each file or folder what happened to it last. */
  onDidChangeFiles(listener: (changes: readonly FileEvent[]) => void): void {
    this.#fileListeners.push(listener);
  }

  /** The address of a file as the editor writes it where it has it open, by the name of its place. */
  readonly addressOf = (name: string): string => {
    const place = placeNamed(name);
    return place === undefined ? name : addressOf(place, this.documents.all());
  };

  /** What a document is called where files are compared with each other. */
  nameOf(uri: string): string {
    const place = placeOf(uri);
    return place === undefined ? uri : nameOfPlace(place);
  }

  /** The newest state of a document; undefined when it is not open. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    for (;;) {
      const document = this.documents.get(uri);
      if (document === undefined) return undefined;
      const asked = this.#settings.settingsFor(uri);
      const { generation } = this.projects;
      const settings = await asked;
      const own = await this.#ownKnowledge(uri, settings);
      const shape = shapeForFile(settings.shapes, uri);
      const current = this.projects.generation === generation && this.#settings.settingsFor(uri) === asked;
      // Meanwhile the document may have been closed, or settings or project changed.
      if (this.documents.get(uri) === document && current) {
        return document.snapshot((text) => this.#take(document, text, { settings, own, shape }));
      }
    }
  }

  /**
   * A file that is not open, as it would be seen if it were. Its settings are those of its folder, so that an editor is
   * not asked for each of a thousand files.
   */
  async closedSnapshot(place: Place, text: string): Promise<Snapshot> {
    const uri = addressAt(place);
    const folder = this.folders.of(place);
    const settings = await this.#settings.settingsFor(folder === undefined ? uri : addressAt(folder));
    const own = await this.projects.knowledgeFor({ place, folder, settings });
    const shape = shapeForFile(settings.shapes, uri);
    return this.#take({ uri, languageId: '', version: 0 }, text, { settings, own, shape });
  }

  /** The project of an open document, and what else of a user's own holds for it; undefined when it is not open. */
  async knowledgeFor(uri: string): Promise<OwnKnowledge | undefined> {
    if (this.documents.get(uri) === undefined) return undefined;
    return this.#ownKnowledge(uri, await this.#settings.settingsFor(uri));
  }

  settingsFor(uri: string): Promise<Settings> {
    return this.#settings.settingsFor(uri);
  }

  /** A document parsed and resolved, which never waits for rules; undefined when it is not one of ours. */
  async understand(uri: string): Promise<Recognised<Understood> | undefined> {
    const { snapshot, understood } = (await this.newestUnderstood(uri)) ?? {};
    return snapshot === undefined || understood === undefined ? undefined : { snapshot, understood };
  }

  /** The same, which tells apart a closed document (undefined) and one that is not ours (not understood). */
  async newestUnderstood(
    uri: string,
  ): Promise<{ readonly snapshot: Snapshot; readonly understood: Understood | undefined } | undefined> {
    for (;;) {
      const snapshot = await this.snapshot(uri);
      if (snapshot === undefined) return undefined;
      const understood = await unlessAbandoned(snapshot.understood());
      if (understood !== ABANDONED) return { snapshot, understood };
    }
  }

  /**
   * A document's newest text, analysed: when it changes meanwhile, the work starts again. Undefined when the document
   * is not one of ours or not open any more.
   */
  async analyse(uri: string, token: CancellationToken): Promise<Recognised<Analysis> | undefined> {
    const { snapshot, analysis } = (await this.newestAnalysis(uri, token)) ?? {};
    return snapshot === undefined || analysis === undefined ? undefined : { snapshot, understood: analysis };
  }

  /** The same, which tells apart a closed document (undefined) and one that is not ours (no analysis). */
  async newestAnalysis(
    uri: string,
    token: CancellationToken,
  ): Promise<{ readonly snapshot: Snapshot; readonly analysis: Analysis | undefined } | undefined> {
    for (;;) {
      await this.#untilTypingPauses(uri, token);
      const snapshot = await this.snapshot(uri);
      if (snapshot === undefined) return undefined;
      const analysis = await unlessAbandoned(snapshot.analysis());
      if (analysis !== ABANDONED) return { snapshot, analysis };
    }
  }

  /**
   * A large file takes longer to understand than its next key press takes to come. So problems wait for a pause as long
   * as that, and other answers come first. In usual files this waits for nothing.
   */
  async #untilTypingPauses(uri: string, token: CancellationToken): Promise<void> {
    for (;;) {
      if (token.isCancellationRequested) throw new Cancelled();
      const document = this.documents.get(uri);
      const time = document?.expectedWork ?? 0;
      if (document === undefined || time < NOTICEABLE) return;
      const { version } = document;
      await delay(Math.min(time, LONGEST_WAIT));
      if (document.version === version) return;
    }
  }

  /** Forgets all settings and what was concluded under them. */
  settingsChanged(sent: unknown): void {
    this.#settings.forgetAll(sent);
    for (const document of this.documents.all()) document.abandonSnapshot();
  }

  /** Project files, packs or profiles are no longer what they were. */
  projectsChanged(): void {
    this.projects.forget();
    for (const document of this.documents.all()) document.abandonSnapshot();
  }

  /** The files of a tree: read by ourselves where we can, otherwise by the editor; undefined when neither can. */
  filesIn(tree: FileTree, token: CancellationToken): ProjectFiles | undefined {
    if (tree === THIS_COMPUTER && this.platform.files !== undefined) return this.platform.files;
    if (!this.options.readsFiles) return undefined;
    const isOpen = (path: string) => this.folders.of({ tree, path }) !== undefined;
    return new ClientFiles({ connection: this.connection, tree, token, isOpen });
  }

  #ownKnowledge(uri: string, settings: Settings): Promise<OwnKnowledge> {
    const place = this.folders.placeOf(uri);
    return this.projects.knowledgeFor({ place, folder: place && this.folders.of(place), settings });
  }

  #take(
    { uri, languageId, version }: Omit<DocumentText, 'text'>,
    text: string,
    { settings, own, shape: shapeBySetting }: SnapshotOrigin,
  ): Snapshot {
    const path = this.folders.placeOf(uri)?.path;
    const view = own.project === undefined || path === undefined ? undefined : projectView(own.project, path);
    const shape = view?.shape ?? shapeBySetting;
    const isOwn = path !== undefined && this.#isOwnFile(path, own);
    const severities = view === undefined ? settings.severities : joinedSeverities(settings, view);
    const options: AnalysisOptions = {
      knowledge: this.#knowledge(settings, own, view),
      station: settings.station,
      stationSayings: view?.sayings,
      severities: this.#editorReportsSyntaxOf(languageId) ? { ...severities, syntax: 'off' } : severities,
      ignores: view?.ignores,
      now: Date.now(),
      languageId: languageId === '' ? undefined : languageId,
      path: uri,
      shape: shape === 'off' ? undefined : shape,
      among: this.otherFiles === undefined ? undefined : { path: this.nameOf(uri), others: this.otherFiles },
    };
    return new Snapshot({ uri, languageId, version, text }, options, {
      id: String(++this.#snapshotsTaken),
      ours: shape === 'off' || isOwn ? 'never' : 'perhaps',
      pause: () => this.platform.pause(),
    });
  }

  #knowledge(settings: Settings, { shelf }: OwnKnowledge, view: ProjectView | undefined): Knowledge {
    const profiles = (shelf?.source ?? this.platform.bundled).operatorProfiles();
    const isKnown = (id: string) => id === 'none' || profiles.some((profile) => profile.id === id);
    const wanted = settings.operator ?? 'none';
    if (!isKnown(wanted)) this.#complainOfOperator(wanted, profiles);
    // A name in a project file that does not exist is reported there; then the next one counts.
    const operator = [view?.operator, wanted, USUAL_OPERATOR].find((id) => id !== undefined && isKnown(id));
    const chosen = operator === 'none' ? undefined : operator;
    const knowledge = shelf === undefined ? this.platform.knowledge(chosen) : shelf.knowledge(chosen);
    const bySetting = view?.operator === undefined || view.operator !== operator;
    return bySetting ? knowledge : { ...knowledge, operatorBecause: view.operatorBecause };
  }

  #complainOfOperator(id: string, profiles: readonly OperatorProfile[]): void {
    const known = [...profiles.map((profile) => profile.id), 'none'].join(', ');
    const message = `${SECTION}.operator is ${JSON.stringify(id)}, which is not one of ${known}.`;
    if (this.#complaints.has(message)) return;
    this.#complaints.add(message);
    this.connection.console.warn(message);
  }

  /** A project's own files describe configurations and are none. */
  #isOwnFile(path: string, { project, base }: OwnKnowledge): boolean {
    const files = [...(project?.files ?? []), ...(base?.files ?? [])];
    return isOwnFileName(nameOf(path)) || files.some((file) => file.path === path);
  }

  #editorReportsSyntaxOf(languageId: string): boolean {
    return this.options.editorReportsJsonSyntax && (languageId === 'json' || languageId === 'jsonc');
  }
}

/** What a snapshot is taken under. */
interface SnapshotOrigin {
  readonly settings: Settings;
  readonly own: OwnKnowledge;
  /** What a setting says of the file: a shape's id or `off`. */
  readonly shape: string | undefined;
}

/** What the team has agreed on wins over what one of them has set. */
function joinedSeverities(settings: Settings, view: ProjectView): Settings['severities'] {
  return overlaidSeverities([settings.severities, view.severities]);
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

const ABANDONED = Symbol('abandoned');

/** What comes of the work on a text, or that another text has taken its place meanwhile. */
async function unlessAbandoned<Result>(work: Promise<Result>): Promise<Result | typeof ABANDONED> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Cancelled) return ABANDONED;
    throw error;
  }
}
