import { type OutlineSymbol, outline } from '../features/symbols.ts';
import { toRange } from './convert.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import {
  type DocumentSymbol,
  DocumentSymbolRequest,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from './vscode-languageserver.ts';

/** Answers the outline of a document, as a tree where the editor takes one. */
export function answerDocumentSymbols(session: Session, requests: Requests): void {
  requests.on(DocumentSymbolRequest.type, null, async ({ textDocument }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const symbols = outline(understood);
    return session.abilities.nestedSymbols
      ? symbols.map((symbol) => toSymbol(snapshot, symbol))
      : symbols.flatMap((symbol) => toList(snapshot, symbol, undefined));
  });
}

/** As what editors show an entry. */
export const SYMBOL_KIND: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  scope: SymbolKind.Module,
  group: SymbolKind.Namespace,
  boolean: SymbolKind.Boolean,
  number: SymbolKind.Number,
  list: SymbolKind.Array,
  text: SymbolKind.String,
  secret: SymbolKind.Key,
  unknown: SymbolKind.Property,
};

function toSymbol(snapshot: Snapshot, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KIND[symbol.kind],
    ...(symbol.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    range: toRange(snapshot.lines, symbol.range),
    selectionRange: toRange(snapshot.lines, symbol.selection),
    children: symbol.children.map((child) => toSymbol(snapshot, child)),
  };
}

/** A symbol and all below it, for an editor that shows a list. */
function toList(
  snapshot: Snapshot,
  symbol: OutlineSymbol,
  container: string | undefined,
): SymbolInformation[] {
  const own: SymbolInformation = {
    name: symbol.name,
    kind: SYMBOL_KIND[symbol.kind],
    ...(symbol.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    ...(container === undefined ? {} : { containerName: container }),
    location: { uri: snapshot.document.uri, range: toRange(snapshot.lines, symbol.range) },
  };
  return [own, ...symbol.children.flatMap((child) => toList(snapshot, child, symbol.name))];
}
