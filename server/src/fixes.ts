import { type Analysis, type AnalysisOptions, analyze } from './analysis.ts';
import { formatOf } from './formats/index.ts';
import type { ConfigDocument } from './model/document.ts';
import type { Change, Fix, Problem } from './model/problem.ts';
import { applyEdits, type TextEdit } from './text/edits.ts';
import { overlaps } from './text/range.ts';

/** The edits that a fix stands for, none of which overlaps another. */
export function editsFor(document: ConfigDocument, { changes }: Fix): TextEdit[] {
  const removed = changes.flatMap((change) => (change.kind === 'remove-entry' ? [change.entry] : []));
  return [
    ...changes.flatMap((change) => editsForChange(document, change)),
    ...(removed.length === 0 ? [] : formatOf(document).removeEntries(document, removed)),
  ];
}

function editsForChange(document: ConfigDocument, change: Change): TextEdit[] {
  const format = formatOf(document);
  switch (change.kind) {
    case 'set-value':
      return format.setValue(document, change.entry, change.value);
    case 'rename-key':
      return format.renameKey(document, change.entry, change.name);
    case 'insert-entry':
      return format.insertEntry(document, change.scope, change);
    case 'replace-text':
      return [{ range: change.range, newText: change.newText }];
    case 'remove-entry':
      // Together with the others: neighbours share what separates them.
      return [];
  }
}

/**
 * More rounds than any chain of fixes needs: fixes of neighbours wait for each other, so that a run of n repeated
 * entries takes log2(n) rounds. Reaching it means that two fixes undo each other.
 */
const MOST_ROUNDS = 40;

/** The result of applying fixes until nothing changes. */
export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** How many times the text was gone through to make them. */
  readonly rounds: number;
  /** The analysis of the fixed text. */
  readonly analysis: Analysis;
}

/**
 * Applies the first safe fix of each problem, and again to the result, until no safe fix is left. A fix whose edits
 * would touch those of another one waits for the next round. Undefined when the text is no charger configuration.
 * Throws when the rounds do not end: a mistake in a rule.
 */
export function fixAll(
  text: string,
  options: AnalysisOptions,
  wanted: (problem: Problem) => boolean = () => true,
): FixedText | undefined {
  let current = text;
  let applied = 0;
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const analysis = analyze(current, options);
    if (analysis === undefined) return undefined;
    const batch = safeEdits(analysis, wanted);
    if (batch.fixes === 0) return { text: current, applied, rounds: round, analysis };
    applied += batch.fixes;
    current = applyEdits(current, batch.edits);
  }
  throw new Error('safe fixes undo each other and never end');
}

/** The edits of all safe fixes that can be made at once. */
function safeEdits(
  { document, problems }: Analysis,
  wanted: (problem: Problem) => boolean,
): { readonly edits: TextEdit[]; readonly fixes: number } {
  const edits: TextEdit[] = [];
  let fixes = 0;
  let end = -1;
  for (const problem of problems) {
    const fix = wanted(problem) ? problem.fixes.find((candidate) => candidate.safe) : undefined;
    if (fix === undefined) continue;
    const own = editsFor(document, fix);
    if (own.length === 0) continue;
    const start = Math.min(...own.map((edit) => edit.range.start));
    // Problems come in the order of their places, so only an edit that reaches back can touch an earlier one.
    if (start <= end && edits.some((edit) => own.some((other) => touch(edit, other)))) continue;
    edits.push(...own);
    end = Math.max(end, ...own.map((edit) => edit.range.end));
    fixes++;
  }
  return { edits, fixes };
}

/** Two edits at the same place exclude each other, also where one begins where the other ends. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return overlaps(a.range, b.range) || a.range.end === b.range.start || b.range.end === a.range.start;
}
