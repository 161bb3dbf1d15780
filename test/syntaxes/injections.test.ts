/** What the injection grammars colour, seen through the tokenizer that VS Code uses. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import manifest from '../../package.json';
import { type Grammar, iniGrammar, jsonGrammar } from '../../scripts/grammars.ts';
import { standardKnowledge } from '../../server/src/platform/bundled-knowledge.ts';
import { hostGrammars } from './host-grammars.ts';

const projectFolder = join(import.meta.dirname, '../..');
const grammars: readonly {
  readonly file: string;
  readonly hosts: readonly string[];
  readonly made: Grammar;
}[] = [
  {
    file: 'syntaxes/ocpp-json.tmLanguage.json',
    hosts: ['source.json', 'source.json.comments'],
    made: jsonGrammar(standardKnowledge()),
  },
  {
    file: 'syntaxes/ocpp-ini.tmLanguage.json',
    hosts: ['source.ini'],
    made: iniGrammar(standardKnowledge()),
  },
];

let json: IGrammar;
let ini: IGrammar;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => hostGrammars.get(scope) ?? injection(scope),
    getInjections: (scope) =>
      grammars.filter(({ hosts }) => hosts.includes(scope)).map(({ made }) => made.scopeName),
  });
  json = await loaded(registry, 'source.json');
  ini = await loaded(registry, 'source.ini');
});

function injection(scope: string) {
  const grammar = grammars.find(({ made }) => made.scopeName === scope);
  if (grammar === undefined) return null;
  return parseRawGrammar(readFileSync(join(projectFolder, grammar.file), 'utf8'), grammar.file);
}

async function loaded(registry: Registry, scope: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${scope}`);
  return grammar;
}

test.each(grammars)('$file is what the knowledge says now', ({ file, made }) => {
  expect(JSON.parse(readFileSync(join(projectFolder, file), 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(made)),
  );
});

test('package.json injects just these grammars, into the right hosts', () => {
  expect(manifest.contributes.grammars).toEqual(
    grammars.map(({ file, hosts, made }) => ({
      scopeName: made.scopeName,
      path: `./${file}`,
      injectTo: hosts,
    })),
  );
});

describe('JSON', () => {
  test.each<[what: string, line: string, coloured: string]>([
    [
      'a list of measurands',
      '"value": "Energy.Active.Import.Register,SoC"',
      'measurand:Energy.Active.Import.Register separator:, measurand:SoC',
    ],
    [
      'phases and blanks',
      '["Voltage.L1-N, Current.Import.L3"]',
      'measurand:Voltage phase:L1-N separator:, measurand:Current.Import phase:L3',
    ],
    ['a measurand alone', '["Power.Active.Import"]', 'measurand:Power.Active.Import'],
    ['a measurand among unknown ones', '["Foo.Bar,Power.Offered,x"]', 'measurand:Power.Offered'],
    ['a list over a line’s end', '["Power.Offered,', 'measurand:Power.Offered'],
    [
      'rotations',
      '["1.RST,2.NotApplicable"]',
      'connector:1 rotation:RST separator:, connector:2 rotation:NotApplicable',
    ],
    ['profiles', '["Core,SmartCharging"]', 'profile:Core separator:, profile:SmartCharging'],
    ['units', '["Current,Power"]', 'list-item:Current separator:, list-item:Power'],
    ['one item behind its key', '{"MeterValuesSampledData": "SoC"}', 'measurand:SoC'],
    ['a number behind its key', '{ "HeartbeatInterval":"900" }', 'number:900'],
    ['a boolean behind its key', '{"LocalPreAuthorize" : "true"}', 'boolean:true'],
    [
      'what stands behind an empty list, which must not turn it inside out',
      '{"key":"StopTxnSampledData","readonly":false,"value":""},{"key":"MeterValuesSampledData","value":"SoC"}',
      'measurand:SoC',
    ],
    [
      'values behind a key in a list',
      '{ "key": "HeartbeatInterval", "readonly": false, "value": "900" }',
      'number:900',
    ],
  ])('colours %s', (_, line, coloured) => {
    expect(colours(json, `{"a":${line}`)).toBe(coloured);
  });

  test.each<[what: string, line: string]>([
    ['a word alone', '["Voltage", "Core", "Current", "RST", "Unknown"]'],
    ['a sentence', '["Core, the heart of it", "Voltage and Current, too"]'],
    ['part of a longer name', '["MyEnergy.Active.Import.Register", "Power.Offered.Max", "Power.Offered-2"]'],
    ['a phase that the measurand does not have', '["SoC.L1", "Power.Offered.L1-N"]'],
    ['names of members', '{"Energy.Active.Import.Register": 1, "Core,SmartCharging": 2}'],
    ['numbers and booleans of others', '{"port": "8080", "value": "900", "a": "true"}'],
    ['a number with a unit', '{"HeartbeatInterval": "900 s"}'],
    ['the wrong type', '{"HeartbeatInterval": "true", "LocalPreAuthorize": "1"}'],
    ['a value of the next member', '{ "key": "HeartbeatInterval" }, { "value": "900" }'],
  ])('leaves %s alone', (_, line) => {
    expect(colours(json, line)).toBe('');
  });

  test('does not confuse the rest of the line', () => {
    const line = '{"MeterValuesSampledData": "SoC,\\"x\\"", "b": 12}';

    expect(colours(json, line)).toBe('measurand:SoC separator:,');
    expect(scopesOf(json, line, '12')).toContain('constant.numeric.json');
  });
});

describe('INI', () => {
  test.each<[what: string, line: string, coloured: string]>([
    [
      'a list of measurands',
      'MeterValuesSampledData=Energy.Active.Import.Register,Voltage.L1 # why',
      'measurand:Energy.Active.Import.Register separator:, measurand:Voltage phase:L1',
    ],
    ['a single word', 'StopTxnSampledData = SoC', 'measurand:SoC'],
    ['quotes', 'MeterValuesSampledData="SoC, RPM"', 'measurand:SoC separator:, measurand:RPM'],
    [
      'rotations',
      'ConnectorPhaseRotation=1.RST,Unknown',
      'connector:1 rotation:RST separator:, rotation:Unknown',
    ],
    ['profiles', 'SupportedFeatureProfiles=Core', 'profile:Core'],
    ['numbers', '\tHeartbeatInterval = 900   ; 15 min', 'number:900'],
    ['booleans', 'LocalPreAuthorize=false', 'boolean:false'],
    ['measurands behind any key', 'TxUpdatedMeasurands=Power.Offered,x', 'measurand:Power.Offered'],
  ])('colours %s', (_, line, coloured) => {
    expect(colours(ini, line)).toBe(coloured);
  });

  test.each<[what: string, line: string]>([
    ['comments', '# MeterValuesSampledData=Power.Offered, Power.Offered'],
    ['sections', '[Power.Offered]'],
    ['keys', 'Power.Offered=1'],
    ['words behind other keys', 'name=Core,Voltage'],
    ['numbers behind other keys', 'port=8080'],
    ['the wrong type', 'HeartbeatInterval=true'],
    ['a number with a unit', 'HeartbeatInterval=900 s'],
    ['keys in another case', 'heartbeatInterval=900'],
    ['longer keys', 'MyHeartbeatInterval=900'],
  ])('leaves %s alone', (_, line) => {
    expect(colours(ini, line)).toBe('');
  });

  test.each<[what: string, line: string]>([
    ['a list', 'MeterValuesSampledData=SoC'],
    ['a number', 'HeartbeatInterval = 900'],
  ])('keeps key, separator and comment of %s as they were', (_, line) => {
    const commented = `${line} ; why`;
    const key = line.split(/[ =]/)[0] ?? '';

    expect(scopesOf(ini, commented, key)).toEqual(['source.ini', 'keyword.other.definition.ini']);
    expect(scopesOf(ini, commented, '=')).toEqual(['source.ini', 'punctuation.separator.key-value.ini']);
    expect(scopesOf(ini, commented, '; why')).toContain('comment.line.semicolon.ini');
  });
});

test.each([
  ['json', () => json, `{"value": "${'Energy.Active.Import.Register,'.repeat(300)}"}`],
  ['json', () => json, `["${'Core,'.repeat(2_000)}x"]`],
  ['json', () => json, `[${'"900",'.repeat(3_000)}]`],
  ['json', () => json, `{"key": "HeartbeatInterval", ${'"value ": "900",'.repeat(1_000)}}`],
  ['ini', () => ini, `MeterValuesSampledData=${'Voltage.L1 , '.repeat(1_500)}`],
  ['ini', () => ini, `HeartbeatInterval=${' '.repeat(60_000)}x`],
])('a long line takes no longer than its length explains: %s', (_, grammar, line) => {
  expect(grammar().tokenizeLine(line, INITIAL).stoppedEarly).toBe(false);
});

/** What our scopes are called in the tests. */
const SHORT_NAMES: readonly [scope: string, name: string][] = [
  ['constant.other.measurand.ocpp', 'measurand'],
  ['support.constant.phase.ocpp', 'phase'],
  ['constant.numeric.connector.ocpp', 'connector'],
  ['constant.other.phase-rotation.ocpp', 'rotation'],
  ['support.constant.profile.ocpp', 'profile'],
  ['constant.other.list-item.ocpp', 'list-item'],
  ['constant.numeric.ocpp', 'number'],
  ['constant.language.boolean.ocpp', 'boolean'],
  ['punctuation.separator.list.ocpp', 'separator'],
];

/** The tokens of a line that have one of our scopes: `measurand:SoC separator:,`. */
function colours(grammar: IGrammar, line: string): string {
  return grammar
    .tokenizeLine(line, INITIAL)
    .tokens.flatMap(({ scopes, startIndex, endIndex }) => {
      const name = SHORT_NAMES.find(([scope]) => scopes.includes(scope))?.[1];
      return name === undefined ? [] : [`${name}:${line.slice(startIndex, endIndex)}`];
    })
    .join(' ');
}

function scopesOf(grammar: IGrammar, line: string, part: string): readonly string[] {
  const at = line.indexOf(part);
  const { tokens } = grammar.tokenizeLine(line, INITIAL);
  return tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex)?.scopes ?? [];
}
