import {
  type HintDetails,
  type HintSubject,
  hintDetails,
  type InlayHint,
  inlayHintsIn,
} from '../features/inlay-hints.ts';
import { toEdits, toOffsets } from './convert.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import {
  InlayHintRefreshRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type InlayHint as ProtocolHint,
} from './vscode-languageserver.ts';

/** What comes back when somebody points at a hint. */
interface HintData {
  readonly uri: string;
  /** The snapshot that the hint is of: a later text may have something else in its place. */
  readonly snapshot: string;
  readonly subject: HintSubject;
}

/** Answers what stands behind values; tooltips and edits are made when they are asked for. */
export function answerInlayHints(session: Session, requests: Requests): void {
  const { abilities } = session;
  if (!abilities.inlayHints) return;
  requests.on(InlayHintRequest.type, null, async ({ textDocument, range }) => {
    const { inlayHints: kinds } = await session.settingsFor(textDocument.uri);
    if (kinds.length === 0) return [];
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const shown = toOffsets(snapshot.lines, range);
    return inlayHintsIn(understood, shown, kinds, snapshot.options).map((hint) => {
      const converted = toHint(snapshot, hint);
      if (abilities.resolvesInlayHints) return converted;
      return withDetails(converted, snapshot, hintDetails(understood, hint.subject));
    });
  });

  requests.on(
    InlayHintResolveRequest.type,
    { position: { line: 0, character: 0 }, label: '' },
    async (hint) => {
      if (!isHintData(hint.data)) return hint;
      const { uri, snapshot: id, subject } = hint.data;
      const { snapshot, understood } = (await session.understand(uri)) ?? {};
      if (snapshot === undefined || understood === undefined || snapshot.id !== id) return hint;
      return withDetails(hint, snapshot, hintDetails(understood, subject));
    },
  );
}

/** Other hints may be right now, because the settings or a project have changed. */
export function refreshInlayHints({ connection, abilities }: Session): void {
  if (!abilities.refreshesInlayHints) return;
  runLogged(connection, InlayHintRefreshRequest.method, () => connection.languages.inlayHint.refresh());
}

function toHint({ document, lines, id }: Snapshot, { offset, label, subject }: InlayHint): ProtocolHint {
  const data: HintData = { uri: document.uri, snapshot: id, subject };
  return { position: lines.positionAt(offset), label, paddingLeft: true, data };
}

function withDetails(
  hint: ProtocolHint,
  { lines }: Snapshot,
  details: HintDetails | undefined,
): ProtocolHint {
  if (details === undefined) return hint;
  return { ...hint, tooltip: details.tooltip, textEdits: toEdits(lines, details.edits) };
}

function isHintData(data: unknown): data is HintData {
  return (
    typeof data === 'object' && data !== null && 'uri' in data && 'snapshot' in data && 'subject' in data
  );
}
