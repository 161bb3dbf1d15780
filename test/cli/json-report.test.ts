/** The JSON output: a contract with other programs. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import type { CheckReport } from '../../server/src/cli/reporters/json.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import { CLEAN, NOT_OURS, WITH_WARNING } from './support/samples.ts';

const projectFolder = join(import.meta.dirname, '..', '..');
const schema = JSON.parse(
  readFileSync(join(projectFolder, 'schemas', 'check-report.schema.json'), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<CheckReport>(
  schema,
);

/** The report, which is as the schema says. */
function parsed(stdout: string): CheckReport {
  const report: unknown = JSON.parse(stdout);
  if (!validate(report)) expect(validate.errors).toEqual([]);
  return report as CheckReport;
}

test('a report as it is', async () => {
  const folder = new Folder().with({ 'fleet/a.json': WITH_WARNING, 'b.json': CLEAN, 'c.json': NOT_OURS });
  const { code, stdout, stderr } = await run(['check', '--format', 'json'], { cwd: folder.path });

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(parsed(stdout)).toEqual({
    version: 1,
    summary: { files: 3, recognised: 2, error: 0, warning: 1, information: 0, hint: 0, fixable: 1 },
    files: [
      {
        path: 'b.json',
        format: 'json',
        shape: 'get-configuration',
        protocol: null,
        vendor: null,
        problems: [],
      },
      {
        path: 'fleet/a.json',
        format: 'json',
        shape: 'get-configuration',
        protocol: null,
        vendor: null,
        problems: [
          {
            rule: 'greenflux/websocket-ping-interval',
            severity: 'warning',
            message: expect.stringMatching(
              /^WebSocketPingInterval is 10 s, below the 60 s that GreenFlux asks for/,
            ),
            key: 'WebSocketPingInterval',
            range: { start: { line: 2, character: 65 }, end: { line: 2, character: 67 } },
            fix: { title: 'Set WebSocketPingInterval to 60 s', safe: true },
            docs: expect.stringMatching(/^https:\/\/.*greenflux\/websocket-ping-interval\.md$/),
          },
        ],
      },
    ],
  });
});

test('its members stand in the order of the contract', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING });
  const { stdout } = await run(['check', '--format', 'json'], { cwd: folder.path });
  const [file] = parsed(stdout).files;

  expect(Object.keys(parsed(stdout))).toEqual(['version', 'summary', 'files']);
  expect(Object.keys(file ?? {})).toEqual(['path', 'format', 'shape', 'protocol', 'vendor', 'problems']);
  expect(Object.keys(file?.problems[0] ?? {})).toEqual([
    'rule',
    'severity',
    'message',
    'key',
    'range',
    'fix',
    'docs',
  ]);
});

test('characters count in UTF-16, and a byte order mark is none', async () => {
  const line =
    '{"😀": 1, "configurationKey": [{"key":"WebSocketPingInterval","value":"10"}, {"key":"HeartbeatInterval","value":"900"}]}';
  const folder = new Folder().with({ 'a.json': `\ufeff${line}` });
  const { stdout } = await run(['check', '--format', 'json'], { cwd: folder.path });
  const start = line.indexOf('10"');

  expect(parsed(stdout).files[0]?.problems[0]?.range).toEqual({
    start: { line: 0, character: start },
    end: { line: 0, character: start + 2 },
  });
});

test('it holds everything, also when --quiet is asked for', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING });
  const quiet = await run(['check', '--format', 'json', '--quiet'], { cwd: folder.path });
  const usual = await run(['check', '--format', 'json'], { cwd: folder.path });

  expect(quiet.stdout).toBe(usual.stdout);
});

test('a named file that is none of ours is in it, with nothing known of it', async () => {
  const folder = new Folder().with({ 'c.json': NOT_OURS });
  const { stdout } = await run(['check', '--format', 'json', 'c.json'], { cwd: folder.path });

  expect(parsed(stdout).files).toEqual([
    { path: 'c.json', format: null, shape: null, protocol: null, vendor: null, problems: [] },
  ]);
});

test('a file that cannot be read leaves the report whole', async () => {
  const folder = new Folder().with({ 'a.json': CLEAN });
  const { code, stdout, stderr } = await run(['check', '--format', 'json', 'a.json', 'gone.json'], {
    cwd: folder.path,
  });

  expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: gone.json: no such file or folder\n' });
  expect(parsed(stdout).summary).toMatchObject({ files: 1, recognised: 1 });
});

test('after --fix it tells what is left', async () => {
  const folder = new Folder().with({ 'a.json': WITH_WARNING });
  const { stdout } = await run(['check', '--format', 'json', '--fix'], { cwd: folder.path });

  expect(parsed(stdout)).toMatchObject({ summary: { warning: 0, fixable: 0 }, files: [{ problems: [] }] });
});

test('over everything that lies about here, it is as the schema says', async () => {
  const folders = ['examples', 'test', join('..', 'shared', 'corpus')].filter((folder) =>
    existsSync(join(projectFolder, folder)),
  );
  const { stdout, stderr } = await run(['check', '--format', 'json', ...folders], { cwd: projectFolder });
  const report = parsed(stdout);

  expect(stderr).toBe('');
  expect(report.files.map(({ path }) => path)).toEqual(report.files.map(({ path }) => path).sort());
  expect(report.summary.recognised).toBe(report.files.length);
  for (const { problems } of report.files) {
    const places = problems.map(({ range: { start } }) => start.line * 1_000_000 + start.character);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});
