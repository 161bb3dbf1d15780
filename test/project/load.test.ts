import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis.ts';
import { type Project, projectView } from '../../server/src/project/project.ts';
import { packKey, packWith, problemsIn, profileWith, projectWith } from './support/memory-files.ts';

/** What is found in a GetConfiguration answer of a project: "rule: severity". */
function found(project: Project, values: Readonly<Record<string, string>>, path = '/fleet/a.json'): string[] {
  const entries = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  const view = projectView(project, path);
  const analysis = analyze(JSON.stringify({ configurationKey: entries }), {
    knowledge: project.shelf.knowledge(view.operator === 'none' ? undefined : (view.operator ?? 'greenflux')),
    stationSayings: view.sayings,
    severities: view.severities,
    ignores: view.ignores,
    path,
  });
  return (analysis?.problems ?? []).map(({ rule, severity }) => `${rule}: ${severity}`);
}

describe('what is wrong in a project file is said there, and the rest holds', () => {
  test('an empty file says nothing', async () => {
    expect(problemsIn(await projectWith(''))).toEqual([]);
    expect(problemsIn(await projectWith('// nothing yet\n{}\n'))).toEqual([]);
  });

  test('a member that does not exist', async () => {
    const project = await projectWith({ oprator: 'none', rules: { 'key-casing': 'off' } });
    expect(problemsIn(project)).toEqual(['"oprator": There is no "oprator" here. Did you mean "operator"?']);
    expect(project.read.file.rules).toEqual({ 'key-casing': 'off' });
  });

  test('values of the wrong kind', async () => {
    const project = await projectWith({
      operator: 7,
      station: { current: 'ac', smartCharging: 'on', model: 'X' },
      rules: { 'key-casing': 'warn', syntax: 'off' },
      packs: 'packs',
      ignores: [{ path: 'a.json', rule: 'syntax' }],
    });
    expect(problemsIn(project)).toEqual([
      '7: "operator" must be a text in quotes, not 7.',
      '"ac": "current" must be one of "AC" and "DC". Did you mean "AC"?',
      '"on": "smartCharging" must be true or false, not a text.',
      '"warn": "key-casing" must be one of "error", "warning", "information", "hint" and "off". Did you mean "warning"?',
      '"packs": "packs" must be a list in [ ], not a text.',
      '{\n      "path": "a.json",…: This item needs "reason".',
    ]);
    expect(project.read.file).toMatchObject({ station: { model: 'X' }, rules: { syntax: 'off' } });
  });

  test('names that nobody knows', async () => {
    const project = await projectWith({
      operator: 'grenflux',
      rules: { 'key-case': 'off', 'greenflux/*': 'hint', 'greenfux/*': 'hint' },
      shapes: { '*.json': 'flatmap' },
      overrides: [{ files: '*.ini', operator: 'nobody', shape: 'ini' }],
      ignores: [{ path: '*', rule: 'value-rage', reason: 'why not' }],
    });
    expect(problemsIn(project).map((problem) => problem.replace(/ There are .*/, ''))).toEqual([
      '"grenflux": There is no operator "grenflux". Did you mean "greenflux"?',
      '"key-case": There is no rule "key-case". Did you mean "key-casing"?',
      '"greenfux/*": There is no rule "greenfux/*". Did you mean "greenflux/*"?',
      '"flatmap": There is no shape "flatmap". Did you mean "flat-map"?',
      '"nobody": There is no operator "nobody".',
      '"ini": There is no shape "ini". Did you mean "ini-sections"?',
      '"value-rage": There is no rule "value-rage". Did you mean "value-range"?',
    ]);
  });

  test('a syntax error keeps nothing else from being read', async () => {
    const project = await projectWith('{ "operator": "none"\n "rules": { "syntax": "off" } }');
    expect(problemsIn(project)).toEqual(['"rules": This is not JSON: a comma is missing.']);
    expect(project.read.file).toMatchObject({ operator: 'none', rules: { syntax: 'off' } });
  });

  test('a name that is there twice', async () => {
    const project = await projectWith('{ "operator": "none", "operator": "greenflux" }');
    expect(problemsIn(project)).toEqual(['"operator": "operator" is here twice; the first one counts.']);
  });
});

describe('what holds for a file', () => {
  test('a later override wins over an earlier one, and both over the rest', async () => {
    const project = await projectWith({
      operator: 'greenflux',
      station: { current: 'AC', vendor: 'KEBA' },
      overrides: [
        { files: 'dc/**', operator: 'none', station: { current: 'DC', smartCharging: true } },
        { files: ['dc/hpc-*.json'], station: { smartCharging: false }, shape: 'flat-map' },
      ],
      shapes: { '*.json': 'key-map' },
    });
    const view = projectView(project, '/fleet/dc/hpc-1.json');
    expect(view).toMatchObject({ operator: 'none', shape: 'flat-map' });
    expect(view.sayings).toEqual([
      { says: { smartCharging: false }, because: 'the project file says so for dc/hpc-*.json' },
      { says: { current: 'DC', smartCharging: true }, because: 'the project file says so for dc/**' },
      { says: { current: 'AC', vendor: 'KEBA' }, because: 'the project file says so' },
    ]);
    expect(projectView(project, '/fleet/ac/1.json')).toMatchObject({
      operator: 'greenflux',
      shape: 'key-map',
    });
  });

  test('the station of a file, value by value, with the reason of each', async () => {
    const project = await projectWith({
      station: { current: 'AC', smartCharging: true },
      overrides: [{ files: 'dc/*.json', station: { current: 'DC' } }],
    });
    const text =
      '// ocpp-config: smart-charging=off\n{ "configurationKey": [{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }] }';
    const { sayings } = projectView(project, '/fleet/dc/a.json');
    const station = analyze(text, {
      knowledge: project.shelf.knowledge('greenflux'),
      station: { current: 'AC', model: 'X1' },
      stationSayings: sayings,
      path: 'a.jsonc',
    })?.resolved.scopes[0]?.station;
    expect(station?.current).toEqual({ value: 'DC', because: 'the project file says so for dc/*.json' });
    expect(station?.smartCharging).toEqual({ value: false, because: 'a comment in the file says so' });
    expect(station?.model).toEqual({ value: 'X1', because: 'a setting says so' });
  });

  test('a later word about a group takes back earlier ones about its rules', async () => {
    const project = await projectWith({
      rules: { 'greenflux/heartbeat-interval': 'error', 'key-casing': 'off' },
      overrides: [
        { files: 'a.json', rules: { 'greenflux/*': 'off' } },
        { files: 'b.json', rules: { 'greenflux/*': 'off', 'greenflux/heartbeat-interval': 'hint' } },
      ],
    });
    const values = { HeartbeatInterval: '5', websocketpinginterval: '60' };
    expect(found(project, values, '/fleet/c.json')).toEqual(['greenflux/heartbeat-interval: error']);
    expect(found(project, values, '/fleet/a.json')).toEqual([]);
    expect(found(project, values, '/fleet/b.json')).toEqual(['greenflux/heartbeat-interval: hint']);
  });

  test('ignores hold for their files', async () => {
    const project = await projectWith({
      ignores: [{ path: 'a.json', key: 'HeartbeatInterval', rule: 'greenflux/*', reason: 'agreed' }],
    });
    expect(found(project, { HeartbeatInterval: '5' }, '/fleet/b.json')).toHaveLength(1);
    expect(found(project, { HeartbeatInterval: '5' }, '/fleet/a.json')).toEqual([]);
    expect(project.ignores[0]?.ignore.range.start).toBeGreaterThan(0);
  });
});

describe('own packs', () => {
  test('a new vendor is known by its pack', async () => {
    const project = await projectWith(
      { packs: ['packs'], station: { vendor: 'acme' } },
      { 'packs/acme.ocpp-pack.json': packWith({ keys: [packKey('AcmeLimit', { maximum: 32 })] }) },
    );
    expect(problemsIn(project)).toEqual([]);
    expect(found(project, { AcmeLimit: '40', HeartbeatInterval: '900' })).toEqual(['value-range: error']);
  });

  test('a later pack wins over an earlier one and over a bundled one, key by key', async () => {
    const project = await projectWith(
      { packs: ['one.json', 'two.json'] },
      {
        'one.json': packWith({
          id: 'keba',
          name: 'KEBA',
          names: ['KEBA'],
          keys: [packKey('AcmeA', { summary: 'One A.' }), packKey('AcmeB', { summary: 'One B.' })],
        }),
        'two.json': packWith({
          id: 'keba',
          name: 'KEBA',
          names: ['KEBA'],
          keys: [packKey('AcmeA', { summary: 'Two A.' })],
          sources: { manual: { title: 'Another manual' } },
        }),
      },
    );
    const catalog = project.shelf.vendors.catalogOf('keba', undefined);
    const summary = (name: string) => {
      const match = catalog?.match(name);
      return match?.kind === 'exact' ? match.facts.summary : undefined;
    };
    expect(problemsIn(project)).toEqual([]);
    expect([summary('AcmeA'), summary('AcmeB')]).toEqual(['Two A.', 'One B.']);
  });

  test('an own pack wins where it and a bundled one claim the same name or model', async () => {
    const project = await projectWith(
      { packs: ['a.json'] },
      {
        'a.json': packWith({ names: ['KEBA', 'Acme'], models: [{ name: 'P30', patterns: ['KC-P30-*'] }] }),
      },
    );
    const { vendors } = project.shelf;
    expect(vendors.byName('keba ')?.id).toBe('acme');
    expect(vendors.byModel('KC-P30-EC240122')?.id).toBe('acme');
  });

  test('mistakes in a pack are said in the pack, and its other keys hold', async () => {
    const project = await projectWith(
      { packs: ['acme.json'], station: { vendor: 'acme' } },
      {
        'acme.json': packWith({
          keys: [
            packKey('Good', { maximum: 32 }),
            packKey('Bad', { type: 'int' }),
            packKey('Ugly', { sumary: 'x', sources: ['manul'] }),
          ],
        }),
      },
    );
    expect(problemsIn(project)).toEqual([]);
    expect(problemsIn(project, 'acme.json')).toEqual([
      '"int": "type" must be one of "boolean", "integer", "decimal", "string", "enum", "list" and "datetime". Did you mean "integer"?',
      '"manul": "sources" has no "manul". Did you mean "manual"?',
      '"sumary": There is no "sumary" here. Did you mean "summary"?',
    ]);
    expect(found(project, { Good: '40', HeartbeatInterval: '900' })).toEqual(['value-range: error']);
  });

  test('a pack that is of no use is said in both', async () => {
    const project = await projectWith({ packs: ['acme.json'] }, { 'acme.json': { name: 'Acme' } });
    expect(problemsIn(project)).toEqual([
      '"acme.json": "acme.json" is of no use as it is; see the problems in that file.',
    ]);
    expect(problemsIn(project, 'acme.json')).toHaveLength(1);
  });

  test('paths that lead nowhere or away', async () => {
    const project = await projectWith(
      {
        packs: ['none.json', '../x.json', '/etc/hosts', 'C:\\x.json', 'a/../../x.json', 'link.json', 'empty'],
      },
      { 'link.json': '→/secret/x.json', '/secret/x.json': '{}', 'empty/read.me': '' },
    );
    expect(problemsIn(project).map((problem) => problem.slice(0, 60))).toEqual([
      '"none.json": There is no "none.json".',
      '"../x.json": "../x.json" leads out of this folder. Packs and',
      '"/etc/hosts": "/etc/hosts" leads out of this folder. Packs a',
      '"C:\\\\x.json": "C:\\x.json" leads out of this folder. Packs an',
      '"a/../../x.json": "a/../../x.json" leads out of this folder.',
      '"link.json": A link in "link.json" leads out of this folder.',
      '"empty": "empty" has no files that end in .ocpp-pack.json.',
    ]);
    expect(project.missing).toEqual(['/fleet/none.json']);
  });
});

describe('own profiles', () => {
  test('a profile extends another one and changes what it names', async () => {
    const project = await projectWith(
      { operator: 'our-network', profiles: ['our.json'] },
      { 'our.json': profileWith('our-network', 600, { extends: 'greenflux' }) },
    );
    expect(problemsIn(project)).toEqual([]);
    expect(found(project, { HeartbeatInterval: '900', WebSocketPingInterval: '0' })).toEqual([
      'our-network/heartbeat-interval: warning',
      'our-network/websocket-ping-interval: error',
    ]);
  });

  test('a profile with the id of a bundled one changes that one', async () => {
    const project = await projectWith(
      { profiles: ['gf.json'] },
      { 'gf.json': profileWith('greenflux', 600) },
    );
    expect(found(project, { HeartbeatInterval: '900', WebSocketPingInterval: '0' })).toEqual([
      'greenflux/heartbeat-interval: warning',
      'greenflux/websocket-ping-interval: error',
    ]);
  });

  test('circles and unknown ids are said where they stand', async () => {
    const project = await projectWith(
      { profiles: ['a.json', 'b.json', 'c.json'], operator: 'a' },
      {
        'a.json': profileWith('a', 1, { extends: 'b' }),
        'b.json': profileWith('b', 1, { extends: 'a' }),
        'c.json': profileWith('c', 1, { extends: 'nobody' }),
      },
    );
    expect(problemsIn(project, 'a.json')).toEqual([
      '"b": Profiles extend each other in a circle by way of "b".',
    ]);
    expect(problemsIn(project, 'c.json')[0]).toMatch(
      /^"nobody": There is no operator profile "nobody" to extend/,
    );
    expect(problemsIn(project)[0]).toMatch(/^"a": There is no operator "a"/);
  });
});
