import { formatEdits } from '../features/format.ts';
import { toEdits, toOffsets } from './convert.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type FormattingOptions,
  type TextEdit as ProtocolEdit,
  type Range,
  type TextDocumentRegistrationOptions,
} from './vscode-languageserver.ts';

/**
 * The files that we format when an editor formats a document. JSON is not among them: every editor has a formatter for
 * it, and a second one would make it ask which of the two is to be used, for all JSON files. There a code action
 * formats ours (`source.format.ocppConfig`).
 */
const FORMATTED: TextDocumentRegistrationOptions = {
  documentSelector: [
    { language: 'ini' },
    { language: 'properties' },
    { language: 'dotenv' },
    { pattern: '**/*.{cfg,conf,env}' },
  ],
};

/** Whether the editor is told at once that we format, since it cannot be told later of which files. */
export function formatsEverywhere({ abilities }: Session): boolean {
  return abilities.formats && !abilities.registersFormatting;
}

/** Answers how a document, or a range of it, is tidied. */
export function answerFormatting(session: Session, requests: Requests): void {
  if (!session.abilities.formats) return;
  requests.on(DocumentFormattingRequest.type, null, ({ textDocument, options }) =>
    format(session, textDocument.uri, options),
  );
  requests.on(DocumentRangeFormattingRequest.type, null, ({ textDocument, options, range }) =>
    format(session, textDocument.uri, options, range),
  );
}

/** To be called when the editor is ready. */
export function registerFormatting({ connection, abilities }: Session): void {
  if (!abilities.formats || !abilities.registersFormatting) return;
  runLogged(connection, 'client/registerCapability', async () => {
    await connection.client.register(DocumentFormattingRequest.type, FORMATTED);
    await connection.client.register(DocumentRangeFormattingRequest.type, FORMATTED);
  });
}

async function format(
  session: Session,
  uri: string,
  { tabSize, insertSpaces, insertFinalNewline }: FormattingOptions,
  range?: Range,
): Promise<ProtocolEdit[] | null> {
  const { separators } = await session.settingsFor(uri);
  const { snapshot, understood } = (await session.understand(uri)) ?? {};
  if (snapshot === undefined || understood?.document.format !== 'ini') return null;
  const layout = { tabSize, insertSpaces, insertFinalNewline: insertFinalNewline === true, separators };
  const edits = formatEdits(understood, layout, range && toOffsets(snapshot.lines, range));
  return toEdits(snapshot.lines, edits);
}
