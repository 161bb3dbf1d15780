import type { KeyFacts } from '../catalog/knowledge.ts';
import { isInferred } from '../catalog/vendor-knowledge.ts';
import type { ConfigDocument } from '../model/document.ts';
import type { Fix, Problem, RelatedPlace, Severity } from '../model/problem.ts';
import { pauseEvery, type Steps } from '../model/steps.ts';
import { entryRange } from '../resolve/entry-range.ts';
import type { FileFacts } from '../resolve/file-facts.ts';
import type { IgnoreComment, IgnoredId } from '../resolve/ignore-comments.ts';
import type { OtherFiles } from '../resolve/known-files.ts';
import type { ResolvedDocument, ResolvedEntry, ResolvedScope } from '../resolve/resolve.ts';
import type { OffsetRange } from '../text/range.ts';

/** For the index of rules and for `explain`. */
export type RuleGroup = 'text' | 'keys' | 'values' | 'together' | 'several-files' | 'secrets' | 'operator';

/** What every rule declares of itself. Its page, `pages/<id>.md`, says the rest and is its test. */
export interface RuleInfo {
  /** Kebab-case and stable; reads well after "allow". */
  readonly id: string;
  readonly group: RuleGroup;
  /** The usual severity; a finding may have another one, and the user's configuration has the last word. */
  readonly severity: Severity;
  /** A few words for lists: "Value of the wrong type". */
  readonly title: string;
  /** Version of this program that had it first. */
  readonly since: string;
  /** Set where data says what its problems are called: it stands for many ids, and its own is none of them. */
  readonly standsFor?: 'many';
}

/** How a finding is said: what is wrong, what happens because of it, what to do. Whole sentences. */
export interface Wording {
  readonly what: string;
  readonly why?: string | undefined;
  readonly todo?: string | undefined;
  /** Where; by default the entry's value, or its key where it has none. */
  readonly range?: OffsetRange;
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Only for rules that stand for several ids. */
  readonly rule?: string;
}

/** A rule that looks at one entry at a time, in three parts: find, word, fix. */
export interface EntryRule<Finding> extends RuleInfo {
  /**
   * Of which keys the rule can say anything, by what is always true of them; it is not asked about others, nor about keys
   * that nobody knows, which are half of a real dump. Without it, it is asked about every entry.
   */
  readonly concerns?: (facts: KeyFacts) => boolean;
  /** What is wrong with the entry; must be quick to say "nothing", since it is asked for each entry. */
  find(entry: ResolvedEntry, scope: ResolvedScope): readonly Finding[] | undefined;
  word(finding: Finding, entry: ResolvedEntry, scope: ResolvedScope): Wording;
  /** The preferred fix first; empty where nobody can know the right value. */
  fix(finding: Finding, entry: ResolvedEntry, scope: ResolvedScope): readonly Fix[];
}

/** How many entries are looked at, or findings put into words, in one step. */
export const STEP = 2_000;

/** A rule that looks at a configuration as a whole: what is missing, what does not go together. */
export interface ScopeRule<Finding> extends RuleInfo {
  /** In steps where it looks at each entry for some time. */
  find(scope: ResolvedScope): readonly Finding[] | Steps<readonly Finding[]>;
  word(
    finding: Finding,
    scope: ResolvedScope,
  ): Wording & { readonly range: OffsetRange; readonly key?: string };
  fix(finding: Finding, scope: ResolvedScope): readonly Fix[];
}

/** A rule that looks at the text. */
export interface DocumentRule<Finding> extends RuleInfo {
  find(resolved: ResolvedDocument): readonly Finding[];
  word(finding: Finding, document: ConfigDocument): Wording & { readonly range: OffsetRange };
  fix(finding: Finding, document: ConfigDocument): readonly Fix[];
}

/** A rule that looks at the comments that hide problems. It runs last, when it is known what they have hidden. */
export interface IgnoreRule<Finding> extends RuleInfo {
  find(applied: AppliedIgnores): readonly Finding[];
  word(finding: Finding, document: ConfigDocument): Wording & { readonly range: OffsetRange };
  fix(finding: Finding, document: ConfigDocument): readonly Fix[];
}

/**
 * A rule that compares a file with others. It is asked only where these are known: in a check of several files, and in
 * an editor once it has looked at the workspace. Nobody can know the right value, so there is no fix.
 */
export interface FilesRule<Finding> extends RuleInfo {
  find(file: FileFacts, others: OtherFiles): readonly Finding[];
  word(finding: Finding, file: FileFacts): Wording & { readonly range: OffsetRange; readonly key?: string };
}

/** The comments of a document that hide problems, and what became of them. */
export interface AppliedIgnores {
  readonly document: ConfigDocument;
  readonly comments: readonly IgnoreComment[];
  /** The ids that have hidden something. */
  readonly used: ReadonlySet<IgnoredId>;
  /** All ids that problems can have under this operator, and the groups of them. */
  readonly knownIds: readonly string[];
  /** The ids that cannot have hidden anything, since their rules were turned off. */
  readonly isOff: (id: string) => boolean;
}

/** Where a rule puts what it found. */
export type Report = (problem: Problem) => void;

/** A rule as it runs. What its three parts hand each other is its own business. */
export type Rule = RuleInfo &
  (
    | {
        readonly on: 'entry';
        readonly concerns: ((facts: KeyFacts) => boolean) | undefined;
        check(entry: ResolvedEntry, scope: ResolvedScope, report: Report): void;
      }
    | { readonly on: 'scope'; check(scope: ResolvedScope, report: Report): Steps<void> }
    | { readonly on: 'document'; check(resolved: ResolvedDocument, report: Report): void }
    | {
        readonly on: 'files';
        check(file: FileFacts, others: OtherFiles, report: Report): void;
      }
    | { readonly on: 'ignores'; check(applied: AppliedIgnores, report: Report): void }
  );

/** Declares a rule on entries. */
export function entryRule<Finding>(rule: EntryRule<Finding>): Rule {
  return {
    ...infoOf(rule),
    on: 'entry',
    concerns: rule.concerns,
    check(entry, scope, report) {
      const findings = rule.find(entry, scope);
      if (findings === undefined) return;
      for (const finding of findings) {
        const wording = rule.word(finding, entry, scope);
        const range = wording.range ?? entryRange(entry);
        report(
          problem(rule, capped(wording, entry, scope), range, entry.name, rule.fix(finding, entry, scope)),
        );
      }
    },
  };
}

/** Declares a rule on configurations. */
export function scopeRule<Finding>(rule: ScopeRule<Finding>): Rule {
  return {
    ...infoOf(rule),
    on: 'scope',
    *check(scope, report) {
      const found = rule.find(scope);
      const isPauseDue = pauseEvery(STEP);
      for (const finding of 'next' in found ? yield* found : found) {
        if (isPauseDue()) yield;
        const wording = rule.word(finding, scope);
        report(problem(rule, wording, wording.range, wording.key, rule.fix(finding, scope)));
      }
    },
  };
}

/** Declares a rule on the text. */
export function documentRule<Finding>(rule: DocumentRule<Finding>): Rule {
  return {
    ...infoOf(rule),
    on: 'document',
    check(resolved, report) {
      for (const finding of rule.find(resolved)) {
        const wording = rule.word(finding, resolved.document);
        report(problem(rule, wording, wording.range, undefined, rule.fix(finding, resolved.document)));
      }
    },
  };
}

/** Declares a rule on several files. */
export function filesRule<Finding>(rule: FilesRule<Finding>): Rule {
  return {
    ...infoOf(rule),
    on: 'files',
    check(file, others, report) {
      for (const finding of rule.find(file, others)) {
        const wording = rule.word(finding, file);
        report(problem(rule, wording, wording.range, wording.key, []));
      }
    },
  };
}

/** Declares a rule on comments that hide problems. */
export function ignoreRule<Finding>(rule: IgnoreRule<Finding>): Rule {
  return {
    ...infoOf(rule),
    on: 'ignores',
    check(applied, report) {
      for (const finding of rule.find(applied)) {
        const wording = rule.word(finding, applied.document);
        report(problem(rule, wording, wording.range, undefined, rule.fix(finding, applied.document)));
      }
    },
  };
}

function infoOf({ id, group, severity, title, since, standsFor }: RuleInfo): RuleInfo {
  return { id, group, severity, title, since, ...(standsFor === undefined ? {} : { standsFor }) };
}

function problem(
  rule: RuleInfo,
  wording: Wording,
  range: OffsetRange,
  key: string | undefined,
  fixes: readonly Fix[],
): Problem {
  return {
    rule: wording.rule ?? rule.id,
    severity: wording.severity ?? rule.severity,
    message: sentences(wording),
    range,
    key,
    fixes,
    related: wording.related,
    tag: wording.tag,
  };
}

function sentences({ what, why, todo }: Wording): string {
  let message = what;
  if (why !== undefined) message += ` ${why}`;
  if (todo !== undefined) message += ` ${todo}`;
  return message;
}

/** What rests on nothing but a name never makes more than a hint. */
function capped(wording: Wording, { facts }: ResolvedEntry, { catalog }: ResolvedScope): Wording {
  const inferred = facts !== undefined && isInferred(catalog.vendorNotes(facts));
  return inferred ? { ...wording, severity: 'hint' } : wording;
}
