import { Disposable, EventEmitter, type Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { KeyPageRequest, KeyPagesChangedNotification } from '../../protocol/messages.ts';
import { PAGE_SCHEME } from './documents.ts';

/** Where "go to definition" of a key leads: to a page with all that is known of it. */
export const KEY_PAGES = `${PAGE_SCHEME}:/keys/`;

/** Shows the pages of keys as read-only documents; VS Code opens them as Markdown previews (package.json). */
export function registerKeyPages(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const isPage = ({ scheme, path }: Uri) => scheme === PAGE_SCHEME && path.startsWith('/keys/');
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        if (!isPage(uri)) return undefined;
        // Without VS Code's escapes on top of those that the server has made.
        const address = `${KEY_PAGES}${uri.path.slice('/keys/'.length)}?${encodeURIComponent(uri.query)}`;
        return (await client.sendRequest(KeyPageRequest, { uri: address })) ?? undefined;
      },
    }),
    client.onNotification(KeyPagesChangedNotification, () => {
      for (const { uri } of workspace.textDocuments) if (isPage(uri)) changed.fire(uri);
    }),
  );
}
