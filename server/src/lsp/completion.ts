import {
  type Completion,
  type CompletionSubject,
  completionsAt,
  resolveCompletion,
} from '../features/completion.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { toRange } from './convert.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import { withoutTabStops } from './snippet.ts';
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
} from './vscode-languageserver.ts';

/** Characters after which an editor should ask by itself: the ends of what can stand before a key, value or item. */
export const COMPLETION_TRIGGERS: readonly string[] = ['"', ',', '=', '.', ':'];

/** What comes back when the editor wants a proposal's documentation. */
interface ItemData {
  readonly uri: string;
  readonly subject: CompletionSubject;
}

/** Answers what can be written at a place; what an entry says of itself is made when it is looked at. */
export function answerCompletions(session: Session, requests: Requests): void {
  requests.on(CompletionRequest.type, null, async ({ textDocument, position, context }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const proposals = completionsAt(understood, snapshot.lines.offsetAt(position));
    return proposals
      .filter(({ kind }) => suits(kind, context?.triggerCharacter))
      .map((proposal) => toItem(snapshot, proposal, session.abilities));
  });

  requests.on(CompletionResolveRequest.type, { label: '' }, async (item) => {
    if (!isItemData(item.data)) return item;
    const { understood } = (await session.understand(item.data.uri)) ?? {};
    const documentation = understood && resolveCompletion(understood, item.data.subject);
    if (documentation === undefined) return item;
    const kind = session.abilities.markdownCompletions ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { ...item, documentation: { kind, value: documentation } };
  });
}

/**
 * Whether somebody who has just typed a character may want such a proposal. A comma between entries, for one, is often
 * followed by a line break: with a list of keys open it would insert a key.
 */
function suits(kind: Completion['kind'], typed: string | undefined): boolean {
  switch (typed) {
    case ',':
    case '.':
      return kind === 'list-item';
    case '=':
    case ':':
      return kind !== 'key';
    default:
      return true;
  }
}

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  'enum-value': CompletionItemKind.EnumMember,
  'list-item': CompletionItemKind.EnumMember,
};

function toItem(
  { document, lines }: Snapshot,
  proposal: Completion,
  abilities: ClientAbilities,
): CompletionItem {
  const { insert } = proposal;
  const asSnippet = insert.form === 'snippet' && abilities.snippets;
  const newText = insert.form === 'snippet' && !asSnippet ? withoutTabStops(insert.text) : insert.text;
  const data: ItemData = { uri: document.uri, subject: proposal.subject };
  const item: CompletionItem = {
    label: proposal.label,
    kind: KIND[proposal.kind],
    // VS Code's own proposals for JSON sort by their texts, which begin with a quote: ours come before that.
    sortText: `!${proposal.sortText}`,
    filterText: proposal.filterText,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toRange(lines, proposal.range), newText },
    data,
  };
  if (abilities.labelDetails) item.labelDetails = labelDetailsOf(proposal);
  else if (proposal.description !== undefined) item.detail = proposal.description;
  if (abilities.preselect && proposal.preselect) item.preselect = true;
  if (abilities.deprecatedCompletions && proposal.deprecated) item.tags = [CompletionItemTag.Deprecated];
  return item;
}

function labelDetailsOf({ detail, description }: Completion): NonNullable<CompletionItem['labelDetails']> {
  return {
    ...(detail === undefined ? {} : { detail }),
    ...(description === undefined ? {} : { description }),
  };
}

function isItemData(data: unknown): data is ItemData {
  return typeof data === 'object' && data !== null && 'uri' in data && 'subject' in data;
}
