import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Platform } from '../platform/platform.ts';
import { onlyMessages } from './only-messages.ts';
import { describe } from './requests.ts';
import { startServer } from './server.ts';

/** Serves the page that has started this worker. */
export function serveInWorker(worker: DedicatedWorkerGlobalScope, platform: Platform): void {
  const connection = createConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
    onlyMessages(),
  );
  // One mistake must not take the editor's help away: the log says what happened, and the server lives on.
  worker.addEventListener('error', ({ error, message }) => {
    connection.console.error(`Not caught: ${describe(error ?? message)}`);
  });
  worker.addEventListener('unhandledrejection', ({ reason }) => {
    connection.console.error(`Not handled: ${describe(reason)}`);
  });
  startServer(connection, platform);
}
