import { identityOfEntry, identityOfReference } from '../../features/key-index.ts';
import { placeAt } from '../../features/locate.ts';
import type { Understood } from '../../features/understood.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';
import { type Location, ReferencesRequest } from '../vscode-languageserver.ts';
import type { Workspace } from './workspace.ts';

/** All places of a key in the workspace, however it is spelt. */
export function answerReferences(session: Session, requests: Requests, workspace: Workspace): void {
  requests.on(ReferencesRequest.type, null, async ({ textDocument, position }, token) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const identity = identityAt(understood, snapshot.lines.offsetAt(position));
    if (identity === undefined) return null;
    const { keys } = await workspace.searched(token);
    return keys
      .placesOf(identity)
      .map(({ file, span }): Location => ({ uri: session.addressOf(file), range: span }));
  });
}

/** What the key at an offset is called in the index; its value stands for it too. */
function identityAt(understood: Understood, offset: number): string | undefined {
  const place = placeAt(understood, offset);
  if (place === undefined) return undefined;
  return place.kind === 'reference'
    ? identityOfReference(place.reference, place.scope)
    : identityOfEntry(place.entry, place.scope);
}
