import { APPLY_RECOMMENDED_COMMAND } from '../../../protocol/messages.ts';
import { type CodeLens, codeLensesOf, type LensKind, lensTitle } from '../features/code-lenses.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Command,
  type CodeLens as ProtocolLens,
} from './vscode-languageserver.ts';

/** What comes back when the editor shows a lens. */
interface LensData {
  readonly uri: string;
  readonly lens: CodeLens;
}

/**
 * The command behind each kind of lens. But for the server's own, an editor must have said that it has it: a lens that
 * cannot be clicked is none.
 */
const COMMANDS: Readonly<Record<LensKind, string>> = {
  context: 'ocppConfig.setStationContext',
  problems: 'ocppConfig.showProblems',
  recommended: APPLY_RECOMMENDED_COMMAND,
  summary: 'ocppConfig.showSummary',
};

/** Whether an editor can show and run any lens of ours. */
export function offersCodeLenses(session: Session): boolean {
  return (
    session.abilities.codeLenses && Object.keys(COMMANDS).some((kind) => runs(session, kind as LensKind))
  );
}

/** Answers what stands above the file; titles are made when they are shown. */
export function answerCodeLenses(session: Session, requests: Requests): void {
  if (!offersCodeLenses(session)) return;
  requests.on(CodeLensRequest.type, null, async ({ textDocument }) => {
    const { uri } = textDocument;
    if (!(await session.settingsFor(uri)).codeLens) return [];
    const { snapshot, understood } = (await session.understand(uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    return codeLensesOf(understood, (kind) => runs(session, kind)).map((lens): ProtocolLens => {
      const start = snapshot.lines.positionAt(lens.offset);
      const data: LensData = { uri, lens };
      return { range: { start, end: start }, data };
    });
  });

  const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  requests.on(CodeLensResolveRequest.type, { range: nowhere }, async (asked, token) => {
    if (!isLensData(asked.data)) return asked;
    const { uri, lens } = asked.data;
    const { snapshot, understood: analysis } = (await session.analyse(uri, token)) ?? {};
    if (snapshot === undefined || analysis === undefined) return asked;
    const { title, clickable } = lensTitle(analysis, lens, snapshot.options);
    // Text without a command is what an editor shows of one that has no name.
    const command: Command = clickable
      ? { title, command: COMMANDS[lens.kind], arguments: [uri, asked.range.start] }
      : { title, command: '' };
    return { ...asked, command };
  });
}

/** Other lenses may be right now, because the settings or a project have changed. */
export function refreshCodeLenses(session: Session): void {
  const { connection, abilities } = session;
  if (!abilities.refreshesCodeLenses || !offersCodeLenses(session)) return;
  runLogged(connection, CodeLensRefreshRequest.method, () =>
    connection.sendRequest(CodeLensRefreshRequest.type),
  );
}

function runs({ abilities, options }: Session, kind: LensKind): boolean {
  const command = COMMANDS[kind];
  return command === APPLY_RECOMMENDED_COMMAND ? abilities.appliesEdits : options.commands.includes(command);
}

function isLensData(data: unknown): data is LensData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'lens' in data;
}
