import * as l10n from '@vscode/l10n';
import type { Analysis } from '../analysis.ts';
import { type Problem, SEVERITIES } from '../model/problem.ts';
import { DIAGNOSTIC_SOURCE, toDiagnostic } from './convert.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import { LONGEST_TEXT, type Snapshot } from './snapshot.ts';
import {
  CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
} from './vscode-languageserver.ts';

/** How problems come to the editor: it asks for them, or they are sent to one that does not. */
export interface Diagnostics {
  /** Tells the editor that what it knows may be wrong now, because the settings have changed. */
  refresh(): void;
}

/** Is told of each text that was analysed; there is no analysis of one that is not ours. */
export type OnAnalysed = (snapshot: Snapshot, analysis: Analysis | undefined) => void;

/** What somebody else wants to know of. */
export interface DiagnosticEvents {
  readonly onAnalysed: OnAnalysed;
  /** The editor asks for a document that is not open: a last time, after it was closed. */
  readonly onAskedAfterClose: (uri: string) => void;
}

/** Sees to it that the editor has the problems of open documents, in the way that it takes them. */
export function startDiagnostics(
  session: Session,
  requests: Requests,
  events: DiagnosticEvents,
): Diagnostics {
  return session.abilities.pullsDiagnostics
    ? pullDiagnostics(session, requests, events)
    : new PushedDiagnostics(session, events.onAnalysed);
}

/** Answers the editor when it asks; an answer that is the same as before says only that. */
function pullDiagnostics(
  session: Session,
  requests: Requests,
  { onAnalysed, onAskedAfterClose }: DiagnosticEvents,
): Diagnostics {
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  requests.on(DocumentDiagnosticRequest.type, nothing, async ({ textDocument, previousResultId }, token) => {
    const found = await session.newestAnalysis(textDocument.uri, token);
    if (found === undefined) {
      onAskedAfterClose(textDocument.uri);
      return nothing;
    }
    onAnalysed(found.snapshot, found.analysis);
    const resultId = found.snapshot.id;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = diagnosticsOf(session, found.snapshot, found.analysis);
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
  });
  return {
    refresh() {
      if (!session.abilities.refreshesDiagnostics) return;
      const { connection } = session;
      runLogged(connection, 'workspace/diagnostic/refresh', async () => {
        await connection.languages.diagnostics.refresh();
      });
    },
  };
}

/** How long typing must pause before problems are sent. */
const PUSH_DELAY = 150;

/** Sends problems some time after each change, and takes them back when the document closes. */
class PushedDiagnostics implements Diagnostics {
  readonly #session: Session;
  readonly #onAnalysed: OnAnalysed;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(session: Session, onAnalysed: OnAnalysed) {
    this.#session = session;
    this.#onAnalysed = onAnalysed;
    session.documents.onDidChangeContent(({ document }) => this.#schedule(document.uri));
    session.documents.onDidClose(({ document }) => this.#close(document.uri));
  }

  refresh(): void {
    for (const uri of this.#session.documents.keys()) this.#schedule(uri);
  }

  #schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    const push = () => {
      this.#timers.delete(uri);
      runLogged(this.#session.connection, `checking ${uri}`, () => this.#push(uri));
    };
    this.#timers.set(uri, setTimeout(push, PUSH_DELAY));
  }

  async #push(uri: string): Promise<void> {
    const found = await this.#session.newestAnalysis(uri, CancellationToken.None);
    // Typed on meanwhile: another run is on its way.
    if (found === undefined || this.#timers.has(uri)) return;
    this.#onAnalysed(found.snapshot, found.analysis);
    const diagnostics = diagnosticsOf(this.#session, found.snapshot, found.analysis);
    await this.#send(uri, diagnostics, found.snapshot.document.version);
  }

  #close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    runLogged(this.#session.connection, `closing ${uri}`, () => this.#send(uri, []));
  }

  async #send(uri: string, diagnostics: Diagnostic[], version?: number): Promise<void> {
    const params = { uri, diagnostics };
    await this.#session.published.send(version === undefined ? params : { ...params, version });
  }
}

/** No editor shows more of one file in a way that helps; VS Code shows a thousand. */
const MOST_PROBLEMS = 5_000;

function diagnosticsOf(session: Session, snapshot: Snapshot, analysis: Analysis | undefined): Diagnostic[] {
  if (analysis === undefined) return snapshot.isTooLarge ? [tooLarge()] : [];
  const { problems } = analysis;
  const sent = problems.length <= MOST_PROBLEMS ? problems : gravest(problems);
  const diagnostics = sent.map((problem) => toDiagnostic(snapshot, problem, session));
  return sent.length === problems.length
    ? diagnostics
    : [moreProblems(problems.length - sent.length), ...diagnostics];
}

/** In the order of the text; those that are grave before those that are not. */
function gravest(problems: readonly Problem[]): readonly Problem[] {
  return SEVERITIES.flatMap((severity) => problems.filter((problem) => problem.severity === severity)).slice(
    0,
    MOST_PROBLEMS,
  );
}

function tooLarge(): Diagnostic {
  return aboutTheFile(
    'file-too-large',
    l10n.t(
      'This file is larger than {0} MB, so it is not checked here, and its keys are not explained. "ocpp-config check" checks files of up to 100 MB on the command line.',
      LONGEST_TEXT / 1_000_000,
    ),
  );
}

/** First, and graver than a note: VS Code leaves out what is least and last, once more. */
function moreProblems(count: number): Diagnostic {
  const message = l10n.t(
    '{0} more problems are not shown here. "ocpp-config check" lists all of them.',
    count,
  );
  return { ...aboutTheFile('more-problems', message), severity: DiagnosticSeverity.Warning };
}

/** Said at the top of the file. */
function aboutTheFile(code: string, message: string): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    code,
    source: DIAGNOSTIC_SOURCE,
    message,
  };
}
