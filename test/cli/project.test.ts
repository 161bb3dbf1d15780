import { describe, expect, test } from 'vitest';
import { packKey, packWith, profileWith } from '../project/support/memory-files.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import { runInside } from './support/run-inside.ts';

function dump(values: Readonly<Record<string, string>>): string {
  const configurationKey = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  return JSON.stringify({ configurationKey }, undefined, 2);
}

interface Report {
  readonly summary: { readonly files: number; readonly recognised: number; readonly error: number };
  readonly files: readonly {
    readonly path: string;
    readonly shape: string | null;
    readonly vendor: string | null;
    readonly problems: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
    }[];
  }[];
}

async function check(folder: Folder, ...words: readonly string[]) {
  const { code, stdout, stderr } = await runInside(['check', ...words, '--format', 'json'], {
    cwd: folder.path,
  });
  const report = JSON.parse(stdout) as Report;
  const problems = report.files.flatMap((file) =>
    file.problems.map(({ rule, severity }) => `${file.path}: ${rule} ${severity}`),
  );
  return { code, stderr, report, problems };
}

const PING = { WebSocketPingInterval: '0' };

describe('the project file holds for the files below it', () => {
  test('its rules, operator and overrides', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': `// ours
        { "rules": { "greenflux/websocket-ping-interval": "hint" },
          "overrides": [{ "files": "quiet/**", "operator": "none" }], }`,
      'a.json': dump(PING),
      'quiet/b.json': dump(PING),
    });

    const { code, problems } = await check(folder);

    expect(problems).toEqual(['a.json: greenflux/websocket-ping-interval hint']);
    expect(code).toBe(0);
  });

  test('the nearest one upwards, also when the command runs below it or elsewhere', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "operator": "none" }',
      'fleet/a.json': dump(PING),
      'other/.ocpp-config.json': '{}',
      'other/b.json': dump(PING),
    });

    const below = await runInside(['check', 'a.json'], { cwd: folder.at('fleet') });
    const elsewhere = await check(folder, 'other');

    expect(below.code).toBe(0);
    expect(elsewhere.problems).toEqual(['other/b.json: greenflux/websocket-ping-interval error']);
  });

  test('what the command line says wins', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "operator": "none", "rules": { "value-type": "off" } }',
      'a.json': dump({ ...PING, HeartbeatInterval: 'x' }),
    });

    const { problems } = await check(folder, '--operator', 'greenflux', '--rule', 'value-type=hint');

    expect(problems).toContain('a.json: greenflux/websocket-ping-interval error');
    expect(problems).toContain('a.json: value-type hint');
  });

  test('a file that it leaves alone', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "shapes": { "old/**": "off" } }',
      'old/a.json': dump(PING),
    });

    const { code, stdout } = await runInside(['check', 'old/a.json'], { cwd: folder.path });

    expect(code).toBe(0);
    expect(stdout).toContain('left alone, as the project file says: old/a.json');
  });

  test('ignores, and --no-ignore', async () => {
    const ignore = { path: 'a.json', key: 'WebSocketPingInterval', rule: 'greenflux/*', reason: 'no proxy' };
    const folder = new Folder().with({
      '.ocpp-config.json': JSON.stringify({ ignores: [ignore] }),
      'a.json': dump(PING),
      'b.json': dump(PING),
    });

    expect((await check(folder)).problems).toEqual(['b.json: greenflux/websocket-ping-interval error']);
    expect((await check(folder, '--no-ignore')).problems).toHaveLength(2);
  });

  test('an ignore that hides nothing is reported when all of the project was looked at', async () => {
    const ignores = [
      { path: 'a.json', key: 'WebSocketPingInterval', rule: 'greenflux/*', reason: 'no proxy' },
      { path: 'a.json', rule: 'value-type', reason: 'was so once' },
    ];
    const folder = new Folder().with({
      '.ocpp-config.json': JSON.stringify({ ignores }),
      'a.json': dump(PING),
    });

    const { code, problems } = await check(folder);

    expect({ code, problems }).toEqual({
      code: 0,
      problems: ['.ocpp-config.json: unused-ignore information'],
    });
    expect((await check(folder, 'a.json')).problems).toEqual([]);
    expect((await check(folder, '--rule', 'value-type=off')).problems).toEqual([]);
  });

  test('standard input belongs to the project of its name', async () => {
    const folder = new Folder().with({ 'fleet/.ocpp-config.json': '{ "operator": "none" }' });

    const words = ['check', '-', '--stdin-path', 'fleet/a.json'];
    const { code } = await run(words, { cwd: folder.path, input: dump(PING) });

    expect(code).toBe(0);
  });
});

describe('mistakes in a project file', () => {
  test('are reported in that file, and make the check fail', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "operator": "none", "rule": {} }',
      'a.json': dump(PING),
    });

    const { code, report, problems } = await check(folder);

    expect(problems).toEqual(['.ocpp-config.json: project-file error']);
    expect(code).toBe(1);
    expect(report.summary).toMatchObject({ files: 2, recognised: 1, error: 1 });
  });

  test('in words, with the line of the file', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{\n  "oprator": "none"\n}\n', 'a.json': '{}' });

    const { stdout } = await runInside(['check'], { cwd: folder.path });

    expect(stdout).toMatch(/\.ocpp-config\.json {2}project-file/);
    expect(stdout).toMatch(/2:3.*error.*There is no "oprator" here\. Did you mean "operator"\?/s);
  });

  test('a file that is named and has none is no charger configuration', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{}' });

    const { code, stdout } = await runInside(['check', '.ocpp-config.json'], { cwd: folder.path });

    expect(code).toBe(0);
    expect(stdout).toContain('says how other files are checked');
  });

  test('in a pack that no project names yet', async () => {
    const pack = JSON.stringify(packWith({ keys: [packKey('A', { type: 'int' })] }));
    const folder = new Folder().with({
      'acme.ocpp-pack.json': pack,
      'good.ocpp-pack.json': JSON.stringify(packWith()),
    });

    const { code, problems } = await check(folder, 'acme.ocpp-pack.json', 'good.ocpp-pack.json');

    expect({ code, problems }).toEqual({ code: 1, problems: ['acme.ocpp-pack.json: vendor-pack error'] });
  });

  test('in a pack: in the pack', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "packs": ["packs"] }',
      'packs/acme.ocpp-pack.json': JSON.stringify(packWith({ keys: [packKey('A', { type: 'int' })] })),
      'a.json': dump({ HeartbeatInterval: '900' }),
    });

    expect((await check(folder)).problems).toEqual(['packs/acme.ocpp-pack.json: vendor-pack error']);
  });
});

describe('own knowledge', () => {
  test('a pack and a profile', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "packs": ["packs"], "profiles": ["our.json"], "operator": "our-network" }',
      'packs/acme.ocpp-pack.json': JSON.stringify(
        packWith({ keys: [packKey('AcmeLimit', { maximum: 32 }), packKey('AcmeOther')] }),
      ),
      'our.json': JSON.stringify(profileWith('our-network', 600, { extends: 'greenflux' })),
      'a.json': dump({ AcmeLimit: '40', AcmeOther: '1', HeartbeatInterval: '900' }),
    });

    const { problems, report } = await check(folder);

    expect(problems).toEqual(['a.json: value-range error', 'a.json: our-network/heartbeat-interval warning']);
    expect(report.files[0]?.vendor).toBe('Acme');
  });

  test('explain knows the keys of a pack, and says which pack speaks', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "packs": ["packs"] }',
      'packs/acme.ocpp-pack.json': JSON.stringify(packWith({ keys: [packKey('AcmeLimit')] })),
    });

    const { stdout } = await runInside(['explain', 'AcmeLimit'], { cwd: folder.path });

    expect(stdout).toContain('AcmeLimit  Acme');
    expect(stdout).toContain('Your own pack: packs/acme.ocpp-pack.json');
  });

  test('explain knows the operator of the project', async () => {
    const folder = new Folder().with({
      '.ocpp-config.json': '{ "profiles": ["our.json"] }',
      'our.json': JSON.stringify(profileWith('our-network', 600)),
    });

    const words = ['explain', 'HeartbeatInterval', '--operator', 'our-network'];
    const { code, stdout } = await runInside(words, { cwd: folder.path });

    expect(code).toBe(0);
    expect(stdout).toContain('OUR-NETWORK');
  });
});

describe('--vendor and --model', () => {
  const fields = '"chargePointVendor": "KEBA", "chargePointModel": "KC-P30-X"';
  const text = `{ ${fields}, "configurationKey": [
    { "key": "MeterValueSampleInterval", "readonly": false, "value": "900" }] }`;
  const files = {
    'field.json': text,
    'project/.ocpp-config.json': '{ "station": { "vendor": "vestel", "model": "EVC04" } }',
    'project/a.json': text,
    'said.json': `// ocpp-config: vendor=KEBA model=KC-P30-X\n${text}`,
  };

  test('win over fields of the file and the project file, and not over a comment', async () => {
    const folder = new Folder().with(files);
    const before = await check(folder);
    const { report } = await check(folder, '--vendor', 'Chargedot', '--model', 'Terra 54 CJG');

    const found = report.files.map(({ path, vendor }) => `${path}: ${vendor}`).sort();
    expect(found).toEqual(['field.json: ABB', 'project/a.json: ABB', 'said.json: KEBA']);
    const of = (path: string, { files } = report) => files.find((file) => file.path === path)?.problems ?? [];
    // This model charges with DC, those that are said otherwise with AC.
    const asksForDc = expect.stringContaining('DC with smart charging');
    for (const path of ['field.json', 'project/a.json']) {
      expect(of(path)).toContainEqual(expect.objectContaining({ message: asksForDc }));
      expect(of(path, before.report)).not.toContainEqual(expect.objectContaining({ message: asksForDc }));
    }
    expect(of('said.json')).toEqual(of('said.json', before.report));
  });

  test('of which the model may be any text', async () => {
    const folder = new Folder().with(files);
    const { stderr, report } = await check(folder, 'field.json', '--model', 'no such (model) *');

    expect({ stderr, vendor: report.files[0]?.vendor }).toEqual({ stderr: '', vendor: 'KEBA' });
  });
});
