/** What a comment ignores, as the command line tells it. */

import { expect, test } from 'vitest';
import type { CheckReport } from '../../server/src/cli/reporters/json.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';

const IGNORED =
  '[Configuration]\n# ocpp-config-ignore value-type: the loader reads words\nConnectionTimeOut=sixty\nHeartbeatInterval=900\n';
const USELESS = IGNORED.replace('sixty', '60');

test('an ignored problem is counted and does not fail the check', async () => {
  const folder = new Folder().with({ 'a.ini': IGNORED });
  expect(await run(['check'], { cwd: folder.path })).toMatchObject({
    code: 0,
    stdout: '1 file, 1 charger configuration: no problems; 1 ignored\n',
  });
});

test('--no-ignore reports it', async () => {
  const folder = new Folder().with({ 'a.ini': IGNORED });
  const { code, stdout } = await run(['check', '--no-ignore'], { cwd: folder.path });
  expect(code).toBe(1);
  expect(stdout).toContain('value-type');
  expect(stdout).not.toContain('ignored\n');
});

test('the JSON report counts it', async () => {
  const folder = new Folder().with({ 'a.ini': IGNORED });
  const { stdout } = await run(['check', '--format', 'json'], { cwd: folder.path });
  const { summary, files } = JSON.parse(stdout) as CheckReport;
  expect(summary).toMatchObject({ error: 0, ignored: 1 });
  expect(files[0]?.problems).toEqual([]);
});

test('--fix removes a comment that hides nothing', async () => {
  const folder = new Folder().with({ 'a.ini': USELESS });
  const { code, stdout } = await run(['check', '--fix'], { cwd: folder.path });
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('1 problem fixed') });
  expect(folder.read('a.ini')).toBe('[Configuration]\nConnectionTimeOut=60\nHeartbeatInterval=900\n');
});

test('explain knows the rule', async () => {
  const { code, stdout } = await run(['explain', 'unused-ignore']);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('ocpp-config-ignore') });
});
