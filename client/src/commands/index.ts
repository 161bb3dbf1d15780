import { commands, type Disposable, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StationStatus } from '../status.ts';
import { applyRecommended } from './apply-recommended.ts';
import { fixAll } from './fix-all.ts';
import { setStationContext } from './set-station-context.ts';
import { showProblems } from './show-problems.ts';

/** What commands work with. */
export interface CommandContext {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  readonly status: StationStatus;
}

/** The commands that the server may put behind its code lenses; each gets the document's address and a position. */
export const LENS_COMMANDS: readonly string[] = ['ocppConfig.setStationContext', 'ocppConfig.showProblems'];

/** Registers the commands that `package.json` names. */
export function registerCommands(context: CommandContext): Disposable[] {
  const { client, log } = context;
  return [
    commands.registerCommand('ocppConfig.applyRecommended', applyRecommended),
    commands.registerCommand('ocppConfig.fixAll', fixAll),
    commands.registerCommand('ocppConfig.setStationContext', (uri?: unknown, position?: unknown) =>
      setStationContext(context, uri, position),
    ),
    commands.registerCommand('ocppConfig.showProblems', showProblems),
    commands.registerCommand('ocppConfig.restartServer', () => restart(client)),
    commands.registerCommand('ocppConfig.showLog', () => log.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  // A server that has died leaves nothing to stop.
  if (client.needsStop()) await client.stop();
  await client.start();
}
