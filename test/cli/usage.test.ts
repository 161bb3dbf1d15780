/** What a person sees before any file is read: help, versions, mistakes in the command. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import { runInside } from './support/run-inside.ts';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string;
};

test('--version prints the version of the package', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

test.each([['--help'], ['help'], ['check', '--help'], ['help', 'explain'], ['lsp', '--help']])(
  '%s %s prints help on standard output',
  async (...words) => {
    const { code, stdout, stderr } = await runInside(words.filter((word) => word !== undefined));

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: ocpp-config/);
    expect(stdout.split('\n').filter((line) => line.length > 110)).toEqual([]);
  },
);

test('no command at all prints the help as an error', async () => {
  expect(await run([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Usage: /) });
});

test('the program itself ends with what is said of it here', async () => {
  expect(await run(['check', '--fits'])).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: "error: unknown option '--fits'. Did you mean --fix?\n",
  });
  expect(await run(['check', '--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: /),
  });
});

describe('a mistake in the command is one clear line and exit code 2', () => {
  test.each<[words: string, says: string]>([
    ['check --fits', "unknown option '--fits'. Did you mean --fix?"],
    ['check --format xml', "argument 'xml' is invalid. Allowed choices are text, json, ndjson, sarif,"],
    ['check --max-severity bad', 'Allowed choices are error, warning, information, hint.'],
    ['check --current XX', 'Allowed choices are AC, DC.'],
    ['check --smart-charging maybe', 'Allowed choices are on, off.'],
    ['check --operator nobody', "'nobody' is not known; there are greenflux, none"],
    ['check --rule value-rnage=error', "there is no rule 'value-rnage'. Did you mean value-range?"],
    ['check --rule value-range=fatal', 'write <id>=error|warning|information|hint|off'],
    ['check --rule value-range', 'write <id>='],
    ['check --shape *.json=nothing', "there is no shape 'nothing'; there are "],
    ['check --shape *.json', 'write <glob>=<id>'],
    ['check - other.json', 'cannot be combined with other paths'],
    ['check --stdin-path a.json', 'add - as the path'],
    ['check --dry-run --format json', 'cannot be combined with --format json'],
    ['check --vendor nope', "nothing is known of a vendor 'nope'\n"],
    ['check --vendor kebba', "nothing is known of a vendor 'kebba'. Did you mean KEBA?"],
    ['chek', "unknown command 'chek'. Did you mean check?"],
    ['chek fleet', "unknown command 'chek'. Did you mean check?"],
    ['chek --fix fleet a.json', "unknown command 'chek'. Did you mean check?"],
    ['station.json', "unknown command 'station.json'. To check a file: ocpp-config check station.json"],
    ['--fits', "unknown option '--fits'"],
    ['explain', "missing required argument 'name'"],
    ['explain a b', 'too many arguments'],
    ['lsp', "required option '--stdio' not specified"],
  ])('%s', async (words, says) => {
    const { code, stdout, stderr } = await runInside(words.split(' '), { cwd: new Folder().path });

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^error: .*\n$/);
  });
});
