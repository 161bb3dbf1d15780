/**
 * The examples that a newcomer opens first: those that are as they should be, are, by every rule; and each fix in the
 * others does what it says.
 */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkFixes } from '../helpers/fixing.ts';
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

const EXAMPLES = new URL('../../examples/', import.meta.url);
const configurations = globSync('**/*.{json,jsonc,ini,properties,env,log,txt}', { cwd: EXAMPLES }).sort();

test('the fixes in all examples keep what they promise', () => {
  let made = 0;
  for (const path of configurations)
    made += checkFixes(readFileSync(new URL(path, EXAMPLES), 'utf8'), { path });
  expect(made).toBeGreaterThan(50);
});
