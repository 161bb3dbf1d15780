import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../text/edits.ts';
import { entryEdits, type ListPlan, membersOf } from './add-entry.ts';
import { type Layout, withMember } from './json-insertion.ts';
import type { ProjectStation } from './project-file.ts';

/**
 * The edits by which an override in a project file says what one file's station is, with everything else in it,
 * comments too, left as it is: in the last override where that is for this file alone, otherwise in a new one at the
 * end. Empty where it says so already. Undefined where the project file cannot take it: it has syntax errors, or
 * something else stands in its place.
 *
 * @param files The glob that fits the one file.
 */
export function stationEdits(
  text: string,
  files: string,
  station: ProjectStation,
): readonly TextEdit[] | undefined {
  return entryEdits(text, { list: 'overrides', entry: { files, station } }, (overrides, layout) => {
    // A later one wins: only the last one can take the words so that they hold.
    const last = overrides.at(-1);
    if (last === undefined || !isFor(last, files)) return 'add';
    return inOverride(text, last, station, layout);
  });
}

function isFor(override: Node, files: string): boolean {
  const [member, another] = membersOf(override, 'files');
  const value = member?.children?.[1];
  if (another !== undefined || value === undefined) return false;
  if (value.type !== 'array') return value.value === files;
  return value.children?.length === 1 && value.children[0]?.value === files;
}

function inOverride(text: string, override: Node, station: ProjectStation, layout: Layout): ListPlan {
  const [member, another] = membersOf(override, 'station');
  if (member === undefined) {
    const written = JSON.stringify(station, undefined, layout.unit);
    return withMember(text, override, `"station": ${written}`, layout);
  }
  const present = member.children?.[1];
  if (another !== undefined || present?.type !== 'object') return undefined;
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [name, value] of Object.entries(station)) {
    const [old, twice] = membersOf(present, name);
    // Which of two counts is not for us to say.
    if (twice !== undefined) return undefined;
    const oldValue = old?.children?.[1];
    if (oldValue === undefined) missing.push(`${JSON.stringify(name)}: ${JSON.stringify(value)}`);
    else if (oldValue.value !== value) edits.push(replacement(oldValue, value));
  }
  if (missing.length > 0) edits.push(...withMember(text, present, missing.join(',\n'), layout));
  return edits;
}

function replacement({ offset, length }: Node, value: unknown): TextEdit {
  return { range: { start: offset, end: offset + length }, newText: JSON.stringify(value) };
}
