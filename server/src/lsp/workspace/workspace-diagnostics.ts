import * as l10n from '@vscode/l10n';
import { Cancelled } from '../cancellation.ts';
import { type Requests, runLogged } from '../requests.ts';
import type { Session } from '../session.ts';
import {
  type CancellationToken,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from '../vscode-languageserver.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceChecks } from './workspace-checks.ts';

/** Brings the problems of files that are not open to the editor: it asks for them, or they are sent to one that does not. */
export function startWorkspaceDiagnostics(session: Session, requests: Requests, workspace: Workspace): void {
  if (session.abilities.pullsDiagnostics) answerWorkspaceDiagnostics(session, requests, workspace);
  else
    runLogged(session.connection, 'sending problems of the workspace', () =>
      pushForever(session, workspace.checks),
    );
}

/**
 * A question waits until there is something to say, as the protocol allows, so that an editor that asks again and again
 * costs nothing. While files are checked, what is found comes in parts where the editor takes them.
 */
function answerWorkspaceDiagnostics(session: Session, requests: Requests, { checks }: Workspace): void {
  requests.on(
    WorkspaceDiagnosticRequest.type,
    { items: [] },
    async ({ previousResultIds, partialResultToken }, token) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [session.nameOf(uri), { uri, value }]));
      let saidInParts = false;
      for (;;) {
        const heard = checks.newsSoFar;
        const items = newsFor(known, session, checks);
        if (items.length > 0 && partialResultToken !== undefined && checks.isUnderWay) {
          saidInParts = true;
          await session.connection.sendProgress(
            WorkspaceDiagnosticRequest.partialResult,
            partialResultToken,
            {
              items,
            },
          );
        } else if (!checks.isUnderWay && (items.length > 0 || saidInParts)) {
          return { items: [...items, ...unchanged(known, items, session)] };
        } else if (items.length > 0) {
          // An editor that takes no parts gets all at once: what was found so far is found again then.
          for (const { uri } of items) known.delete(session.nameOf(uri));
        }
        await newsOr(token, checks, heard);
      }
    },
  );
}

type Known = Map<string, { readonly uri: string; readonly value: string }>;

/** What the editor does not know yet; from now on it does. */
function newsFor(
  known: Known,
  session: Session,
  checks: WorkspaceChecks,
): WorkspaceDocumentDiagnosticReport[] {
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  const named = new Set<string>();
  for (const { uri, version, resultId, items: problems } of checks.reports) {
    const name = session.nameOf(uri);
    named.add(name);
    if (known.get(name)?.value === resultId) continue;
    known.set(name, { uri, value: resultId });
    items.push({ kind: 'full', uri, version, resultId, items: [...problems] });
  }
  for (const [name, { uri }] of known) {
    if (named.has(name)) continue;
    known.delete(name);
    // What is open the editor asks for by itself.
    if (session.documents.get(session.addressOf(name)) === undefined) {
      items.push({ kind: 'full', uri, version: null, items: [] });
    }
  }
  return items;
}

function unchanged(
  known: Known,
  said: readonly WorkspaceDocumentDiagnosticReport[],
  session: Session,
): WorkspaceDocumentDiagnosticReport[] {
  const names = new Set(said.map(({ uri }) => session.nameOf(uri)));
  return [...known].flatMap(([name, { uri, value }]) =>
    names.has(name) ? [] : [{ kind: 'unchanged', uri, version: null, resultId: value } as const],
  );
}

async function newsOr(token: CancellationToken, checks: WorkspaceChecks, heard: number): Promise<void> {
  if (token.isCancellationRequested) throw new Cancelled();
  await new Promise<void>((resolve) => {
    const subscription = token.onCancellationRequested(() => resolve());
    checks.news(heard).then(() => {
      subscription.dispose();
      resolve();
    });
  });
  if (token.isCancellationRequested) throw new Cancelled();
}

/** Editors keep all that they are sent; nobody reads the problems of more files than these. */
const MOST_FILES = 1_000;

async function pushForever(session: Session, checks: WorkspaceChecks): Promise<void> {
  const { documents, published } = session;
  const shown = new Map<string, { readonly uri: string; readonly resultId: string }>();
  let isComplained = false;
  let heard = 0;
  for (;;) {
    await checks.news(heard);
    heard = checks.newsSoFar;
    const reports = checks.reports;
    const named = new Set(reports.map(({ uri }) => session.nameOf(uri)));
    for (const { uri, resultId, items } of reports) {
      const name = session.nameOf(uri);
      if (shown.get(name)?.resultId === resultId || (items.length === 0 && !shown.has(name))) continue;
      // Opened since the reports were looked at: what is sent for its text must not be followed by this.
      if (documents.get(uri) !== undefined) continue;
      if (!shown.has(name) && shown.size >= MOST_FILES) {
        if (!isComplained) {
          session.connection.console.warn(
            l10n.t('The problems of {0} files are shown, and no more.', MOST_FILES),
          );
        }
        isComplained = true;
        continue;
      }
      if (items.length === 0) shown.delete(name);
      else shown.set(name, { uri, resultId });
      await published.send({ uri, diagnostics: [...items] });
    }
    for (const [name, { uri }] of [...shown]) {
      if (named.has(name)) continue;
      shown.delete(name);
      // A document that is open now has its own problems sent, which may have been before.
      if (documents.get(uri) === undefined) await published.send({ uri, diagnostics: [] });
    }
  }
}
