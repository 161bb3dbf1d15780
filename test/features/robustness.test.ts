import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis.ts';
import { planRecommended } from '../../server/src/features/apply-recommended.ts';
import { fixAllSafe, quickFixesAt } from '../../server/src/features/code-actions.ts';
import { completionsAt, resolveCompletion } from '../../server/src/features/completion.ts';
import { foldsOf } from '../../server/src/features/folding.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { stationSummary } from '../../server/src/features/station-summary.ts';
import { outline } from '../../server/src/features/symbols.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { checkPlace } from '../helpers/features.ts';
import { withDefaults } from '../helpers/problems.ts';

/** Texts with something of everything, to be cut and scrambled. */
const SAMPLES: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: 'a.json',
    text: `{
  // ocpp-config: current=AC
  "chargePointVendor": "V", "currentOutType": "AC",
  "configurationKey": [
    { "key": "MeterValuesSampledData", "readonly": false, "value": "energy.active.import.register, Voltage.L1,,Foo" },
    { "key": "WebsocketPingInterval", "readonly": false, "value": "0" },
    { "key": "AuthorizationKey", "value": "x" },
    { "key": "__proto__", "value": "constructor" }, { "key": "constructor", "value": null },
    { "key": "ConnectorPhaseRotation", "value": "1.RST,9.XYZ" },
    { "key": "HeartbeatInterval", "value": 300, "value": "\\ud800" },
    { "key": "HeartbeatInterval", "value": "-5" } ],
  "unknownKey": [ "ResetRetries", "" ] }`,
  },
  {
    path: 'b.json',
    text: `{ "Core": { "HeartbeatInterval": "300", "LocalPreAuthorize": "TRUE" }, "PnC": { "ISO15118PnCEnabled": true }, "Internal": { "ChargePointId": "c" } }`,
  },
  {
    path: 'c.ini',
    text: `# head\n[ChargePoint]\nConnectionTimeout=2000\n[Ocpp]\nHeartbeatInterval = 300\nMeterValuesSampledData=Voltage;SoC ; c\nMeterValueSampleInterval="60"\nnonsense\nAuthorizationKey=\n\n[Ocpp]\nLocalPreAuthorize=yes\n`,
  },
];

describe.each(SAMPLES)('$path', ({ path, text }) => {
  const options = withDefaults({ path });

  /** Asks for everything at an offset; the assertions are those that an editor relies on. */
  function askForAll(broken: string, offset: number): void {
    const analysis = analyze(broken, options);
    if (analysis === undefined) return;
    const hover = hoverAt(analysis, offset);
    if (hover !== undefined) expect(hover.range.start).toBeLessThanOrEqual(offset);
    for (const completion of completionsAt(analysis, offset)) {
      checkPlace(completion, broken, offset);
      applyEdits(broken, [...completion.additionalEdits, { range: completion.range, newText: '' }]);
    }
    for (const { subject } of completionsAt(analysis, offset).slice(0, 2))
      resolveCompletion(analysis, subject);
    const actions = [
      ...quickFixesAt(analysis, { start: offset, end: offset }, options),
      fixAllSafe(analysis, options),
    ];
    for (const action of actions) if (action !== undefined) applyEdits(broken, action.edits);
    applyEdits(broken, planRecommended(analysis, options)?.edits ?? []);
    outline(analysis);
    foldsOf(analysis);
    stationSummary(analysis, offset);
  }

  test('as it stands, at every offset', () => {
    for (let offset = 0; offset <= text.length; offset++) askForAll(text, offset);
  });

  test('cut off anywhere, at its end', () => {
    for (let end = 0; end <= text.length; end++) askForAll(text.slice(0, end), end);
  });

  test('with pieces taken out, doubled and put in', () => {
    const at = fc.nat({ max: text.length });
    const piece = fc.constantFrom(
      '',
      '"',
      ',',
      '{',
      '}',
      '[',
      ']',
      ':',
      '=',
      '\n',
      '\\',
      '<|>',
      '\ufeff',
      '\ud83d',
      '/*',
    );
    fc.assert(
      fc.property(at, at, piece, at, (from, to, put, offset) => {
        const broken = text.slice(0, from) + put + text.slice(to);
        askForAll(broken, Math.min(offset, broken.length));
      }),
      { numRuns: 300 },
    );
  });
});
