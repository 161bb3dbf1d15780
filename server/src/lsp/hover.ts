import { hoverAt } from '../features/hover.ts';
import { toRange } from './convert.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import { HoverRequest, MarkupKind } from './vscode-languageserver.ts';

/** Answers what is known of the key, value or item at a place. */
export function answerHovers(session: Session, requests: Requests): void {
  requests.on(HoverRequest.type, null, async ({ textDocument, position }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const hover = hoverAt(understood, snapshot.lines.offsetAt(position));
    if (hover === undefined) return null;
    // Markdown reads well enough in an editor that shows it as it is.
    const kind = session.abilities.markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: hover.markdown }, range: toRange(snapshot.lines, hover.range) };
  });
}
