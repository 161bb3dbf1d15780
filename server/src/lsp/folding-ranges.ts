import { type Fold, foldsOf } from '../features/folding.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import { type FoldingRange, FoldingRangeKind, FoldingRangeRequest } from './vscode-languageserver.ts';

/** Answers what of a document can be folded. */
export function answerFoldingRanges(session: Session, requests: Requests): void {
  requests.on(FoldingRangeRequest.type, null, async ({ textDocument }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const whole = session.abilities.foldsWholeLines;
    return foldsOf(understood).map((fold) => {
      const lines = toLines(snapshot.lines, fold);
      return whole ? lines : { ...lines, ...toCharacters(snapshot.lines, fold) };
    });
  });
}

function toLines(lines: LineIndex, { range, kind }: Fold): FoldingRange {
  return {
    startLine: lines.lineAt(range.start),
    endLine: lines.lineAt(range.end),
    kind: kind === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
  };
}

function toCharacters(
  lines: LineIndex,
  { range }: Fold,
): Pick<FoldingRange, 'startCharacter' | 'endCharacter'> {
  return {
    startCharacter: lines.positionAt(range.start).character,
    endCharacter: lines.positionAt(range.end).character,
  };
}
