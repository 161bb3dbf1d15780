import * as l10n from '@vscode/l10n';
import type { PlacedKey } from '../../features/key-index.ts';
import { SYMBOL_KIND } from '../document-symbols.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';
import { type SymbolInformation, SymbolTag, WorkspaceSymbolRequest } from '../vscode-languageserver.ts';
import type { Workspace } from './workspace.ts';

/** More than these nobody reads: typing on finds what is wanted. */
const MOST_SYMBOLS = 500;

/** "Which template sets this key?": each place of a key in the workspace, with its value. */
export function answerWorkspaceSymbols(session: Session, requests: Requests, workspace: Workspace): void {
  requests.on(WorkspaceSymbolRequest.type, null, async ({ query }, token) => {
    // Everything is no answer, and editors ask for it before anybody has typed.
    if (query.trim() === '') return [];
    const { keys } = await workspace.searched(token);
    return keys.search(query, MOST_SYMBOLS).map((key) => toSymbol(key, session));
  });
}

function toSymbol(key: PlacedKey, session: Session): SymbolInformation {
  return {
    name: key.name,
    kind: SYMBOL_KIND[key.kind],
    ...(key.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    containerName: [key.value === '' ? l10n.t('empty') : `= ${key.value}`, key.scope]
      .filter((part) => part !== undefined)
      .join(' · '),
    location: { uri: session.addressOf(key.file), range: key.span },
  };
}
