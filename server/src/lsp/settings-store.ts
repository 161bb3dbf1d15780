import type { ClientAbilities } from './client-abilities.ts';
import { SECTION } from './setting-declarations.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Connection } from './vscode-languageserver.ts';

/** An editor that has not answered by then is waited for no longer, whatever it has said that it can. In milliseconds. */
const LONGEST_WAIT = 2_000;

/**
 * The settings by document. They are asked for once and kept until the editor says that something has changed. While an
 * editor owes its answer they count as not set; when it comes after all, it holds from then on.
 */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  readonly #onLate: (uri: string) => void;
  /** Whether the editor has kept us waiting for too long, and has not answered since. */
  #isSilent = false;
  /** For editors that do not answer `workspace/configuration`: what they have sent unasked. */
  #sent: unknown;
  #byDocument = new Map<string, Promise<Settings>>();

  /**
   * @param initial what the editor has sent with `initialize`, if anything
   * @param onLate is told when the settings of a document are others because the answer came late
   */
  constructor(
    connection: Connection,
    abilities: ClientAbilities,
    initial: unknown,
    onLate: (uri: string) => void,
  ) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#sent = initial;
    this.#onLate = onLate;
  }

  settingsFor(uri: string): Promise<Settings> {
    const known = this.#byDocument.get(uri);
    if (known !== undefined) return known;
    const asked = this.#ask(uri);
    this.#byDocument.set(uri, asked);
    return asked;
  }

  /** Everything must be asked for again. `sent` is what the notification of the change has carried. */
  forgetAll(sent: unknown): void {
    const section = sectionIn(sent);
    if (section !== undefined) this.#sent = section;
    this.#byDocument = new Map();
  }

  forget(uri: string): void {
    this.#byDocument.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    if (!this.#abilities.readsConfiguration) return this.#read(this.#sent);
    const answer = this.#section(uri).then((section) => this.#read(section));
    const inTime = await Promise.race([answer, this.#patience()]);
    if (inTime !== undefined) {
      this.#isSilent = false;
      return inTime;
    }
    if (!this.#isSilent) {
      this.#isSilent = true;
      this.#connection.console.warn(
        'The editor does not answer when it is asked for settings. Until it does, they count as not set.',
      );
    }
    const owed = this.#byDocument.get(uri);
    answer.then((settings) => {
      this.#isSilent = false;
      // Meanwhile it may have been asked again, or the document be closed.
      if (owed === undefined || this.#byDocument.get(uri) !== owed) return;
      this.#byDocument.set(uri, Promise.resolve(settings));
      this.#onLate(uri);
    });
    return this.#read(this.#sent);
  }

  #read(section: unknown): Settings {
    return readSettings(section, (message) => this.#connection.console.warn(message));
  }

  /** Undefined when the time is over; at once where there is no hope. */
  async #patience(): Promise<undefined> {
    await new Promise((resolve) => setTimeout(resolve, this.#isSilent ? 0 : LONGEST_WAIT));
    return undefined;
  }

  /** An editor that fails to answer must not leave the user without our help: its settings count as not set. */
  async #section(uri: string): Promise<unknown> {
    try {
      return await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION });
    } catch (error) {
      this.#connection.console.error(`The settings for ${uri} cannot be read: ${String(error)}`);
      return this.#sent;
    }
  }
}

/** Editors send the section itself or an object that holds it. */
function sectionIn(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return undefined;
  return SECTION in sent ? (sent as Readonly<Record<string, unknown>>)[SECTION] : sent;
}
