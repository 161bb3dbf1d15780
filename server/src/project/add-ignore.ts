import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edits.ts';
import { entryEdits, type ListEntry, membersOf, newFile } from './add-entry.ts';
import type { IgnoreEntry } from './project-file.ts';

/**
 * The edits that add an ignore to a project file, with everything else in it, comments too, left as it is. Empty where
 * it is there already. Undefined where the file cannot take it: it has syntax errors, or something else stands in its
 * place.
 */
export function ignoreEdits(text: string, entry: IgnoreEntry): readonly TextEdit[] | undefined {
  return entryEdits(text, listEntryOf(entry), (entries) =>
    entries.some((present) => isSame(present, entry)) ? [] : 'add',
  );
}

/** The text of a project file that says nothing but this. */
export function projectFileWith(entry: IgnoreEntry): string {
  return newFile('', listEntryOf(entry));
}

/** Its members in the order in which a person reads them. */
function listEntryOf({ path, key, rule, reason }: IgnoreEntry): ListEntry {
  return { list: 'ignores', entry: { path, ...(key === undefined ? {} : { key }), rule, reason } };
}

function isSame(node: Node, { path, key, rule }: IgnoreEntry): boolean {
  const textOf = (name: string): unknown => membersOf(node, name)[0]?.children?.[1]?.value;
  return textOf('path') === path && textOf('key') === key && textOf('rule') === rule;
}
