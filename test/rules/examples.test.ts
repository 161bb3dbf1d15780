/** The examples that a newcomer opens first: those that are as they should be, are, by every rule. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemsOf } from '../helpers/problems.ts';

const FOLDER = new URL('../../examples/as-it-should-be/', import.meta.url);
const files = globSync('*.*', { cwd: FOLDER }).sort();

test('there are examples', () => {
  expect(files.length).toBeGreaterThan(3);
});

test.each(files)('%s has no problem', (name) => {
  const problems = problemsOf(readFileSync(new URL(name, FOLDER), 'utf8'), { path: name });
  expect(problems.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});
