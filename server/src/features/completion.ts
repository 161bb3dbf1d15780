import type { OffsetRange } from '../text/range.ts';
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
export function completionsAt(_understood: Understood, _offset: number): readonly Completion[] {
  return [];
}

/** The documentation of a proposal, as Markdown; undefined when there is nothing more to say. */
export function resolveCompletion(_understood: Understood, _subject: CompletionSubject): string | undefined {
  return undefined;
}
