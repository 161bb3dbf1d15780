import { expect, test } from 'vitest';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';

function dump(values: Readonly<Record<string, string>>): string {
  const configurationKey = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  return JSON.stringify({ configurationKey });
}

const DC = dump({ HeartbeatInterval: '900', MeterValuesSampledData: 'SoC,Energy.Active.Import.Register' });
const UNKNOWN = dump({ HeartbeatInterval: '900', ConnectionTimeOut: '60' });

test('what the files agree on is written, with the reason, and can be checked at once', async () => {
  const folder = new Folder().with({ 'a.json': DC, 'x/b.json': DC, 'c.json': UNKNOWN, 'package.json': '{}' });

  const { code, stdout } = await run(['init'], { cwd: folder.path });

  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      'wrote .ocpp-config.json, from 3 charger configurations',
      '  operator: greenflux, as it is without a project file',
      '  station.current: DC; 2 of 3 files show it, and none another',
      '',
    ].join('\n'),
  );
  await expect(folder.read('.ocpp-config.json')).toMatchFileSnapshot('expected/initial-project.jsonc');
  const checked = await run(['check', '--format', 'json'], { cwd: folder.path });
  expect(checked.stdout).not.toContain('project-file');
});

test('folders that differ get an override each', async () => {
  const ac = `// ocpp-config: current=AC\n${UNKNOWN}`;
  const folder = new Folder().with({ 'dc/a.json': DC, 'ac/b.jsonc': ac });

  const { stdout } = await run(['init'], { cwd: folder.path });

  const text = folder.read('.ocpp-config.json');
  expect(text).toContain('{ "files": "ac/**", "station": { "current": "AC" } },');
  expect(text).toContain('{ "files": "dc/**", "station": { "current": "DC" } }');
  expect(stdout).toContain('station.current in "dc": DC; 1 file in dc/ shows it, and none another');
});

test('files of one folder that differ leave it open', async () => {
  const ac = `// ocpp-config: current=AC\n${UNKNOWN}`;
  const folder = new Folder().with({ 'a.json': DC, 'b.jsonc': ac });

  const { stdout } = await run(['init'], { cwd: folder.path });

  expect(stdout).toContain('station.current: left out, since the files differ: DC, AC');
});

test('one that is there is left as it is', async () => {
  const folder = new Folder().with({ 'fleet/.ocpp-config.json': '{ }', 'fleet/a.json': DC });

  const { code, stderr } = await run(['init', 'fleet'], { cwd: folder.path });

  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'error: fleet/.ocpp-config.json is there already, and is left as it is\n',
  });
  expect(folder.read('fleet/.ocpp-config.json')).toBe('{ }');
});

test('--dry-run prints it and writes nothing', async () => {
  const folder = new Folder().with({ 'fleet/a.json': DC });

  const { code, stdout, stderr } = await run(['init', 'fleet', '--dry-run'], { cwd: folder.path });

  expect(code).toBe(0);
  expect(stdout).toContain('"current": "DC"');
  expect(stderr).toContain('would write fleet/.ocpp-config.json, from 1 charger configuration');
  expect(folder.names()).toEqual(['fleet', 'fleet/a.json']);
});

test('an empty folder, and one in another project', async () => {
  const folder = new Folder().with({ '.ocpp-config.json': '{}', 'new/read.me': '' });

  const { code, stdout } = await run(['init', 'new/'], { cwd: folder.path });

  expect(code).toBe(0);
  expect(stdout).toContain('.ocpp-config.json holds in the folders around; here this one takes its place');
  expect(folder.read('new/.ocpp-config.json')).toContain('There were no charger configurations yet');
});

test('a folder that is not there', async () => {
  const { code, stderr } = await run(['init', 'nowhere'], { cwd: new Folder().path });

  expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: nowhere: no such file or folder\n' });
});
