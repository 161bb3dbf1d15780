import {
  type SemanticToken,
  semanticTokensIn,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../features/semantic-tokens.ts';
import type { Understood } from '../features/understood.ts';
import type { OffsetRange } from '../text/range.ts';
import { toOffsets } from './convert.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRefreshRequest,
  type SemanticTokensRegistrationOptions,
  SemanticTokensRequest,
} from './vscode-languageserver.ts';

/** What the numbers in the tokens mean, and what can be asked for. */
export const SEMANTIC_TOKENS: Omit<SemanticTokensRegistrationOptions, 'documentSelector'> = {
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  range: true,
  full: { delta: true },
};

/** What an editor has got last of a document, to tell it only what is different next time. */
interface SentTokens {
  readonly resultId: string;
  readonly data: number[];
}

/** Answers which keys and values have colours of their own: of a document, of a range, or what has changed. */
export function answerSemanticTokens(session: Session, requests: Requests): void {
  if (!session.abilities.semanticTokens) return;
  const sent = new Map<string, SentTokens>();
  session.documents.onDidClose(({ document }) => sent.delete(document.uri));
  const nothing: SemanticTokens = { data: [] };

  const allTokens = async (uri: string): Promise<SentTokens | undefined> => {
    const { snapshot, understood } = (await session.understand(uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return undefined;
    const known = sent.get(uri);
    if (known?.resultId === snapshot.id) return known;
    const whole = { start: 0, end: snapshot.text.length };
    const tokens = { resultId: snapshot.id, data: encoded(snapshot, understood, whole) };
    sent.set(uri, tokens);
    return tokens;
  };

  requests.on(SemanticTokensRequest.type, nothing, async ({ textDocument }) => {
    const tokens = await allTokens(textDocument.uri);
    return tokens ?? nothing;
  });

  requests.on(
    SemanticTokensDeltaRequest.type,
    nothing,
    async ({ textDocument, previousResultId }): Promise<SemanticTokens | SemanticTokensDelta> => {
      const before = sent.get(textDocument.uri);
      const tokens = await allTokens(textDocument.uri);
      if (tokens === undefined || before?.resultId !== previousResultId) return tokens ?? nothing;
      return { resultId: tokens.resultId, edits: difference(before.data, tokens.data) };
    },
  );

  requests.on(SemanticTokensRangeRequest.type, nothing, async ({ textDocument, range }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return nothing;
    return { data: encoded(snapshot, understood, toOffsets(snapshot.lines, range)) };
  });
}

/** Other tokens may be right now: another vendor's keys are known. */
export function refreshSemanticTokens({ connection, abilities }: Session): void {
  if (!abilities.refreshesSemanticTokens) return;
  runLogged(connection, SemanticTokensRefreshRequest.method, () =>
    connection.languages.semanticTokens.refresh(),
  );
}

/** One edit from where two results part to where they meet again: most changes are at one place of a file. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const deleteCount = before.length - head - tail;
  const data = after.slice(head, after.length - tail);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start: head, deleteCount, data }];
}

function encoded({ lines }: Snapshot, understood: Understood, range: OffsetRange): number[] {
  const builder = new SemanticTokensBuilder();
  const push = (start: number, end: number, { type, modifiers }: SemanticToken): void => {
    const { line, character } = lines.positionAt(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    if (end > start) builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), bits);
  };
  for (const token of semanticTokensIn(understood, range)) {
    // A value may go on in further lines, which few editors take for one token.
    const last = lines.lineAt(token.range.end);
    for (let line = lines.lineAt(token.range.start); line <= last; line++) {
      push(
        Math.max(token.range.start, lines.lineStart(line)),
        Math.min(token.range.end, lines.lineEnd(line)),
        token,
      );
    }
  }
  return builder.build().data;
}
