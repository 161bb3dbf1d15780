import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { type Layout, layoutOf, withChild } from './json-insertion.ts';
import type { IgnoreEntry } from './project-file.ts';

/**
 * The edits that add an ignore to a project file, with everything else in it, comments too, left as it is. Empty where
 * it is there already. Undefined where the file cannot take it: it has syntax errors, or something else stands in its
 * place.
 */
export function ignoreEdits(text: string, entry: IgnoreEntry): readonly TextEdit[] | undefined {
  if (isEmpty(text))
    return [{ range: { start: text.length, end: text.length }, newText: newFile(text, entry) }];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const layout = layoutOf(text, root);
  const members = (root.children ?? []).filter(({ children }) => children?.[0]?.value === 'ignores');
  const [member] = members;
  if (member === undefined) return withChild(text, root, `"ignores": ${listOf(entry, layout)}`, layout);
  const list = member.children?.[1];
  // Which of two counts is not for us to say.
  if (list?.type !== 'array' || members.length > 1) return undefined;
  if (list.children?.some((child) => isSame(child, entry))) return [];
  return withChild(text, list, JSON.stringify(ordered(entry), undefined, layout.unit), layout);
}

/** The text of a project file that says nothing but this. */
export function projectFileWith(entry: IgnoreEntry): string {
  return newFile('', entry);
}

function newFile(before: string, entry: IgnoreEntry): string {
  const layout: Layout = { unit: '  ', lineBreak: before.includes('\r\n') ? '\r\n' : '\n' };
  const empty = `{}${layout.lineBreak}`;
  const root = parseTree('{}');
  if (root === undefined) throw new TypeError('an empty object is no JSON');
  const text = applyEdits(empty, withChild(empty, root, `"ignores": ${listOf(entry, layout)}`, layout));
  return before === '' || /[\r\n]$/.test(before) ? text : layout.lineBreak + text;
}

/** Whether nothing but blanks and comments is there. */
function isEmpty(text: string): boolean {
  const scanner = createScanner(text, true);
  scanner.scan();
  return scanner.getTokenOffset() >= text.length;
}

function listOf(entry: IgnoreEntry, { unit }: Layout): string {
  return JSON.stringify([ordered(entry)], undefined, unit);
}

/** In the order in which a person reads it. */
function ordered({ path, key, rule, reason }: IgnoreEntry): IgnoreEntry {
  return { path, ...(key === undefined ? {} : { key }), rule, reason };
}

function isSame(node: Node, { path, key, rule }: IgnoreEntry): boolean {
  const textOf = (name: string): unknown =>
    node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]?.value;
  return textOf('path') === path && textOf('key') === key && textOf('rule') === rule;
}
