/** What formatting and sorting must keep to on any text. */

import { expect } from 'vitest';
import { understand } from '../../server/src/analysis.ts';
import { formatEdits } from '../../server/src/features/format.ts';
import { sortByProfile } from '../../server/src/features/sort-keys.ts';
import type { Understood } from '../../server/src/features/understood.ts';
import { SEPARATORS, type TextLayout } from '../../server/src/formats/layout.ts';
import type { EntryValue } from '../../server/src/model/document.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { problemsOf, withDefaults } from './problems.ts';

export interface ArrangedSample {
  readonly path: string;
  readonly text: string;
}

const LAYOUT: TextLayout = {
  tabSize: 2,
  insertSpaces: true,
  insertFinalNewline: false,
  separators: 'auto',
};

export function isOurs({ text, path }: ArrangedSample): boolean {
  return understand(text, withDefaults({ path })) !== undefined;
}

/** Formatting changes white space only: same tokens, entries and comments, and tidy is tidy. */
export function checkFormatting({ text, path }: ArrangedSample): void {
  const before = read(text, path);
  for (const separators of SEPARATORS) {
    const layout = { ...LAYOUT, separators };
    const after = applyEdits(text, formatEdits(before, layout));
    const again = read(after, path);
    expect(withoutSpace(after)).toBe(withoutSpace(text));
    expect(entriesOf(again)).toEqual(entriesOf(before));
    expect(commentsOf(again)).toEqual(commentsOf(before));
    expect(formatEdits(again, layout), `formatted again: ${separators}`).toEqual([]);
  }
}

/**
 * Sorting changes the order and white space only: the same characters, entries with their comments, and problems; and
 * what is sorted is in order. Tells whether anything was sorted.
 */
export function checkSorting({ text, path }: ArrangedSample): boolean {
  const after = sortedText(text, path);
  if (after === text) return false;
  const [before, again] = [read(text, path), read(after, path)];
  expect(characters(after)).toBe(characters(text));
  expect([...entriesOf(again)].sort()).toEqual([...entriesOf(before)].sort());
  expect([...commentsByEntry(again)].sort()).toEqual([...commentsByEntry(before)].sort());
  expect(problemsIn(after, path)).toEqual(problemsIn(text, path));
  expect(sortedText(after, path), 'sorted again').toBe(after);
  return true;
}

function read(text: string, path: string): Understood {
  const understood = understand(text, withDefaults({ path }));
  if (understood === undefined) throw new Error(`${path} is not recognised:\n${text}`);
  return understood;
}

function sortedText(text: string, path: string): string {
  const result = sortByProfile(read(text, path));
  return result.outcome === 'edits' ? applyEdits(text, result.edits) : text;
}

/** Every entry with all that it says. */
function entriesOf({ document }: Understood): readonly string[] {
  return document.scopes.flatMap(({ entries }) =>
    entries.map(({ address, value, readOnly, scope }) =>
      JSON.stringify([scope, address.section, address.name, value?.kind, meaningOf(value), readOnly]),
    ),
  );
}

/** Within a list or an object white space means nothing. */
function meaningOf(value: EntryValue | undefined): unknown {
  const isNested = value?.kind === 'array' || value?.kind === 'object';
  return isNested ? JSON.parse(value.text) : value?.text;
}

function commentsOf({ document }: Understood): readonly string[] {
  return document.comments.map(({ text }) => text);
}

/** Every entry with the comments that stand right above it and behind it; what is about the whole file left out. */
function commentsByEntry({ document }: Understood): readonly string[] {
  const { text, comments } = document;
  const lines = new LineIndex(text);
  const behind = new Map<number, string>();
  const alone = new Map<number, string>();
  for (const { range, text: said } of comments) {
    if (said.startsWith('ocpp-config:')) continue;
    const line = lines.lineAt(range.start);
    const before = text.slice(lines.lineStart(line), range.start).replace('\ufeff', '');
    (before.trim() === '' ? alone : behind).set(lines.lineAt(range.end), said);
  }
  return document.scopes.flatMap(({ entries }) =>
    entries.map(({ address, range }) => {
      const above: string[] = [];
      for (let line = lines.lineAt(range.start) - 1; alone.has(line); line--) {
        above.push(alone.get(line) ?? '');
      }
      return JSON.stringify([address.name, behind.get(lines.lineAt(range.end)), above]);
    }),
  );
}

/** Rules whose very subject is the order of entries. */
const ABOUT_ORDER = ['early-change-of-connection', 'reboot-in-between'];

/** The problems without their places, but for those that sorting is to change. */
function problemsIn(text: string, path: string): readonly string[] {
  return problemsOf(text, { path })
    .filter(({ rule }) => !ABOUT_ORDER.includes(rule))
    .map(({ rule, severity, message, key }) => JSON.stringify([rule, severity, key, message]))
    .sort();
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function characters(text: string): string {
  return [...withoutSpace(text)].sort().join('');
}
