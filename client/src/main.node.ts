import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type ExtensionApi, type RunningExtension, startExtension } from './client.ts';

let running: RunningExtension | undefined;

/** Starts the language server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const module = context.asAbsolutePath(join('dist', 'server.node.js'));
  running = await startExtension(
    context,
    (options) =>
      // The id is also the first part of the setting `ocppConfig.trace.server`.
      new LanguageClient('ocppConfig', 'OCPP Config', { module, transport: TransportKind.ipc }, options),
  );
  return running.api;
}

/** VS Code ends the extension: the server ends with it. */
export async function deactivate(): Promise<void> {
  await running?.client.stop();
}
