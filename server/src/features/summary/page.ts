import type { Severity } from '../../model/problem.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { SummaryFix, ValueState } from './summary.ts';

/**
 * A summary in words, in the order in which it is read: what the renderings as HTML and as Markdown have in common. All
 * texts are plain; a rendering escapes them in its own way.
 */
export interface SummaryPage {
  readonly title: string;
  /** What kind of file it is, and how much is wrong in it. */
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
  /** Who made it, when, and of what. */
  readonly footer: string;
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly head: TableHead; readonly facts: readonly FactLine[] }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'values'; readonly head: TableHead; readonly rows: readonly ValueLine[] };

/** What a table is about, and the names of its columns. */
export interface TableHead {
  readonly caption: string;
  readonly columns: readonly string[];
}

export interface FactLine {
  readonly label: string;
  readonly value: string;
  readonly because: string;
}

/** A problem, or something that is missing. */
export interface Line {
  readonly severity: Labelled<Severity> | undefined;
  /** The key, or what the line is about. */
  readonly name: string;
  readonly text: string;
  /** The id behind which a page explains more. */
  readonly rule: string | undefined;
  readonly place: Place;
  readonly fixes: readonly SummaryFix[];
  /** Whether saying what the station is solves it. */
  readonly asksForStation: boolean;
}

export interface ValueLine {
  readonly name: string;
  readonly title: string;
  readonly present: string;
  readonly recommended: readonly string[];
  readonly state: Labelled<ValueState>;
  readonly severity: Severity | undefined;
  readonly reason: string;
  readonly place: Place;
  readonly fixes: readonly SummaryFix[];
}

/** Something with the word for it. */
export interface Labelled<Id> {
  readonly id: Id;
  readonly label: string;
}

export interface Place {
  readonly range: OffsetRange;
  /** "line 12". */
  readonly label: string;
}
