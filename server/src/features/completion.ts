import { formatOf } from '../formats/index.ts';
import type { ConfigDocument } from '../model/document.ts';
import type { TextEdit } from '../text/edits.ts';
import type { OffsetRange } from '../text/range.ts';
import { completeKeys, completeReference } from './complete-keys.ts';
import { completeValues } from './complete-values.ts';
import { describeItem } from './describe-item.ts';
import { describeKey } from './describe-key.ts';
import { placeAt } from './locate.ts';
import { escaped, paragraphs } from './markdown.ts';
import type { Understood } from './understood.ts';

/** One proposal. Its documentation is left out and made by `resolveCompletion` when somebody looks at it. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'enum-value' | 'list-item';
  /** What stands right behind the label, less prominently: ` = 900 s`. */
  readonly detail: string | undefined;
  /** What stands at the right edge: `recommended by GreenFlux`, `Core`. */
  readonly description: string | undefined;
  readonly sortText: string;
  readonly filterText: string;
  /** What is replaced; contains the cursor and stays on its line. */
  readonly range: OffsetRange;
  readonly insert: { readonly form: 'snippet' | 'plain-text'; readonly text: string };
  /** Changes elsewhere that belong to it, such as the comma that the entry before lacks. */
  readonly additionalEdits: readonly TextEdit[];
  /** Whether the editor should select it at first: at most one of a list. */
  readonly preselect: boolean;
  readonly deprecated: boolean;
  /** Plain data that finds the documentation again. */
  readonly subject: CompletionSubject;
}

/** What a proposal is about. */
export interface CompletionSubject {
  /** Position of the scope in the document. */
  readonly scope: number;
  /** Canonical name of the key. */
  readonly key: string;
  /** A value of the key or an item of its list. */
  readonly value?: string;
}

/** Everything that can be written at an offset, present keys and items left out, the best first by `sortText`. */
export function completionsAt(understood: Understood, offset: number): readonly Completion[] {
  return proposalsAt(understood, offset).map((proposal) => withItsQuotes(proposal, understood.document));
}

/**
 * A proposal for the whole of a JSON string, with the quotes that are there: VS Code's own proposals for JSON replace
 * them too, and an editor ranks by what is replaced. One item of several in the string stays as it is.
 */
function withItsQuotes(proposal: Completion, { format, text }: ConfigDocument): Completion {
  const { range, insert, filterText } = proposal;
  const isWhole = format === 'json' && text[range.start - 1] === '"' && text[range.end] === '"';
  if (!isWhole || insert.form === 'snippet') return proposal;
  return {
    ...proposal,
    range: { start: range.start - 1, end: range.end + 1 },
    filterText: `"${filterText}"`,
    insert: { form: insert.form, text: `"${insert.text}"` },
  };
}

function proposalsAt(understood: Understood, offset: number): readonly Completion[] {
  const { document, resolved } = understood;
  const format = formatOf(document);
  const cursor = format.cursorAt(document, offset);
  if (cursor === undefined) {
    const place = placeAt(understood, offset);
    return place?.kind === 'reference' ? completeReference(place.reference, place.scope) : [];
  }
  const scope = resolved.scopes[cursor.scope.index];
  if (scope === undefined) return [];
  return cursor.kind === 'value'
    ? completeValues(cursor, offset, scope, format)
    : completeKeys(cursor, scope, format);
}

/** The documentation of a proposal, as Markdown; undefined when there is nothing more to say. */
export function resolveCompletion(understood: Understood, subject: CompletionSubject): string | undefined {
  const scope = understood.resolved.scopes[subject.scope];
  const facts = scope?.catalog.key(subject.key);
  if (scope === undefined || facts === undefined) return undefined;
  const { value } = subject;
  if (value === undefined) return describeKey(facts, scope);
  if (facts.type === 'list') return describeItem(value, facts, scope) ?? describeKey(facts, scope);
  const named = [...(facts.special ?? []), ...(facts.values ?? [])].find((one) => one.value === value);
  return paragraphs([
    named?.meaning === undefined ? undefined : `**${escaped(value)}**: ${escaped(named.meaning)}`,
    describeKey(facts, scope),
  ]);
}
