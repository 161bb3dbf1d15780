import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './client-abilities.ts';
import { SECTION } from './setting-declarations.ts';
import { readSettings, type Settings } from './settings.ts';

/** The settings by document. They are asked for once and kept until the editor says that something has changed. */
export class SettingsStore {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  /** For editors that do not answer `workspace/configuration`: what they have sent unasked. */
  #sent: unknown;
  #byDocument = new Map<string, Promise<Settings>>();

  /** @param initial what the editor has sent with `initialize`, if anything */
  constructor(connection: Connection, abilities: ClientAbilities, initial: unknown) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#sent = initial;
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
    const complain = (message: string) => this.#connection.console.warn(message);
    return readSettings(await this.#section(uri), complain);
  }

  /** An editor that fails to answer must not leave the user without our help: its settings count as not set. */
  async #section(uri: string): Promise<unknown> {
    if (!this.#abilities.readsConfiguration) return this.#sent;
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
