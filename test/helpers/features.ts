import { expect } from 'vitest';
import { understand } from '../../server/src/analysis.ts';
import { type Completion, completionsAt, resolveCompletion } from '../../server/src/features/completion.ts';
import { type Fold, foldsOf } from '../../server/src/features/folding.ts';
import { type Hover, hoverAt } from '../../server/src/features/hover.ts';
import { type OutlineSymbol, outline } from '../../server/src/features/symbols.ts';
import type { Understood } from '../../server/src/features/understood.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { slice } from '../../server/src/text/range.ts';
import { atCursor } from './marked-text.ts';
import { type CheckOptions, withDefaults } from './problems.ts';

/** For texts in INI. */
export const INI: CheckOptions = { path: 'charger.ini' };

/** The two notations in which the same configuration is written in many tests. */
export const NOTATIONS: readonly { readonly name: string; readonly options: CheckOptions }[] = [
  { name: 'JSON', options: {} },
  { name: 'INI', options: INI },
];

/** Keys and values in one of the two notations, as a template; the cursor may be in any of them. */
export function written(name: string, pairs: Readonly<Record<string, string>>): string {
  const entries = Object.entries(pairs);
  if (name === 'INI') return ['[Ocpp]', ...entries.map(([key, value]) => `${key}=${value}`), ''].join('\n');
  const items = entries.map(([key, value]) => `    { "key": "${key}", "value": "${value}" }`);
  return `{\n  "configurationKey": [\n${items.join(',\n')}\n  ]\n}\n`;
}

/** A text that must be recognised, parsed and resolved. */
export function understoodText(text: string, options: CheckOptions = {}): Understood {
  const understood = understand(text, withDefaults(options));
  if (understood === undefined) throw new Error(`not recognised as a charger configuration:\n${text}`);
  return understood;
}

/** The hover at the cursor. */
export function hoverIn(marked: string, options: CheckOptions = {}): Hover | undefined {
  const { text, offset } = atCursor(marked);
  return hoverAt(understoodText(text, options), offset);
}

/** Fails unless the hover at the cursor is over a certain text and says certain lines, blank ones left out. */
export function checkHover(
  marked: string,
  expected: { readonly over: string; readonly lines: readonly string[] },
  options: CheckOptions = {},
): void {
  const { text } = atCursor(marked);
  const hover = hoverIn(marked, options);
  const found = hover && { over: slice(text, hover.range), lines: linesOf(hover.markdown) };
  expect(found).toEqual(expected);
}

/** The lines of a Markdown text that are not blank. */
export function linesOf(markdown: string): readonly string[] {
  return markdown.split('\n').filter((line) => line.trim() !== '');
}

/** The proposals at the cursor in the order in which an editor shows them. */
export function completionsIn(marked: string, options: CheckOptions = {}): readonly Completion[] {
  const { text, offset } = atCursor(marked);
  return sorted(completionsAt(understoodText(text, options), offset));
}

/** Fails unless the proposals at the cursor begin with certain labels. */
export function checkCompletion(
  marked: string,
  expected: readonly string[],
  options: CheckOptions = {},
): void {
  const labels = completionsIn(marked, options).map(({ label }) => label);
  expect(labels.slice(0, expected.length)).toEqual(expected);
}

/** The text after the proposal with a label was taken, each tab stop left as proposed. */
export function accept(marked: string, label: string, options: CheckOptions = {}): string {
  const { text, offset } = atCursor(marked);
  const completion = completionsIn(marked, options).find((candidate) => candidate.label === label);
  if (completion === undefined) throw new Error(`${label} is not proposed in:\n${marked}`);
  checkPlace(completion, text, offset);
  const { form, text: inserted } = completion.insert;
  const newText = form === 'snippet' ? withoutTabStops(inserted) : inserted;
  return applyEdits(text, [...completion.additionalEdits, { range: completion.range, newText }]);
}

/** The documentation of the proposal with a label. */
export function documentationOf(marked: string, label: string, options: CheckOptions = {}): string {
  const { text } = atCursor(marked);
  const completion = completionsIn(marked, options).find((candidate) => candidate.label === label);
  if (completion === undefined) throw new Error(`${label} is not proposed in:\n${marked}`);
  return resolveCompletion(understoodText(text, options), completion.subject) ?? '';
}

/** What every proposal must keep to, so that an editor takes it and does not filter it away. */
export function checkPlace({ range, filterText }: Completion, text: string, offset: number): void {
  const lines = new LineIndex(text);
  expect(range.start).toBeLessThanOrEqual(offset);
  expect(range.end).toBeGreaterThanOrEqual(offset);
  expect(lines.lineAt(range.start)).toBe(lines.lineAt(range.end));
  expect(filterText).not.toBe('');
}

/** The outline as an indented list: `Core: 2 keys`, `  HeartbeatInterval = 900`. */
export function outlineOf(text: string, options: CheckOptions = {}): readonly string[] {
  const lines: string[] = [];
  const add = (symbol: OutlineSymbol, indent: string): void => {
    const sign = symbol.kind === 'scope' || symbol.kind === 'group' ? ': ' : ' = ';
    lines.push(`${indent}${symbol.name}${sign}${symbol.detail}`);
    for (const child of symbol.children) add(child, `${indent}  `);
  };
  for (const symbol of outline(understoodText(text, options))) add(symbol, '');
  return lines;
}

/**
 * Fails unless the text folds as marked: a line that ends in `//{ name` starts a fold, one that ends in `//} name` is
 * its last line. The marks are taken out first.
 */
export function checkFolding(marked: string, options: CheckOptions = {}): void {
  const starts = new Map<string, number>();
  const expected: string[] = [];
  const kept = marked.split('\n').map((line, number) => {
    for (const [, sign, name = ''] of line.matchAll(/\/\/([{}]) (\w+)/g)) {
      if (sign === '{') starts.set(name, number);
      else expected.push(`${starts.get(name) ?? '?'}-${number}`);
    }
    return line.replace(/ ?\/\/[{}] \w+/g, '');
  });
  const text = kept.join('\n');
  const lines = new LineIndex(text);
  const asLines = ({ range }: Fold) => `${lines.lineAt(range.start)}-${lines.lineAt(range.end)}`;
  expect(foldsOf(understoodText(text, options)).map(asLines).sort()).toEqual(expected.sort());
}

function sorted(completions: readonly Completion[]): readonly Completion[] {
  return [...completions].sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
}

/** A snippet's text with each tab stop replaced by what it proposes. */
function withoutTabStops(snippet: string): string {
  return snippet.replaceAll(
    /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{?\d+\}?/g,
    (_whole, escaped: string | undefined, proposed: string | undefined) =>
      escaped ?? (proposed === undefined ? '' : withoutTabStops(proposed)),
  );
}
