import type { InitializeParams } from './vscode-languageserver.ts';

/** What an editor may tell us when it starts the server. All of it is optional. */
export interface InitializationOptions {
  /** Whether the editor reports JSON syntax errors itself, so that we should not. */
  readonly editorReportsJsonSyntax: boolean;
  /** Where the editor shows the pages of rules itself: an address that ends with a slash. */
  readonly rulePages: string | undefined;
  /** Whether the editor answers `ocppConfig/files/…`, for files that the server cannot read by itself. */
  readonly readsFiles: boolean;
  /** Where the editor shows the pages of keys itself, fed by `ocppConfig/keyPage`: an address that ends with a slash. */
  readonly keyPages: string | undefined;
  /** The settings, for editors that do not answer `workspace/configuration`. */
  readonly settings: unknown;
  /** The commands of the editor's own that code lenses may run: `ocppConfig.showSummary` and the like. */
  readonly commands: readonly string[];
  /** Packs and profiles that other extensions bring, as in `ocppConfig/contributedKnowledge`. */
  readonly contributed: unknown;
}

/** Reads what the editor sends with `initialize`; what is of the wrong kind counts as not sent. */
export function initializationOptionsOf({
  initializationOptions: sent,
}: InitializeParams): InitializationOptions {
  const options: Readonly<Record<string, unknown>> = typeof sent === 'object' && sent !== null ? sent : {};
  return {
    editorReportsJsonSyntax: options.editorReportsJsonSyntax === true,
    rulePages: typeof options.rulePages === 'string' ? options.rulePages : undefined,
    readsFiles: options.readsFiles === true,
    keyPages: typeof options.keyPages === 'string' ? options.keyPages : undefined,
    settings: options.settings,
    commands: Array.isArray(options.commands)
      ? options.commands.filter((command) => typeof command === 'string')
      : [],
    contributed: options.contributed,
  };
}
