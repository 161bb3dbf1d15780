import type { Connection } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import type { Platform } from '../platform/platform.ts';
import { describe } from './requests.ts';
import { startServer } from './server.ts';

/**
 * Serves over what the program's arguments name: `--node-ipc` as VS Code starts it, `--stdio`, `--socket=…`, `--pipe=…`.
 * Throws when they name none of these.
 */
export function serveAsArgumentsSay(platform: Platform): void {
  serve(createConnection(), platform);
}

/** Serves over standard input and output. */
export function serveOverStdio(platform: Platform): void {
  serve(createConnection(process.stdin, process.stdout), platform);
}

function serve(connection: Connection, platform: Platform): void {
  // One mistake must not take the editor's help away: the log says what happened, and the server lives on.
  process.on('uncaughtException', (error) => connection.console.error(`Not caught: ${describe(error)}`));
  process.on('unhandledRejection', (error) => connection.console.error(`Not handled: ${describe(error)}`));
  startServer(connection, platform);
}
