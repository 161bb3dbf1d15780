import { createScanner, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { type Layout, layoutOf, withChild } from './json-insertion.ts';

/** What goes into a list of the project file. */
export interface ListEntry {
  /** The member of the file that holds the list. */
  readonly list: 'ignores' | 'overrides';
  readonly entry: object;
}

/**
 * What to do where the list is there: add the entry at its end, make these edits instead, or, when it is undefined,
 * leave the file alone.
 */
export type ListPlan = 'add' | readonly TextEdit[] | undefined;

/**
 * The edits that add an entry to a list of a project file, with everything else in it, comments too, left as it is.
 * Undefined where the file cannot take it: it has syntax errors, or something else stands in its place.
 */
export function entryEdits(
  text: string,
  added: ListEntry,
  planFor: (entries: readonly Node[], layout: Layout) => ListPlan,
): readonly TextEdit[] | undefined {
  if (isEmpty(text))
    return [{ range: { start: text.length, end: text.length }, newText: newFile(text, added) }];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const layout = layoutOf(text, root);
  const members = membersOf(root, added.list);
  const [member] = members;
  if (member === undefined) return withChild(text, root, memberOf(added, layout), layout);
  const list = member.children?.[1];
  // Which of two counts is not for us to say.
  if (list?.type !== 'array' || members.length > 1) return undefined;
  const plan = planFor(list.children ?? [], layout);
  if (plan !== 'add') return plan;
  return withChild(text, list, JSON.stringify(added.entry, undefined, layout.unit), layout);
}

/** The text of a project file that says nothing but this, behind what stands before it. */
export function newFile(before: string, added: ListEntry): string {
  const layout: Layout = { unit: '  ', lineBreak: before.includes('\r\n') ? '\r\n' : '\n' };
  const empty = `{}${layout.lineBreak}`;
  const root = parseTree('{}');
  if (root === undefined) throw new TypeError('an empty object is no JSON');
  const text = applyEdits(empty, withChild(empty, root, memberOf(added, layout), layout));
  return before === '' || /[\r\n]$/.test(before) ? text : layout.lineBreak + text;
}

/** The members of an object that have this name: more than one where it is written twice. */
export function membersOf(object: Node, name: string): readonly Node[] {
  return (object.children ?? []).filter(({ children }) => children?.[0]?.value === name);
}

/** Whether nothing but blanks and comments is there. */
function isEmpty(text: string): boolean {
  const scanner = createScanner(text, true);
  scanner.scan();
  return scanner.getTokenOffset() >= text.length;
}

function memberOf({ list, entry }: ListEntry, { unit }: Layout): string {
  return `${JSON.stringify(list)}: ${JSON.stringify([entry], undefined, unit)}`;
}
