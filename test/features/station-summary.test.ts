import { expect, test } from 'vitest';
import { shapeWords } from '../../server/src/features/shape-words.ts';
import { nameOfStation, stationSummary } from '../../server/src/features/station-summary.ts';
import { SHAPE_IDS } from '../../server/src/formats/index.ts';
import { INI, written } from '../helpers/features.ts';
import { knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { analysisOf } from '../helpers/problems.ts';

const PAIRS = { WebSocketPingInterval: '0', LocalPreAuthorize: 'true', ResetRetries: '3' };

test('what is not known is said to be unknown', () => {
  const summary = stationSummary(analysisOf(written('JSON', PAIRS)));
  expect(summary.text).toBe('AC or DC unknown · smart charging unknown · GreenFlux');
  expect(summary.problems).toEqual({ error: 1, warning: 0, information: 0, hint: 0 });
  expect(summary.shape).toBe('GetConfiguration answer');
});

test('what is known comes with its reason', () => {
  const text = `{ "chargePointVendor": "KEBA", "currentOutType": "AC", ${written('JSON', {
    ...PAIRS,
    SupportedFeatureProfiles: 'Core,SmartCharging',
  }).slice(1)}`;
  const { text: line, facts, reasons } = stationSummary(analysisOf(text));
  expect(line).toBe('KEBA · AC · smart charging on · GreenFlux');
  expect(reasons).toBe('smart charging on: SupportedFeatureProfiles lists SmartCharging');
  expect(facts.map(({ label, value, because }) => `${label}: ${value} (${because})`)).toEqual([
    'AC or DC: AC (currentOutType is AC)',
    'Smart charging: on (SupportedFeatureProfiles lists SmartCharging)',
    'Operator: GreenFlux (recommendations are those of GreenFlux)',
    'Vendor: KEBA (chargePointVendor is KEBA)',
    'Model: unknown ()',
    'Protocol: unknown ()',
  ]);
});

test('a comment and a setting', () => {
  const text = `# ocpp-config: current=DC\n${written('INI', PAIRS)}`;
  const summary = stationSummary(analysisOf(text, { ...INI, station: { smartCharging: false } }));
  expect(summary.text).toBe('DC · smart charging off · GreenFlux');
  expect(summary.facts[0]?.because).toBe('a comment in the file says so');
});

test('every shape has a name, also one that nobody has put in words', () => {
  for (const shape of SHAPE_IDS) expect(shapeWords(shape)).toMatch(/^[A-Z][A-Za-z0-9 ,.-]+$/);
  expect(shapeWords('brand-new')).toBe('Brand new');
});

test('without an operator', () => {
  const analysis = analysisOf(written('INI', PAIRS), { ...INI, knowledge: knowledgeWithoutOperator });
  expect(stationSummary(analysis).text).toBe('AC or DC unknown · smart charging unknown · no operator');
});

test('vendor and model come first, and what was concluded comes with its reason', () => {
  const text = `{ "chargePointVendor": "KEBA AG", "chargePointModel": "KC-P30-EC2404U2", ${written('JSON', PAIRS).slice(1)}`;
  const summary = stationSummary(analysisOf(text));
  expect(summary.text).toBe('KEBA KC-P30-EC2404U2 · AC · smart charging unknown · GreenFlux');
  expect(summary.reasons).toBe('AC: KEBA KC-P30-EC2404U2 is an AC station');
});

test('a vendor that its keys give away', () => {
  const summary = stationSummary(
    analysisOf(written('JSON', { ...PAIRS, MaxAvailableCurrent: '32000', PVEnable: 'true' })),
  );
  expect(summary.text).toBe('KEBA · AC · smart charging unknown · GreenFlux');
  expect(summary.reasons).toContain(
    'KEBA: only its stations have keys such as MaxAvailableCurrent, PVEnable',
  );
  expect(summary.reasons).toContain('AC: all KEBA stations that are known are AC');
});

test.each([
  ['KEBA', 'KC-P30', 'KEBA KC-P30'],
  ['ABB', 'ABB Terra AC', 'ABB Terra AC'],
  ['KEBA', undefined, 'KEBA'],
  [undefined, 'Terra', 'Terra'],
  [undefined, undefined, ''],
])('%s and %s are called %s', (vendor, model, name) => {
  expect(nameOfStation(vendor, model)).toBe(name);
});

test("among a program's own settings the file's configuration counts", () => {
  const text = `# ocpp-config: current=AC\n[ChargePoint]\nConnectionTimeout=2000\nDatabase=db\n${written('INI', PAIRS)}`;
  const summary = stationSummary(analysisOf(text, INI), text.indexOf('Database'));
  expect(summary.text).toBe('AC · smart charging unknown · GreenFlux');
});

test('the section at an offset counts', () => {
  const text = `[ChargePoint]\nConnectionTimeout=2000\nDatabase=db\n${written('INI', PAIRS)}`;
  const analysis = analysisOf(text, INI);
  expect(stationSummary(analysis, text.length - 2).purpose).not.toBe('');
  expect(stationSummary(analysis).text).toContain('GreenFlux');
});
