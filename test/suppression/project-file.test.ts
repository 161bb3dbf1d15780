/** An ignore that the light bulb writes into the project file. */

import { type ParseError, parse, visit } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { ignoreEdits, projectFileWith } from '../../server/src/project/add-ignore.ts';
import type { IgnoreEntry, ProjectFile } from '../../server/src/project/project-file.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

const ENTRY: IgnoreEntry = {
  path: 'fleet/a.json',
  key: 'HeartbeatInterval',
  rule: 'value-type',
  reason: 'reason',
};
const WRITTEN = JSON.stringify(ENTRY, undefined, 2);

function added(text: string): string | undefined {
  const edits = ignoreEdits(text, ENTRY);
  return edits === undefined ? undefined : applyEdits(text, edits);
}

function indented(text: string, indentation: string): string {
  return text.replaceAll(/^/gm, indentation);
}

test('a new file', () => {
  expect(projectFileWith(ENTRY)).toBe(`{\n  "ignores": [\n${indented(WRITTEN, '    ')}\n  ]\n}\n`);
});

test('a file without ignores keeps its comments where they are', () => {
  const text = '{\n  "operator": "greenflux" // ours\n}\n';
  expect(added(text)).toBe(
    `{\n  "operator": "greenflux", // ours\n  "ignores": [\n${indented(WRITTEN, '    ')}\n  ]\n}\n`,
  );
});

test('a list that has some gets one more at its end', () => {
  const text =
    '{\n  "ignores": [\n    { "path": "b.json", "rule": "x", "reason": "y" } // b\n    // end\n  ]\n}\n';
  expect(added(text)).toBe(
    `{\n  "ignores": [\n    { "path": "b.json", "rule": "x", "reason": "y" }, // b\n    // end\n${indented(WRITTEN, '    ')}\n  ]\n}\n`,
  );
});

describe('everything else stays, byte for byte', () => {
  test.each([
    '{}',
    '{ }',
    '{ // nothing yet\n}',
    '// what we agreed on\n{ "operator": "none" }\n',
    '{"operator":"none"}',
    '{"operator":"none",}',
    '{\n\t"operator": "none",\n\t"rules": { "a": "off" }, // last\n}\n',
    '{ "ignores": [] }',
    '{ "ignores": [ ] }\n',
    '{ "ignores": [ /* none */ ] }\n',
    '{\r\n  "ignores": [\r\n    { "path": "b.json", "rule": "x", "reason": "y" }, // with a comma\r\n  ],\r\n}\r\n',
    '{ "ignores": [{ "path": "b.json", "rule": "x", "reason": "y" }] }',
    '{ "ignores": [{ "path": "b.json", "rule": "x", "reason": "y" } /* , */ ] }',
    '',
    '\n',
    '// only a comment',
  ])('%j', (text) => {
    const edits = ignoreEdits(text, ENTRY) ?? [];
    const result = applyEdits(text, edits);
    const errors: ParseError[] = [];
    const { ignores, ...others } = parse(result, errors, { allowTrailingComma: true }) as ProjectFile;
    const { ignores: before = [], ...othersBefore } = (parse(text) ?? {}) as ProjectFile;
    expect(errors, result).toEqual([]);
    expect(ignores).toEqual([...before, ENTRY]);
    expect(others).toEqual(othersBefore);
    // Nothing but blanks is ever taken away.
    for (const { range } of edits) expect(text.slice(range.start, range.end).trim()).toBe('');
    expect(commentsOf(result)).toEqual(commentsOf(text));
    expect(result.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r\n'));
    expect(ignoreEdits(result, ENTRY)).toEqual([]);
  });
});

test.each(['{ "ignores": [', '{ "ignores": {} }', '[]', '{ "ignores": [], "ignores": [] }', '{ "a" 1 }'])(
  'a file that cannot take it is left alone: %s',
  (text) => {
    expect(ignoreEdits(text, ENTRY)).toBeUndefined();
  },
);

function commentsOf(text: string): readonly string[] {
  const comments: string[] = [];
  visit(text, { onComment: (offset, length) => comments.push(text.slice(offset, offset + length)) });
  return comments;
}
