/** What every fix must keep to on any text. */

import { expect } from 'vitest';
import { type Analysis, analyze } from '../../server/src/analysis.ts';
import { editsFor, fixAll } from '../../server/src/fixes.ts';
import type { ConfigDocument, ConfigEntry } from '../../server/src/model/document.ts';
import { type Change, type Fix, type Problem, SEVERITIES } from '../../server/src/model/problem.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edits.ts';
import { overlaps } from '../../server/src/text/range.ts';
import { type CheckOptions, withDefaults } from './problems.ts';

/**
 * Checks every fix that is offered in a text alone, safe or not, and all safe ones together. Returns how many it has
 * made; none where the text is no charger configuration.
 */
export function checkFixes(text: string, options: CheckOptions): number {
  const before = analyze(text, withDefaults(options));
  if (before === undefined) return 0;
  let made = 0;
  for (const problem of before.problems) {
    for (const fix of problem.fixes) {
      const edits = editsFor(before.document, fix);
      // Not offered then: the file's format cannot say it.
      if (edits.length === 0) continue;
      checkFix({ before, problem, fix, edits, options });
      made++;
    }
  }
  checkAllSafe(before, options);
  return made;
}

interface MadeFix {
  readonly before: Analysis;
  readonly problem: Problem;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
  readonly options: CheckOptions;
}

/** It can be read as well as before, the problem is gone, none as grave has come, and nothing else is touched. */
function checkFix({ before, problem, fix, edits, options }: MadeFix): void {
  const { document } = before;
  const what = `${problem.rule} of ${problem.key}: ${fix.title}`;
  const text = applyEdits(document.text, edits);
  expect(text, `${what}: changes something`).not.toBe(document.text);
  const after = analyze(text, withDefaults(options));
  if (after === undefined) throw new Error(`${what}: what is left is not recognised:\n${text}`);
  expect(
    [after.document.format, after.document.shape, after.document.syntaxProblems.length],
    `${what}: is read as before`,
  ).toEqual([document.format, document.shape, document.syntaxProblems.length]);
  expect(count(after, problem), `${what}: its problem is gone`).toBe(count(before, problem) - 1);
  expect(addedProblems(before, after, problem), `${what}: adds nothing as grave`).toEqual([]);
  expect(entriesOf(after.document), `${what}: leaves other entries alone`).toEqual(
    expectedEntries(document, fix),
  );
  expect(touchedWithoutNeed(document, fix, edits), `${what}: touches no other entry`).toEqual([]);
  // A comment may be about an entry that goes, and a fix may be about the comment.
  if (fix.changes.every(({ kind }) => kind !== 'remove-entry' && kind !== 'replace-text')) {
    expect(commentsOf(after.document), `${what}: keeps comments`).toEqual(commentsOf(document));
  }
}

/** Safe fixes come to an end, soon, and none is left then. */
function checkAllSafe({ document, problems }: Analysis, options: CheckOptions): void {
  const fixed = fixAll(document.text, withDefaults(options));
  if (fixed === undefined) throw new Error(`what is left of ${options.path} is not recognised`);
  expect(fixed.rounds, 'rounds').toBeLessThanOrEqual(mostRounds(problems));
  expect(fixAll(fixed.text, withDefaults(options))?.text, 'fixed again').toBe(fixed.text);
}

/**
 * Two: one fix, and one that it has made way for. More only where fixes are at the same place and wait for each other,
 * and where neighbours all go: then every other one goes in a round.
 */
function mostRounds(problems: readonly Problem[]): number {
  const safe = problems.filter(({ fixes }) => fixes.some((fix) => fix.safe));
  const keys = safe.filter(({ rule }) => rule !== 'duplicate-key').map(({ key }) => key);
  const atOnePlace = Math.max(1, ...keys.map((key) => keys.filter((other) => other === key).length));
  return 1 + atOnePlace + Math.ceil(Math.log2(1 + safe.length - keys.length));
}

function count({ problems }: Analysis, { rule, key }: Problem): number {
  return problems.filter((other) => other.rule === rule && other.key === key).length;
}

/** What is wrong now and was not before, as grave as what was fixed or graver. */
function addedProblems(before: Analysis, after: Analysis, fixed: Problem): string[] {
  const known = before.problems.map(nameOf);
  const gravity = SEVERITIES.indexOf(fixed.severity);
  return after.problems
    .filter(({ severity }) => SEVERITIES.indexOf(severity) <= gravity)
    .map(nameOf)
    .filter((name) => {
      const index = known.indexOf(name);
      if (index >= 0) known.splice(index, 1);
      return index < 0;
    });
}

/** Said once for all keys that it is about, at the first of them. */
const SAID_ONCE = ['list-without-limit'];

function nameOf({ rule, key, severity }: Problem): string {
  return SAID_ONCE.includes(rule) ? rule : `${severity} ${rule} ${key}`;
}

/** An entry with all that it says. */
interface PlainEntry {
  readonly name: string;
  readonly value: unknown;
  readonly rest: string;
}

function plain({ address, value, readOnly, rebootRequired, scope }: ConfigEntry): PlainEntry {
  const { name, ...place } = address;
  return { name, value: value?.text, rest: JSON.stringify([scope, place, readOnly, rebootRequired]) };
}

function commentsOf({ comments }: ConfigDocument): readonly string[] {
  return comments.map(({ text }) => text);
}

function entriesOf({ scopes }: ConfigDocument): readonly PlainEntry[] {
  return scopes.flatMap(({ entries }) => entries.map(plain));
}

/** The entries as the fix says that they will be. */
function expectedEntries({ scopes }: ConfigDocument, { changes }: Fix): readonly PlainEntry[] {
  return scopes.flatMap((scope) => {
    const old = scope.entries.flatMap((entry) => {
      const own = changes.filter((change) => isAbout(change, entry));
      return own.reduce<PlainEntry[]>(
        (entries, change) => entries.flatMap((one) => changed(one, change)),
        [plain(entry)],
      );
    });
    const added = changes.flatMap((change) =>
      change.kind === 'insert-entry' && change.scope === scope
        ? [{ name: change.name, value: String(change.value), rest: expect.any(String) }]
        : [],
    );
    return [...old, ...added];
  });
}

function changed(entry: PlainEntry, change: Change): readonly PlainEntry[] {
  switch (change.kind) {
    case 'set-value':
      return [{ ...entry, value: String(change.value) }];
    case 'replace-text':
      return [{ ...entry, value: expect.any(String) }];
    case 'rename-key':
      return [{ ...entry, name: change.name }];
    case 'remove-entry':
      return [];
    case 'insert-entry':
      return [entry];
  }
}

function isAbout(change: Change, entry: ConfigEntry): boolean {
  if (change.kind === 'replace-text') {
    return entry.value !== undefined && overlaps(entry.value.range, change.range);
  }
  return change.kind !== 'insert-entry' && change.entry === entry;
}

/** The entries that an edit reaches into although the fix is not about them. */
function touchedWithoutNeed(
  { scopes }: ConfigDocument,
  { changes }: Fix,
  edits: readonly TextEdit[],
): readonly string[] {
  return scopes
    .flatMap(({ entries }) => entries)
    .filter((entry) => !changes.some((change) => isAbout(change, entry)))
    .filter(({ range }) => edits.some((edit) => overlaps(edit.range, range)))
    .map(({ address }) => address.name);
}
