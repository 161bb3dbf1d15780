import { selectionsAt } from '../features/selection-ranges.ts';
import { toRange } from './convert.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import { type SelectionRange, SelectionRangeRequest } from './vscode-languageserver.ts';

/** Answers what a growing selection takes in next. */
export function answerSelectionRanges(session: Session, requests: Requests): void {
  requests.on(SelectionRangeRequest.type, null, async ({ textDocument, positions }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    return positions.map((position) => {
      const steps = selectionsAt(understood, snapshot.lines.offsetAt(position));
      const outermost: SelectionRange = {
        range: toRange(snapshot.lines, steps.at(-1) ?? { start: 0, end: snapshot.text.length }),
      };
      return steps
        .slice(0, -1)
        .reduceRight<SelectionRange>(
          (parent, step) => ({ range: toRange(snapshot.lines, step), parent }),
          outermost,
        );
    });
  });
}
