import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { type BaseLanguageClient, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startExtension } from './client.ts';

let client: BaseLanguageClient | undefined;

/** Starts the language server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.node.js'));
  client = await startExtension(
    context,
    (options) =>
      // The id is also the first part of the setting `ocppConfig.trace.server`.
      new LanguageClient('ocppConfig', 'OCPP Config', { module, transport: TransportKind.ipc }, options),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
