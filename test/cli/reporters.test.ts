/** What reporters write, letter for letter. */

import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis.ts';
import { type FileCounts, NO_COUNTS } from '../../server/src/cli/counts.ts';
import { diffForTerminal, diffText } from '../../server/src/cli/diff-text.ts';
import type { FileReport } from '../../server/src/cli/report.ts';
import { jsonReporter } from '../../server/src/cli/reporters/json.ts';
import type { ReporterContext } from '../../server/src/cli/reporters/reporter.ts';
import { textReporter } from '../../server/src/cli/reporters/text.ts';
import { summaryLine } from '../../server/src/cli/summary-line.ts';
import { COLOURED, PLAIN } from '../../server/src/cli/terminal/style.ts';
import type { StationOverride } from '../../server/src/model/station.ts';
import { knowledge } from '../helpers/knowledge.ts';

function report(path: string, text: string, station?: StationOverride): FileReport {
  return { path, analysis: analyze(text, { path, knowledge, station }), fixed: 0, notes: [] };
}

/** What the text reporter writes for one file, without the summary. */
function written(file: FileReport, context: Partial<ReporterContext> = {}): string {
  return textReporter(contextOf(context)).file(file);
}

function contextOf(context: Partial<ReporterContext>): ReporterContext {
  return {
    style: PLAIN,
    width: 100,
    least: 'hint',
    threshold: 'error',
    verbosity: 'usual',
    rulePage: (rule) => `https://example.org/${rule}.md`,
    version: '1.2.3',
    rules: () => [],
    digest: (text) => `fingerprint of ${text}`,
    ...context,
  };
}

describe('text', () => {
  test('a problem that names another place shows that too', () => {
    const text = '[Ocpp]\nHeartbeatInterval=900\nLocalPreAuthorize=true\nHeartbeatInterval=600\n';

    expect(written(report('a.ini', text), { least: 'warning' })).toBe(`\
a.ini  ini-sections, GreenFlux

a.ini:4:1  warning  duplicate-key
  HeartbeatInterval is set a second time, to another value. Which of the two counts depends on the
  program that reads the file. Keep the one you mean.

    4 | HeartbeatInterval=600
      | ^^^^^^^^^^^^^^^^^
      = note: HeartbeatInterval is set here first (a.ini:2:1)
    2 | HeartbeatInterval=900
      | -----------------
      = fix: Keep the first value, remove this HeartbeatInterval (needs a look)

`);
  });

  test('the heading says what is known of the station', () => {
    const text = '[{"key":"HeartbeatInterval","value":"10"},{"key":"LocalPreAuthorize","value":"true"}]';
    const station = {
      current: 'DC',
      smartCharging: true,
      protocol: '1.6',
      vendor: 'ABB',
      model: 'Terra',
    } as const;

    expect(written(report('a.json', text, station)).split('\n')[0]).toBe(
      'a.json  change-configuration, OCPP 1.6, ABB Terra, DC, smart charging on, GreenFlux',
    );
  });

  test('line numbers of a long file stand below each other', () => {
    const filler = Array.from({ length: 12_345 }, (_, index) => `Vendor.Key${index}=1`).join('\n');
    const text = `[Ocpp]\nHeartbeatInterval=x\n${filler}\nLocalPreAuthorize=x\n`;
    const bars = written(report('a.ini', text)).match(/^ *\d+ \|/gm);

    expect(bars).toEqual(['      2 |', '  12348 |']);
  });

  test('what was concluded stands below the heading with its reason, what somebody said does not', () => {
    const keys = {
      MaxAvailableCurrent: '32000',
      PVEnable: 'true',
      HeartbeatInterval: '10',
      BlinkRepeat: '1',
    };
    const rows = Object.entries(keys).map(([key, value]) => JSON.stringify({ key, value }));
    const lines = written(report('a.json', `[${rows.join(',')}]`)).split('\n');
    expect(lines.slice(0, 3).join('\n')).toContain('a.json  change-configuration, KEBA, AC, GreenFlux\n');
    expect(lines.slice(1, 3).join(' ').replaceAll(/\s+/g, ' ')).toBe(
      ' (KEBA: only its stations have keys such as MaxAvailableCurrent, PVEnable; AC: all KEBA stations that are known are AC)',
    );
    expect(written(report('a.json', `[${rows.join(',')}]`, { vendor: 'keba' }))).not.toContain('(KEBA');
  });

  test('notes stand below the heading, or beside the name where there is nothing else', () => {
    const text = '[Ocpp]\nHeartbeatInterval=x\nLocalPreAuthorize=true\n';
    const withProblem = { ...report('a.ini', text), notes: ['Not fixed.'] };
    const without = { ...report('b.ini', text.replace('x', '900')), notes: ['Not fixed.'] };

    expect(written(withProblem)).toMatch(
      /^a\.ini {2}ini-sections, GreenFlux\n {2}Not fixed\.\n\na\.ini:2:19 /,
    );
    expect(written(without)).toBe('b.ini  Not fixed.\n\n');
    expect(written(withProblem, { verbosity: 'quiet', least: 'error' })).not.toContain('Not fixed');
  });

  test('colours change nothing but the colour', () => {
    const file = report(
      'a.ini',
      '[Ocpp]\nHeartbeatInterval=x\nWebSocketPingInterval=1\nLocalPreAuthorize=TRUE\n',
    );
    const coloured = written(file, { style: COLOURED });

    // biome-ignore lint/suspicious/noControlCharactersInRegex: these begin each colour.
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(written(file));
    expect(coloured).toContain('\u001b[1m\u001b[31merror\u001b[39m\u001b[22m');
    expect(coloured).toContain('(\u001b[32msafe\u001b[39m)');
  });
});

describe('json', () => {
  test('is one document, and complete without any file', () => {
    const reporter = jsonReporter(contextOf({}));
    const summary = { counts: NO_COUNTS, interrupted: false };

    expect(`${reporter.start(summary)}${reporter.end(summary, 'none')}`).toBe(`{
  "version": 1,
  "summary": {
    "files": 0,
    "recognised": 0,
    "error": 0,
    "warning": 0,
    "information": 0,
    "hint": 0,
    "fixable": 0
  },
  "files": []
}
`);
  });
});

describe('the summary', () => {
  const nothing: FileCounts = { ...NO_COUNTS, files: 12, recognised: 5 };
  const found: FileCounts = {
    ...nothing,
    problems: { error: 3, warning: 4, information: 1, hint: 2 },
    fixable: 6,
  };

  test.each<[says: string, counts: FileCounts]>([
    ['12 files, 5 charger configurations: no problems', nothing],
    ['12 files, no charger configuration', { ...nothing, recognised: 0 }],
    [
      '12 files, 5 charger configurations: 3 errors, 4 warnings, 1 information, 2 hints; 6 can be fixed with --fix',
      found,
    ],
    [
      '1 file, 1 charger configuration: 1 error; 1 can be fixed with --fix',
      { ...nothing, files: 1, recognised: 1, problems: { ...nothing.problems, error: 1 }, fixable: 1 },
    ],
    ['12 files, 5 charger configurations: no problems; 2 ignored', { ...nothing, ignored: 2 }],
    [
      '12 files, 5 charger configurations: 7 problems fixed in 2 files, none left',
      { ...nothing, fixed: 7, fixedFiles: 2 },
    ],
    [
      '12 files, 5 charger configurations: 7 problems fixed in 2 files, 1 error left',
      { ...nothing, problems: { ...nothing.problems, error: 1 }, fixed: 7, fixedFiles: 2 },
    ],
    [
      '12 files, 5 charger configurations: no problems; 2 files skipped, not UTF-8 text or too large; 1 failure, see above',
      { ...nothing, skipped: 2, troubles: 1 },
    ],
    [
      '12 files, 5 charger configurations: no problems; 3 accepted by the baseline',
      { ...nothing, accepted: 3 },
    ],
  ])('%s', (says, counts) => {
    expect(summaryLine({ counts, interrupted: false }, PLAIN)).toBe(says);
  });

  test('of a preview speaks of what would be', () => {
    const planned = { ...nothing, fixed: 1, fixedFiles: 1 };

    expect(summaryLine({ counts: planned, interrupted: false }, PLAIN, 'planned')).toBe(
      '12 files, 5 charger configurations: 1 problem would be fixed in 1 file, none left',
    );
  });
});

describe('a diff', () => {
  const before = '[Ocpp]\nAuthorizationKey=verysecretverysecret\nHeartbeatInterval=9\u001b0\n';
  const after = before.replace('9\u001b0', '900');

  test("has git's names and no secrets", () => {
    expect(diffBetween('in/a.ini')).toBe(`\
--- a/in/a.ini
+++ b/in/a.ini
@@ -1,3 +1,3 @@
 [Ocpp]
 AuthorizationKey=********
-HeartbeatInterval=9\u001b0
+HeartbeatInterval=900
`);
    expect(diffBetween('/etc/a.ini')).toMatch(/^--- \/etc\/a\.ini\n\+\+\+ \/etc\/a\.ini\n/);
    expect(diffBetween('../a.ini')).toMatch(/^--- \.\.\/a\.ini\n/);
  });

  test('is harmless and coloured on a terminal', () => {
    const shown = diffForTerminal(diffBetween('a.ini'), COLOURED);

    expect(shown).toContain('\u001b[31m-HeartbeatInterval=9\u241b0\u001b[39m');
    expect(shown).toContain('\u001b[32m+HeartbeatInterval=900\u001b[39m');
  });

  function diffBetween(path: string): string {
    const [old, fixed] = [before, after].map((text) => report(path, text).analysis);
    if (old === undefined || fixed === undefined) throw new Error('the texts must be recognised');
    return diffText(path, old, fixed) ?? '';
  }
});
