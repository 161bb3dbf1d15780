import { describe, expect, test } from 'vitest';
import { analysisSteps, analyze, understand } from '../../server/src/analysis.ts';
import { fixAll } from '../../server/src/fixes.ts';
import type { Steps } from '../../server/src/model/steps.ts';
import { duplicateKey } from '../../server/src/rules/duplicate-key.ts';
import { runRules } from '../../server/src/rules/run.ts';
import { knowledge, knowledgeWithoutOperator } from '../helpers/knowledge.ts';
import { manyEntries } from '../helpers/many-entries.ts';
import { problemsOf, withDefaults } from '../helpers/problems.ts';

const TEMPLATE = `[
  { "key": "WebSocketPingInterval", "value": "0" },
  { "key": "HeartbeatInterval", "value": "60" }
]`;

describe('severities', () => {
  test('one rule, a group of rules, and off', () => {
    const severityOf = (severities: Record<string, 'error' | 'hint' | 'off'>) =>
      problemsOf(TEMPLATE, { severities }).map((problem) => `${problem.rule} ${problem.severity}`);
    expect(severityOf({})).toEqual([
      'greenflux/websocket-ping-interval error',
      'greenflux/heartbeat-interval information',
    ]);
    expect(severityOf({ 'greenflux/heartbeat-interval': 'error' })).toContain(
      'greenflux/heartbeat-interval error',
    );
    expect(severityOf({ 'greenflux/*': 'hint' })).toEqual([
      'greenflux/websocket-ping-interval hint',
      'greenflux/heartbeat-interval hint',
    ]);
    expect(severityOf({ 'greenflux/*': 'off', 'greenflux/heartbeat-interval': 'hint' })).toEqual([
      'greenflux/heartbeat-interval hint',
    ]);
  });

  test('without an operator nothing is recommended', () => {
    expect(problemsOf(TEMPLATE, { knowledge: knowledgeWithoutOperator })).toEqual([]);
  });
});

function takeAll<Result>(steps: Steps<Result>): { readonly pauses: number; readonly result: Result } {
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { pauses, result: step.value };
  }
}

describe('steps', () => {
  test('a large text is analysed in many, with the same result', () => {
    const text = manyEntries(10_000);
    const options = withDefaults({ knowledge });
    const { pauses, result } = takeAll(analysisSteps(text, options));
    expect(pauses).toBeGreaterThan(10);
    expect(result?.problems).toEqual(analyze(text, options)?.problems);
  });

  test('many repeated keys are searched for, and put into words, in many', () => {
    const text = JSON.stringify(
      Array.from({ length: 20_000 }, () => ({ key: 'HeartbeatInterval', value: '900' })),
    );
    const understood = understand(text, withDefaults({ knowledge }));
    if (understood === undefined) throw new Error('not recognised');

    const { pauses, result } = takeAll(runRules(understood.resolved, [duplicateKey]));

    // No more than 2,000 entries or words in one.
    expect(pauses).toBeGreaterThan((2 * 20_000) / 2_000);
    expect(result).toHaveLength(19_999);
  });
});

describe('fix all', () => {
  test('applies safe fixes only, until none is left, and leaves other text alone', () => {
    const fixed = fixAll(TEMPLATE, withDefaults({}));
    expect(fixed?.text).toBe(TEMPLATE.replace('"0"', '"180"').replace('"60"', '"900"'));
    expect(fixed?.applied).toBe(2);
    expect(fixed?.analysis.problems).toEqual([]);
  });

  test('only what is wanted', () => {
    const fixed = fixAll(
      TEMPLATE,
      withDefaults({}),
      (problem) => problem.rule === 'greenflux/heartbeat-interval',
    );
    expect(fixed?.text).toBe(TEMPLATE.replace('"60"', '"900"'));
  });

  test('several problems of one value are put right one after the other', () => {
    const text =
      '[{ "key": "MeterValuesSampledData", "value": "Voltage;;soc" }, { "key": "ResetRetries", "value": "3" }]';
    const fixed = fixAll(text, withDefaults({}));
    expect(fixed?.text).toContain(
      '"Voltage,SoC,Energy.Active.Import.Register,Current.Import,Current.Offered,Power.Active.Import,Power.Offered"',
    );
    expect(fixed?.analysis.problems).toEqual([]);
  });

  test('a long run of repeated entries shrinks to one', () => {
    const rows = Array.from({ length: 3_000 }, () => '{ "key": "ResetRetries", "value": "3" }');
    const fixed = fixAll(`[${rows.join(',')}]`, withDefaults({}));
    expect(fixed?.text).toBe('[{ "key": "ResetRetries", "value": "3" }]');
  });

  test('a text that is not ours is not touched', () => {
    expect(fixAll('{ "name": "something else" }', withDefaults({}))).toBeUndefined();
  });
});
