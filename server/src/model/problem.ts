import type { Span } from '../text/line-index.ts';
import type { OffsetRange } from '../text/range.ts';
import type { ConfigEntry, ConfigScope } from './document.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Severities from grave to slight, for sorting and thresholds. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Something a field engineer should know about one place in a file. */
export interface Problem {
  /** Stable id: `value-range`, `greenflux/websocket-ping-interval`. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, what happens because of it, what to do: up to three sentences. */
  readonly message: string;
  readonly range: OffsetRange;
  /** The key's name as the catalog spells it, or as written when unknown; absent for the text as a whole. */
  readonly key?: string | undefined;
  /** The preferred one first. */
  readonly fixes: readonly Fix[];
  readonly related?: readonly RelatedPlace[] | undefined;
  readonly tag?: 'unnecessary' | 'deprecated' | undefined;
}

/** Another place that a problem talks about. */
export type RelatedPlace = PlaceHere | PlaceElsewhere;

/** In the same file. */
export interface PlaceHere {
  readonly range: OffsetRange;
  readonly message: string;
  readonly path?: undefined;
}

/** In another file, whose text is not at hand: so the place is said in lines. */
export interface PlaceElsewhere {
  /** As whoever had the files looked at calls them. */
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** A way to put a problem right: an intent, which the file's format turns into edits. */
export interface Fix {
  /** Imperative and with the value: "Set WebSocketPingInterval to 180". */
  readonly title: string;
  /** Safe fixes keep the meaning or apply an agreed value, converge, and may run unasked on save. */
  readonly safe: boolean;
  readonly changes: readonly Change[];
}

/** A change to a configuration, said without knowing how the file is written. */
export type Change =
  | { readonly kind: 'set-value'; readonly entry: ConfigEntry; readonly value: PlainValue }
  | { readonly kind: 'rename-key'; readonly entry: ConfigEntry; readonly name: string }
  | { readonly kind: 'remove-entry'; readonly entry: ConfigEntry }
  | { readonly kind: 'replace-text'; readonly range: OffsetRange; readonly newText: string }
  | {
      readonly kind: 'insert-entry';
      readonly scope: ConfigScope;
      readonly name: string;
      readonly value: PlainValue;
    };

/** A value without its notation; the format writes 900 as `900`, `"900"` or `key=900` as the file needs it. */
export type PlainValue = string | number | boolean;
