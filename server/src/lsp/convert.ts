import type { Problem, Severity } from '../model/problem.ts';
import type { TextEdit } from '../text/edits.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';
import type { ClientAbilities } from './client-abilities.ts';
import type { RulePages } from './rule-pages.ts';
import type { Snapshot } from './snapshot.ts';
import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type TextEdit as ProtocolEdit,
  type Range,
  type WorkspaceEdit,
} from './vscode-languageserver.ts';

/** What every problem of ours carries, so that a person can tell it from another extension's. */
export const DIAGNOSTIC_SOURCE = 'OCPP Config';

/** A range as the editor takes it. */
export function toRange(lines: LineIndex, range: OffsetRange): Range {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** A range as the editor sent it; whatever lies outside the text is moved to its nearest end. */
export function toOffsets(lines: LineIndex, range: Range): OffsetRange {
  return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
}

/** Edits as the editor takes them. */
export function toEdits(lines: LineIndex, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ range, newText }) => ({ range: toRange(lines, range), newText }));
}

/** Edits of one document; with its version where the editor takes that, so that it refuses them for another text. */
export function documentEdit(
  { versionedEdits }: ClientAbilities,
  { uri, version }: { readonly uri: string; readonly version: number | null },
  edits: ProtocolEdit[],
): WorkspaceEdit {
  return versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAG = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A problem in a project file, a pack or a profile. */
export function ownDiagnostic(lines: LineIndex, { range, severity, rule, message }: Problem): Diagnostic {
  return {
    range: toRange(lines, range),
    severity: SEVERITY[severity],
    code: rule,
    source: DIAGNOSTIC_SOURCE,
    message,
  };
}

/** What of a session decides how problems are sent. */
export interface ProblemEnvironment {
  readonly abilities: ClientAbilities;
  readonly pages: RulePages;
  /** The editor's address of another file that a problem talks about. */
  readonly addressOf: (path: string) => string;
}

/** Problems as the editor takes them. Fixes are not sent along: they are found again from the snapshot's analysis. */
export function toDiagnostic(
  { lines, document }: Snapshot,
  problem: Problem,
  { abilities, pages, addressOf }: ProblemEnvironment,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(lines, problem.range),
    severity: SEVERITY[problem.severity],
    code: problem.rule,
    source: DIAGNOSTIC_SOURCE,
    message: problem.message,
  };
  if (abilities.codeDescriptions) diagnostic.codeDescription = { href: pages.addressOf(problem.rule) };
  const tag = problem.tag === undefined ? undefined : TAG[problem.tag];
  if (tag !== undefined && abilities.diagnosticTags.includes(tag)) diagnostic.tags = [tag];
  if (abilities.relatedInformation && problem.related !== undefined) {
    diagnostic.relatedInformation = problem.related.map((place) => ({
      location:
        place.path === undefined
          ? { uri: document.uri, range: toRange(lines, place.range) }
          : { uri: addressOf(place.path), range: place.span },
      message: place.message,
    }));
  }
  return diagnostic;
}
