/** The rules on several files beyond their pages: what they must stay silent about, and how they are hidden. */

import { describe, expect, test } from 'vitest';
import type { Problem } from '../../server/src/model/problem.ts';
import { fileFacts } from '../../server/src/resolve/file-facts.ts';
import { KnownFiles } from '../../server/src/resolve/known-files.ts';
import { bareName } from '../../server/src/rules/support/same-station.ts';
import { analysisOf, type CheckOptions } from '../helpers/problems.ts';

const SECRET = '00112233445566778899AABBCCDDEEFF00112233';
const IDS = ['shared-authorization-key', 'shared-station-identity', 'shared-token', 'same-phase-rotation'];

/** What the rules on several files say of each file of a folder: `cp1.json shared-authorization-key`. */
function found(files: Readonly<Record<string, string>>, options: CheckOptions = {}): string[] {
  return problemsIn(files, options).map(([path, { rule }]) => `${path} ${rule}`);
}

function problemsIn(
  files: Readonly<Record<string, string>>,
  options: CheckOptions = {},
): (readonly [path: string, problem: Problem])[] {
  const others = new KnownFiles();
  for (const [path, text] of Object.entries(files)) {
    others.set(path, fileFacts(path, analysisOf(text, { path }).resolved));
  }
  return Object.entries(files).flatMap(([path, text]) =>
    analysisOf(text, { ...options, path, among: { path, others } })
      .problems.filter(({ rule }) => IDS.includes(rule) || rule === 'unused-ignore')
      .map((problem) => [path, problem] as const),
  );
}

/** A template, or with `readonly` marks a dump; members beside the keys say what station it is. */
function json(
  values: Readonly<Record<string, string>>,
  station: Readonly<Record<string, string>> = {},
): string {
  const configurationKey = Object.entries(values).map(([key, value]) => ({ key, readonly: false, value }));
  return JSON.stringify({ ...station, configurationKey }, undefined, 2);
}

function changes(values: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(values).map(([key, value]) => ({ key, value })));
}

function ini(
  values: Readonly<Record<string, string>>,
  station: Readonly<Record<string, string>> = {},
): string {
  const lines = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([key, value]) => `${key}=${value}`);
  return ['[ChargePoint]', ...lines(station), '[Configuration]', ...lines(values), ''].join('\n');
}

const ONE = { AuthorizationKey: SECRET, HeartbeatInterval: '900' };
const TWO = { AuthorizationKey: SECRET, HeartbeatInterval: '600' };

describe('a secret in two files', () => {
  test('is found whatever the case of its digits and the notation of the file', () => {
    const lower = { ...TWO, AuthorizationKey: SECRET.toLowerCase() };

    expect(found({ 'cp1.json': changes(ONE), 'cp2.ini': ini(lower) })).toEqual([
      'cp1.json shared-authorization-key',
      'cp2.ini shared-authorization-key',
    ]);
  });

  test('is found across folders, and never repeated', () => {
    const problems = problemsIn({ 'a/cp1.json': changes(ONE), 'b/cp2.json': changes(TWO) });

    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
    expect(problems[0]?.[1].related).toEqual([
      {
        path: 'b/cp2.json',
        span: { start: { line: 0, character: 36 }, end: { line: 0, character: 76 } },
        message: 'the same secret',
      },
    ]);
  });

  test.each([
    ['copies of each other', { 'cp1.json': changes(ONE), 'cp2.json': changes(ONE) }],
    ['a file and its backup', { 'cp1.json': changes(ONE), 'cp1.bak.json': changes(TWO) }],
    ['one station on two days', { '2024-05-01/cp1.json': changes(ONE), '2025-05-01/cp1.json': changes(TWO) }],
    [
      'one serial number',
      { 'a.ini': ini(ONE, { SerialNumber: 'X1' }), 'b.ini': ini(TWO, { SerialNumber: 'X1' }) },
    ],
    ['one identity', { 'a.ini': ini(ONE, { Identity: 'CP1' }), 'b.ini': ini(TWO, { Identity: 'CP1' }) }],
    [
      'placeholders',
      {
        'a.json': changes({ ...ONE, AuthorizationKey: '<AuthorizationKey>' }),
        'b.json': changes({ ...TWO, AuthorizationKey: '<AuthorizationKey>' }),
      },
    ],
    [
      'empty values',
      {
        'a.json': changes({ ...ONE, AuthorizationKey: '' }),
        'b.json': changes({ ...TWO, AuthorizationKey: '' }),
      },
    ],
  ] as const)('is none in %s', (_, files) => {
    const secrets = found(files).filter((line) => line.includes('authorization'));
    expect(secrets).toEqual([]);
  });

  test('is said once of a station that has backups', () => {
    const backup = { ...ONE, ConnectionTimeOut: '60' };

    expect(
      found({ 'cp1.json': changes(ONE), 'cp1-backup.json': changes(backup), 'cp2.json': changes(TWO) }),
    ).toEqual(['cp1.json shared-authorization-key', 'cp2.json shared-authorization-key']);
  });
});

describe('an identity in two files', () => {
  const files = {
    'cp1.ini': ini({ HeartbeatInterval: '900', ConnectionTimeOut: '60' }, { Identity: 'CP1' }),
    'cp2.ini': ini({ HeartbeatInterval: '600', ConnectionTimeOut: '60' }, { Identity: 'CP1' }),
  };

  test('is found within a folder and not across folders', () => {
    expect(found(files)).toEqual(['cp1.ini shared-station-identity', 'cp2.ini shared-station-identity']);
    expect(found({ 'a/cp1.ini': files['cp1.ini'], 'b/cp2.ini': files['cp2.ini'] })).toEqual([]);
  });

  test('is none where case differs: it is part of an address', () => {
    expect(found({ ...files, 'cp2.ini': files['cp2.ini'].replace('CP1', 'cp1') })).toEqual([]);
  });
});

describe('one phase rotation for a whole site', () => {
  const station = (index: number, rotation: string, current = 'AC') =>
    ini(
      { ConnectorPhaseRotation: rotation, HeartbeatInterval: '900' },
      { Identity: `CP${index}`, Current: current },
    );
  const site = (rotations: readonly string[], current?: string) =>
    Object.fromEntries(
      rotations.map((rotation, index) => [`cp${index}.ini`, station(index, rotation, current)]),
    );

  test('is said once', () => {
    expect(found(site(['1.RST', '1.rst', '1.RST,2.RST', '1.RST']))).toEqual(['cp0.ini same-phase-rotation']);
  });

  test.each([
    ['two stations', site(['1.RST', '1.RST'])],
    ['DC stations', site(['1.RST', '1.RST', '1.RST'], 'DC')],
    ['one station that differs', site(['1.RST', '1.RST', '1.RST', '1.STR'])],
    ['connectors that differ', site(['1.RST,2.STR', '1.RST,2.STR', '1.RST,2.STR'])],
    ['no three-phase wiring', site(['1.NotApplicable', '1.Unknown', '1.NotApplicable'])],
    [
      'three states of one station',
      {
        'cp1.ini': station(1, '1.RST'),
        'cp1.old.ini': station(1, '1.RST,2.RST'),
        'other-name.ini': station(1, '0.RST,1.RST'),
      },
    ],
    [
      'templates that name no station',
      Object.fromEntries(
        ['1.RST', '1.RST,2.RST', '0.RST,1.RST'].map((rotation, index) => [
          `template${index}.json`,
          json({ ConnectorPhaseRotation: rotation, HeartbeatInterval: '900' }, { currentType: 'AC' }),
        ]),
      ),
    ],
  ] as const)('is none for %s', (_, files) => {
    expect(found(files).filter((line) => line.includes('rotation'))).toEqual([]);
  });
});

describe('such problems', () => {
  const comment = '# ocpp-config-ignore shared-authorization-key: test stations\n';
  const hidden = ini(ONE).replace('AuthorizationKey', `${comment}AuthorizationKey`);

  test('are hidden by a comment and by the project file, each in its own file', () => {
    const files = { 'cp1.ini': hidden, 'cp2.ini': ini(TWO) };
    const ignores = [{ rule: 'shared-authorization-key', range: { start: 0, end: 0 } }];

    expect(found(files)).toEqual(['cp2.ini shared-authorization-key']);
    expect(found(files, { ignores })).toEqual([]);
    expect(found(files, { severities: { 'shared-authorization-key': 'off' } })).toEqual([]);
  });

  test('make an ignore useless only where files have been compared', () => {
    const rulesAlone = analysisOf(hidden, { path: 'cp1.ini' }).problems.map(({ rule }) => rule);

    expect(found({ 'cp1.ini': hidden })).toEqual(['cp1.ini unused-ignore']);
    expect(rulesAlone).not.toContain('unused-ignore');
  });
});

test('a change says which other files it may make a difference to', () => {
  const factsOf = (path: string, text: string) => fileFacts(path, analysisOf(text, { path }).resolved);
  const known = new KnownFiles();
  known.set('a/cp1.json', factsOf('a/cp1.json', changes(ONE)));
  known.set('b/cp2.json', factsOf('b/cp2.json', changes({ ...TWO, AuthorizationKey: 'FF'.repeat(20) })));

  expect([...known.set('b/cp2.json', factsOf('b/cp2.json', changes(TWO)))]).toEqual(['a/cp1.json']);
  expect([...known.set('b/cp2.json', factsOf('b/cp2.json', changes(TWO)))]).toEqual([]);
  expect([...known.set('b/cp2.json', undefined)]).toEqual(['a/cp1.json']);
});

test.each([
  ['cp1.json', 'cp1'],
  ['folder/CP1.bak.json', 'cp1'],
  ['cp1-backup-2024-05-01.json', 'cp1'],
  ['cp1 (2).json', 'cp1'],
  ['cp1_20240501T1200.json', 'cp1'],
  ['old-cp1.v2.ini', 'cp1'],
  ['cp2.json', 'cp2'],
  ['station-12.json', 'station 12'],
])('the name of %s without what was added is "%s"', (path, bare) => {
  expect(bareName(path)).toBe(bare);
});
