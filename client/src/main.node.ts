import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

/** Starts the language server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath(join('dist', 'server.node.js'));
  client = new LanguageClient(
    'ocppConfig',
    'OCPP Config',
    { module, transport: TransportKind.ipc },
    { documentSelector: [{ language: 'json' }, { language: 'jsonc' }, { language: 'ini' }] },
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
