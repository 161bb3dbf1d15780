import { describe, expect, test } from 'vitest';
import { type CodeAction, fixAllSafe, quickFixesAt } from '../../server/src/features/code-actions.ts';
import { fixAll as fixAllText } from '../../server/src/fixes.ts';
import type { Problem } from '../../server/src/model/problem.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { INI, NOTATIONS, written } from '../helpers/features.ts';
import { atCursor, CURSOR } from '../helpers/marked-text.ts';
import { analysisOf, type CheckOptions, withDefaults } from '../helpers/problems.ts';

describe.each(NOTATIONS)('in $name', ({ name, options }) => {
  const actionsIn = (pairs: Readonly<Record<string, string>>) => actionsAt(written(name, pairs), options);

  test('a fix for the problem at the cursor, the first one preferred', () => {
    const pairs = { WebSocketPingInterval: `1${CURSOR}0`, LocalPreAuthorize: 'true', ResetRetries: '3' };
    const { text, actions } = actionsIn(pairs);
    const [first, ...others] = actions;
    expect(first).toMatchObject({
      title: 'Set WebSocketPingInterval to 60 s',
      kind: 'quick-fix',
      preferred: true,
    });
    expect(others.filter(({ preferred }) => preferred)).toEqual([]);
    expect(apply(text, first)).toBe(written(name, { ...pairs, WebSocketPingInterval: '60' }));
  });

  test('nothing where nothing is wrong', () => {
    const pairs = { WebSocketPingInterval: '10', LocalPreAuthorize: `tr${CURSOR}ue`, ResetRetries: '3' };
    expect(actionsIn(pairs).actions).toEqual([]);
  });

  test('all of a kind in the file, and everything that is safe', () => {
    const { text, actions } = actionsIn({
      LocalPreAuthorize: `TR${CURSOR}UE`,
      LocalAuthorizeOffline: 'True',
      ResetRetries: '3',
      WebSocketPingInterval: '10',
    });
    expect(actions.map(({ title }) => title)).toEqual([
      'Write true',
      'Fix all 2 problems of this kind in this file (value-type)',
      'Fix all 3 safe problems in this file',
    ]);
    expect(apply(text, actions[1])).toBe(
      written(name, {
        LocalPreAuthorize: 'true',
        LocalAuthorizeOffline: 'true',
        ResetRetries: '3',
        WebSocketPingInterval: '10',
      }),
    );
    expect(apply(text, actions[2])).toContain('60');
  });

  test('fixes of fixes: the whole file at once', () => {
    const text = written(name, {
      MeterValueSampledData: 'energy.active.import.register, Current.Import',
      heartbeatInterval: '900',
      LocalPreAuthorize: 'TRUE',
      ResetRetries: '3',
    });
    const fixed = apply(text, fixAll(text, options));
    expect(fixed).toContain('MeterValuesSampledData');
    expect(fixed).toContain('Energy.Active.Import.Register,Current.Import,');
    expect(fixAll(fixed, options)).toBeUndefined();
  });

  test('fixes of one value wait for each other: all of them in one go', () => {
    const text = written(name, {
      MeterValuesSampledData: `Energy.Active.Import.Register, ${CURSOR}Voltage`,
      WebSocketPingInterval: '10',
      LocalPreAuthorize: 'TRUE',
      LocalAuthorizeOffline: 'True',
    });
    const { text: before, actions } = actionsAt(text, options);
    const action = actions.find(({ title }) => /^Fix all \d+ safe problems/.test(title));
    const fixed = apply(before, action);
    expect(fixAll(fixed, options)).toBeUndefined();
    expect(fixed).toBe(apply(before, fixAll(before, options)));
    const applied = fixAllText(before, withDefaults(options))?.applied;
    expect(action?.title).toBe(`Fix all ${applied} safe problems in this file`);
  });

  test('fixes of one kind on one value: all of them in one go', () => {
    const { text, actions } = actionsIn({
      MeterValuesSampledData: `energy.active.import.register,${CURSOR}voltage,soc`,
      StopTxnSampledData: 'voltage,current.import',
      LocalPreAuthorize: 'true',
    });
    const kinds = actions.filter(({ title }) => title.includes('of this kind'));
    expect(kinds).not.toEqual([]);
    for (const action of kinds) {
      const [, rule] = /\((.*)\)$/.exec(action.title) ?? [];
      const isLeft = ({ rule: id, fixes }: Problem) => id === rule && fixes.some(({ safe }) => safe);
      expect(analysisOf(apply(text, action), options).problems.filter(isLeft)).toEqual([]);
    }
  });

  test('edits are small: lines without a problem are not touched', () => {
    const pairs = {
      HeartbeatInterval: '600',
      ResetRetries: '3',
      LocalPreAuthorize: 'TRUE',
      NumberOfConnectors: '2',
    };
    const text = written(name, pairs);
    const edits = fixAll(text, options)?.edits ?? [];
    expect(edits).not.toEqual([]);
    for (const { range } of edits) {
      expect(text.slice(range.start, range.end)).not.toMatch(/ResetRetries|NumberOfConnectors/);
    }
  });
});

test('nothing to fix, nothing offered', () => {
  expect(
    fixAll('[Ocpp]\nResetRetries=3\nLocalPreAuthorize=true\nLocalAuthorizeOffline=true\n', INI),
  ).toBeUndefined();
});

test('line ends and a byte order mark stay', () => {
  const text = '\ufeff[Ocpp]\r\nResetRetries=3\r\nLocalPreAuthorize=TRUE\r\nLocalAuthorizeOffline=true\r\n';
  expect(apply(text, fixAll(text, INI))).toBe(text.replace('TRUE', 'true'));
});

function actionsAt(
  marked: string,
  options: CheckOptions,
): { readonly text: string; readonly actions: readonly CodeAction[] } {
  const { text, offset } = atCursor(marked);
  const actions = quickFixesAt(
    analysisOf(text, options),
    { start: offset, end: offset },
    withDefaults(options),
  );
  return { text, actions };
}

function fixAll(text: string, options: CheckOptions): CodeAction | undefined {
  return fixAllSafe(analysisOf(text, options), withDefaults(options));
}

function apply(text: string, action: CodeAction | undefined): string {
  if (action === undefined) throw new Error('there is no such action');
  return applyEdits(text, action.edits);
}
