import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { Analysis, AnalysisOptions } from '../analysis.ts';
import type { Understood } from '../features/understood.ts';
import { type CancellationToken, Cancelled } from '../model/cancellation.ts';
import type { Platform } from '../platform/platform.ts';
import { abilitiesOf, type ClientAbilities } from './client-abilities.ts';
import { type InitializationOptions, initializationOptionsOf } from './initialization-options.ts';
import { OpenDocument } from './open-document.ts';
import { RulePages } from './rule-pages.ts';
import type { Settings } from './settings.ts';
import { SettingsStore } from './settings-store.ts';
import { shapeForFile } from './shapes-setting.ts';
import { Snapshot } from './snapshot.ts';

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
  readonly #settings: SettingsStore;
  #snapshotsTaken = 0;

  constructor(connection: Connection, platform: Platform, params: InitializeParams) {
    this.connection = connection;
    this.platform = platform;
    this.abilities = abilitiesOf(params);
    this.options = initializationOptionsOf(params);
    this.pages = new RulePages(this.options.rulePages);
    this.#settings = new SettingsStore(connection, this.abilities, this.options.settings);
    this.documents = new TextDocuments({
      create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
      update: (document, changes, version) => document.update(changes, version),
    });
    this.documents.onDidClose(({ document }) => {
      document.abandonSnapshot();
      this.#settings.forget(document.uri);
    });
    this.documents.listen(connection);
  }

  /** The newest state of a document; undefined when it is not open. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    for (;;) {
      const document = this.documents.get(uri);
      if (document === undefined) return undefined;
      const asked = this.#settings.settingsFor(uri);
      const settings = await asked;
      const shape = await shapeForFile(settings.shapes, uri);
      // Meanwhile the document may have been closed, or the settings changed.
      if (this.documents.get(uri) === document && this.#settings.settingsFor(uri) === asked) {
        return document.snapshot((text) => this.#take(document, text, settings, shape));
      }
    }
  }

  /** A document parsed and resolved, which never waits for rules; undefined when it is not one of ours. */
  async understand(uri: string): Promise<Recognised<Understood> | undefined> {
    const snapshot = await this.snapshot(uri);
    const understood = snapshot?.understood();
    return snapshot === undefined || understood === undefined ? undefined : { snapshot, understood };
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
      try {
        return { snapshot, analysis: await snapshot.analysis() };
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
      }
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

  #take(document: OpenDocument, text: string, settings: Settings, shape: string | undefined): Snapshot {
    const { uri, languageId, version } = document;
    const options: AnalysisOptions = {
      knowledge: this.platform.knowledge(settings.operator),
      station: settings.station,
      severities: this.#editorReportsSyntaxOf(languageId)
        ? { ...settings.severities, syntax: 'off' }
        : settings.severities,
      languageId,
      path: uri,
      shape: shape === 'off' ? undefined : shape,
    };
    return new Snapshot({ uri, languageId, version, text }, options, {
      id: String(++this.#snapshotsTaken),
      ours: shape === 'off' ? 'never' : 'perhaps',
      pause: () => this.platform.pause(),
    });
  }

  #editorReportsSyntaxOf(languageId: string): boolean {
    return this.options.editorReportsJsonSyntax && (languageId === 'json' || languageId === 'jsonc');
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
