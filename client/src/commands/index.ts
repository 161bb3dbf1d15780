import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { StationStatus } from '../status.ts';
import type { SummaryViews } from '../summary/summary-views.ts';
import { applyRecommended } from './apply-recommended.ts';
import { formatFile, sortByProfile } from './arrange.ts';
import { checkWorkspace } from './check-workspace.ts';
import { copySupportInformation } from './copy-support-information.ts';
import { explainFirstProblem } from './explain-first-problem.ts';
import { fixAll } from './fix-all.ts';
import { newProjectFile } from './new-project-file.ts';
import { openSample } from './open-sample.ts';
import { saveSummary } from './save-summary.ts';
import { setStationContext } from './set-station-context.ts';
import { showProblems } from './show-problems.ts';
import { showSummary } from './show-summary.ts';

/** What commands work with. */
export interface CommandContext {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  readonly status: StationStatus;
  readonly views: SummaryViews;
  /** Where the extension is installed. */
  readonly extensionUri: Uri;
  /** The extension's version. */
  readonly version: string;
}

/** The commands that the server may put behind its code lenses; each gets the document's address and a position. */
export const LENS_COMMANDS: readonly string[] = [
  'ocppConfig.setStationContext',
  'ocppConfig.showProblems',
  'ocppConfig.showSummary',
];

/** Registers the commands that `package.json` names. Those about a file may be given its address. */
export function registerCommands(context: CommandContext): Disposable[] {
  const { client, log } = context;
  const onFile = (command: string, run: (context: CommandContext, given: unknown) => Promise<unknown>) =>
    commands.registerCommand(command, (given: unknown) => run(context, given));
  return [
    onFile('ocppConfig.applyRecommended', applyRecommended),
    onFile('ocppConfig.fixAll', fixAll),
    onFile('ocppConfig.sortByProfile', sortByProfile),
    onFile('ocppConfig.formatFile', formatFile),
    commands.registerCommand('ocppConfig.setStationContext', (given?: unknown, position?: unknown) =>
      setStationContext(context, given, position),
    ),
    commands.registerCommand('ocppConfig.showProblems', showProblems),
    onFile('ocppConfig.showSummary', showSummary),
    commands.registerCommand('ocppConfig.saveSummary', (given: unknown, target?: Uri) =>
      saveSummary(context, given, target),
    ),
    onFile('ocppConfig.explainFirstProblem', explainFirstProblem),
    onFile('ocppConfig.newProjectFile', newProjectFile),
    onFile('ocppConfig.copySupportInformation', copySupportInformation),
    commands.registerCommand('ocppConfig.openSample', () => openSample(context)),
    commands.registerCommand('ocppConfig.checkWorkspace', checkWorkspace),
    commands.registerCommand('ocppConfig.restartServer', () => restart(client)),
    commands.registerCommand('ocppConfig.showLog', () => log.show()),
  ];
}

async function restart(client: BaseLanguageClient): Promise<void> {
  // A server that has died leaves nothing to stop.
  if (client.needsStop()) await client.stop();
  await client.start();
}
