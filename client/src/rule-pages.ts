import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { RulePageRequest } from '../../protocol/messages.ts';
import { PAGE_SCHEME } from './documents.ts';

/** Where the links behind problems' codes lead: to pages that need no network. */
export const RULE_PAGES = `${PAGE_SCHEME}:/rules/`;

const PAGE_PATH = /^\/rules\/(.+)\.md$/;

/** Shows the rules' pages as read-only documents; VS Code opens them as Markdown previews (package.json). */
export function registerRulePages(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const rule = PAGE_PATH.exec(path)?.[1];
      const page = rule && (await client.sendRequest(RulePageRequest, { rule }));
      return page || undefined;
    },
  });
}
