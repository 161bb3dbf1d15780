import type { Area } from '../../catalog/knowledge.ts';
import type { Severity } from '../../model/problem.ts';
import type { OffsetRange } from '../../text/range.ts';
import type { StationFact } from '../station-summary.ts';

/**
 * What an engineer tells a colleague about a file: what its stations are, what is missing, what is dangerous, and what
 * the operator asks for beside what is there. Plain data; secret values are hidden in it. Texts from the file are as
 * written: whoever shows them escapes them.
 */
export interface Summary {
  /** "GetConfiguration answer". */
  readonly shape: string;
  /** "Values that a station reported"; empty where nothing is known of it. */
  readonly purpose: string;
  /** The operator's name; undefined where nobody's recommendations hold. */
  readonly operator: string | undefined;
  readonly counts: Readonly<Record<Severity, number>>;
  /** How many more problems a comment or the project file hides. */
  readonly suppressed: number;
  /** How many values "apply all recommended values" would change; undefined where the text is too long to find out. */
  readonly recommendedChanges: number | undefined;
  /** Whether some problem has a safe fix. */
  readonly hasSafeFixes: boolean;
  /** In file order; at most `MOST_CONFIGURATIONS`. */
  readonly configurations: readonly ConfigurationSummary[];
  /** How many more there are in the file. */
  readonly furtherConfigurations: number;
  /** Errors and warnings outside of these configurations: of the text as such, or in a program's own settings. */
  readonly elsewhere: readonly ProblemGroup[];
}

/** One configuration in the file. */
export interface ConfigurationSummary {
  /** Position of its scope in the document. */
  readonly scope: number;
  /** "KEBA KC-P30"; what the file calls the configuration where nothing is known of the station. */
  readonly title: string;
  readonly range: OffsetRange;
  readonly facts: readonly StationFact[];
  readonly missing: readonly MissingLine[];
  /** Errors and warnings by what they break, the gravest area first. */
  readonly dangers: readonly ProblemGroup[];
  /** What is only worth a look: information and hints. */
  readonly slight: ProblemLines;
  /** The operator's recommendations for keys that the configuration has, or should have. */
  readonly values: readonly ValueRow[];
  /** Keys that the operator has recommendations for and that this partial configuration does not touch. */
  readonly untouched: number;
}

/** Something that a click can do about a line. */
export interface SummaryFix {
  /** Finds the fix again in the same text under the same settings (`summary-fix.ts`). */
  readonly id: string;
  readonly title: string;
}

/** Something that is not there. */
export interface MissingLine {
  readonly kind: 'fact' | 'key';
  /** The fact's label or the key's name. */
  readonly name: string;
  /** What that means, in sentences. */
  readonly text: string;
  /** Where it belongs. */
  readonly range: OffsetRange;
  readonly fixes: readonly SummaryFix[];
}

/** `file`: about the text as such; `other`: about settings that belong to no area. */
export type DangerArea = Area | 'file' | 'other';

export interface ProblemGroup extends ProblemLines {
  readonly area: DangerArea;
}

/** Problems, the gravest first, and how many more there are than are listed. */
export interface ProblemLines {
  readonly lines: readonly ProblemLine[];
  readonly further: number;
}

export interface ProblemLine {
  readonly severity: Severity;
  readonly rule: string;
  readonly key: string | undefined;
  readonly message: string;
  readonly range: OffsetRange;
  readonly fixes: readonly SummaryFix[];
}

/**
 * How a value stands to a recommendation. `either`: right for one kind of station, and which kind it is, is not known.
 * `unusable`: there is none that could be compared. `later`: a placeholder that somebody fills in. `ignored`: it
 * differs, and a person has said that it may.
 */
export type ValueState = 'followed' | 'differs' | 'either' | 'missing' | 'unusable' | 'later' | 'ignored';

export interface ValueRow {
  /** As the file or the vendor writes it. */
  readonly key: string;
  /** "WebSocket ping interval". */
  readonly title: string;
  /** "10 s", "••••••"; undefined where there is none. */
  readonly present: string | undefined;
  /** "60 to 180 s"; for a kind of station that is not known one phrase for each kind. */
  readonly recommended: readonly string[];
  readonly mandatory: boolean;
  readonly reason: string;
  readonly state: ValueState;
  /** How grave it is, where it differs. */
  readonly severity: Severity | undefined;
  /** Where the value is, or would be. */
  readonly range: OffsetRange;
  readonly fixes: readonly SummaryFix[];
}

/** More configurations than these nobody reads in one page. */
export const MOST_CONFIGURATIONS = 20;

/** More lines than these nobody reads in one list. */
export const MOST_LINES = 100;
