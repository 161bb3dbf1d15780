/** Secrets in every shape of file, and every output that `check` has: none of them may show one. */

import { expect, test } from 'vitest';
import { SHAPE_IDS } from '../../server/src/formats/index.ts';
import { ESCAPED_PASSWORD, plantedFixtures, SECRET_FILES, SECRET_PIECES } from '../helpers/secret-files.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';

const planted = plantedFixtures();
const FILES: Readonly<Record<string, string>> = {
  ...SECRET_FILES,
  ...Object.fromEntries(Object.entries(planted).map(([name, { text }]) => [name, text])),
};

test('there are secrets in every shape', () => {
  const shapes = new Set(Object.values(planted).map(({ shape }) => shape));
  // It describes keys and has no values.
  expect(SHAPE_IDS.filter((id) => !shapes.has(id))).toEqual(['device-model-description']);
});

test.each([
  [['--format', 'text']],
  [['--format', 'text', '--color']],
  [['--format', 'json']],
  [['--format', 'ndjson']],
  [['--format', 'sarif']],
  [['--format', 'github']],
  [['--format', 'gitlab']],
  [['--format', 'junit']],
  [['--format', 'checkstyle']],
  [['--format', 'sarif', '--jobs', '2', '--lang', 'de']],
  [['--summary']],
  [['--summary', '--format', 'json']],
  [['--summary', '--format', 'html']],
  [['--dry-run']],
  [['--fix']],
  [['--baseline', 'baseline.json', '--update-baseline']],
])('%j', async (options) => {
  const folder = new Folder().with(FILES);
  const { stdout, stderr } = await run(['check', '--no-ignore', ...options, '.'], { cwd: folder.path });
  expect(stdout + stderr).not.toContain('please report it');
  const baseline = folder.names().includes('baseline.json') ? folder.read('baseline.json') : '';
  const output = `${stdout}${stderr}${baseline}`;

  expect(output.length).toBeGreaterThan(100);
  for (const piece of SECRET_PIECES) expect(output).not.toContain(piece);
});

test('stations on lines', async () => {
  const wrapped = Object.entries(FILES)
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([, text]) => [
      text,
      `{"id":"x","configuration":${text}}`,
      `{"id":"x","password":"${ESCAPED_PASSWORD}",`,
    ]);
  const input = wrapped.map((text) => `${text.replaceAll('\n', ' ')}\n`).join('');
  for (const options of [
    [],
    ['--summary'],
    ['--summary', '--format', 'json'],
    ['--summary', '--format', 'html'],
  ]) {
    const { stdout, stderr } = await run(['check', '--ndjson', ...options], { input });
    expect(stdout.length).toBeGreaterThan(100);
    for (const piece of SECRET_PIECES) expect(stdout + stderr).not.toContain(piece);
  }
});
