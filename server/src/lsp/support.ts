import { type SupportDocument, SupportRequest } from '../../../protocol/messages.ts';
import type { Analysis } from '../analysis.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';

const UNKNOWN = 'unknown';

/** Answers what a report to the maintainers may say. Only what the program itself has named is in it. */
export function answerSupport(session: Session, requests: Requests): void {
  requests.on(SupportRequest, null, async ({ textDocument }, token) => {
    const found = textDocument && (await session.analyse(textDocument.uri, token));
    const own = textDocument && (await session.knowledgeFor(textDocument.uri));
    return {
      runtime: session.platform.runtime(),
      openDocuments: session.documents.keys().length,
      document:
        found === undefined
          ? null
          : aboutDocument(found.snapshot, found.understood, own?.project !== undefined),
    };
  });
}

function aboutDocument(
  { document: { languageId, text }, understandingTime, analysisTime }: Snapshot,
  { document, resolved, problems, suppressed }: Analysis,
  hasProjectFile: boolean,
): SupportDocument {
  const entries = resolved.scopes.flatMap((scope) => scope.entries);
  const scope = resolved.scopes.find((candidate) => candidate.scope.keysAre === 'ocpp');
  const { protocol, current, smartCharging, vendorId, vendor } = scope?.station ?? {};
  return {
    languageId,
    characters: text.length,
    format: document.format,
    shape: document.shape,
    configurations: resolved.scopes.length,
    entries: entries.length,
    unknownKeys: entries.filter(({ facts }) => facts === undefined).length,
    protocol: protocol?.value ?? UNKNOWN,
    current: current?.value ?? UNKNOWN,
    smartCharging: smartCharging?.value === undefined ? UNKNOWN : smartCharging.value ? 'on' : 'off',
    // A name that no pack knows is the file's own.
    vendor: vendorId ?? (vendor?.value === undefined ? UNKNOWN : 'one without a pack'),
    operator: resolved.operator?.profile.id ?? 'none',
    hasProjectFile,
    problems: countsOf(problems.map(({ rule }) => rule)),
    suppressed,
    understandingTime,
    analysisTime,
  };
}

function countsOf(rules: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
