import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { type ExtensionApi, type RunningExtension, startExtension } from './client.ts';

let running: RunningExtension | undefined;
let worker: Worker | undefined;

/** Starts the language server in a worker, where VS Code runs in a browser and there is no Node. */
export async function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  running = await startExtension(
    context,
    (options) => new LanguageClient('ocppConfig', 'OCPP Config', () => startWorker(address), options),
  );
  return running.api;
}

/** VS Code ends the extension: the server ends with it. */
export async function deactivate(): Promise<void> {
  await running?.client.stop();
  worker?.terminate();
}

/** A worker does not end by itself when the server in it is told to exit. */
async function startWorker(address: string): Promise<MessageTransports> {
  worker?.terminate();
  worker = new Worker(address);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
