import {
  type Connection,
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Platform } from '../../platform/platform.ts';
import type { Lifecycle } from '../lifecycle.ts';
import { onlyMessages } from '../only-messages.ts';
import { describe } from '../requests.ts';
import { startServer } from '../server.ts';
import { HeaderFilter } from './header-filter.ts';

/**
 * Serves over what the program's arguments name: `--node-ipc` as VS Code starts it, `--stdio`, `--socket=…`, `--pipe=…`.
 * Throws when they name none of these.
 */
export function serveAsArgumentsSay(platform: Platform): void {
  if (process.argv.includes('--stdio')) serveOverStdio(platform);
  else serve(createConnection(onlyMessages()), platform);
}

/** Serves over standard input and output. */
export function serveOverStdio(platform: Platform): void {
  // Whatever else might be printed would be taken for a message.
  globalThis.console = new console.Console(process.stderr);
  // What the library says of what it cannot read quotes it, and it may hold anything.
  const unreadable = () =>
    connection.console.error('A message of the editor cannot be read and is passed over.');
  const reader = new StreamMessageReader(process.stdin.pipe(new HeaderFilter(unreadable)));
  const connection = createConnection(reader, new StreamMessageWriter(process.stdout), onlyMessages());
  reader.onError(unreadable);
  const lifecycle = serve(connection, platform);
  for (const event of ['end', 'close']) {
    process.stdin.on(event, () => process.exit(lifecycle.isShutDown ? 0 : 1));
  }
}

function serve(connection: Connection, platform: Platform): Lifecycle {
  // One mistake must not take the editor's help away: the log says what happened, and the server lives on.
  process.on('uncaughtException', (error) => connection.console.error(`Not caught: ${describe(error)}`));
  process.on('unhandledRejection', (error) => connection.console.error(`Not handled: ${describe(error)}`));
  return startServer(connection, platform);
}
