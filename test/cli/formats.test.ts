/** The output formats for other programs: exactly what is written, and that those programs can read it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis.ts';
import { NO_COUNTS } from '../../server/src/cli/counts.ts';
import { digest } from '../../server/src/cli/node/digest.ts';
import type { FileReport } from '../../server/src/cli/report.ts';
import { REPORTERS } from '../../server/src/cli/reporters/index.ts';
import { REPORTER_NAMES, type ReporterName } from '../../server/src/cli/reporters/names.ts';
import { xmlText } from '../../server/src/cli/reporters/xml.ts';
import { PLAIN } from '../../server/src/cli/terminal/style.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { checkExpectedFile } from '../helpers/expected-file.ts';
import { knowledge } from '../helpers/knowledge.ts';
import { Folder } from './support/folder.ts';
import { run } from './support/run.ts';
import { CLEAN, WITH_ERROR, WITH_WARNING } from './support/samples.ts';

const RULES = [
  { id: 'value-type', title: 'Value of the wrong type', page: '# value-type\n\nA page.\n' },
  { id: 'duplicate-key', title: 'Key that occurs twice', page: undefined },
];

/** A name with everything that means something somewhere. */
const HOSTILE = `a,b:c%0A"x' <&>\n::error::\u0001\ud800]]>.json`;

const TWICE = '[Ocpp]\nHeartbeatInterval=900\nLocalPreAuthorize=true\nHeartbeatInterval=600\n';

function report(path: string, text: string): FileReport {
  return {
    path,
    analysis: analyze(text, { path: path.replace(/.*\./, 'x.'), knowledge }),
    fixed: 0,
    notes: [],
  };
}

function written(format: ReporterName, files: readonly FileReport[]): string {
  const reporter = REPORTERS[format]({
    style: PLAIN,
    width: 100,
    least: 'hint',
    threshold: 'error',
    verbosity: 'usual',
    rulePage: (rule) => `https://example.org/${rule}.md`,
    version: '1.2.3',
    rules: () => RULES,
    digest,
  });
  const trouble = reporter.trouble?.({ path: 'gone "x".json', message: 'no such file or folder' });
  const parts = [...files.map((file) => reporter.file(file)), trouble ?? ''].filter((part) => part !== '');
  const summary = {
    counts: {
      ...NO_COUNTS,
      files: 4,
      recognised: 3,
      troubles: 1,
      problems: { error: 1, warning: 2, information: 0, hint: 0 },
    },
    interrupted: false,
  };
  const between = reporter.parts === 'sorted-after-summary' ? '\n' : '';
  return `${reporter.start(summary)}${between}${parts.join(reporter.separator)}${reporter.end(summary, 'some')}`;
}

const FILES = [
  report('fleet/clean.json', CLEAN),
  report('fleet/error.json', WITH_ERROR),
  report('fleet/twice.ini', TWICE),
  report(HOSTILE, WITH_WARNING),
];

test.each(REPORTER_NAMES)('%s is written letter for letter', (format) => {
  checkExpectedFile(
    join(import.meta.dirname, 'expected', 'formats', `${format}.txt`),
    written(format, FILES),
  );
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, 'schemas', 'sarif-2.1.0.schema.json'), 'utf8'),
  ) as { $schema?: string; id?: string };
  // What it uses of draft 4 means the same in draft 7, but for the names of these two.
  const { $schema: _, id: _id, ...rest } = schema;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile<Log>(
    rest,
  );

  function parsed(text: string): Log {
    const log: unknown = JSON.parse(text);
    if (!validate(log)) expect(validate.errors).toEqual([]);
    return log as Log;
  }

  test('is as its schema says, also of the built program over the examples', async () => {
    parsed(written('sarif', FILES));
    const { stdout } = await run(['check', '--format', 'sarif', 'examples', 'gone.json'], {
      cwd: join(import.meta.dirname, '..', '..'),
    });
    const [run1] = parsed(stdout).runs;

    expect(run1?.results?.length).toBeGreaterThan(10);
    expect(run1?.invocations?.[0]?.executionSuccessful).toBe(false);
    const rules = run1?.tool.driver.rules ?? [];
    for (const { ruleId, ruleIndex } of run1?.results ?? []) {
      if (ruleId === 'unreadable') continue;
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(rules[ruleIndex ?? -1]?.help?.markdown).toContain('## Why');
    }
  });

  test('is as its schema says without any file', async () => {
    const { stdout } = await run(['check', '--format', 'sarif'], { cwd: new Folder().path });

    expect(parsed(stdout).runs[0]?.results).toEqual([]);
  });

  test('a fix in it makes of the file what --fix does', async () => {
    const folder = new Folder().with({ 'a.json': WITH_WARNING });
    const { stdout } = await run(['check', '--format', 'sarif', 'a.json'], { cwd: folder.path });
    const [change] = parsed(stdout).runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges ?? [];
    const lines = new LineIndex(WITH_WARNING);
    const at = (line = 0, column = 0) => lines.offsetAt({ line: line - 1, character: column - 1 });
    const edits = (change?.replacements ?? []).map(({ deletedRegion: region, insertedContent }) => ({
      range: { start: at(region.startLine, region.startColumn), end: at(region.endLine, region.endColumn) },
      newText: insertedContent?.text ?? '',
    }));
    await run(['check', '--fix', 'a.json'], { cwd: folder.path });

    expect(edits).toHaveLength(1);
    expect(applyEdits(WITH_WARNING, edits)).toBe(folder.read('a.json'));
  });

  test('the fingerprint of a problem stays when lines move and values change', () => {
    const fingerprints = (text: string) =>
      parsed(written('sarif', [report('a.json', text)])).runs[0]?.results?.map(
        ({ partialFingerprints }) => partialFingerprints?.['ocppConfig/v1'],
      );

    expect(fingerprints(`\n\n${WITH_WARNING.replace('"10"', '"11"')}`)).toEqual(fingerprints(WITH_WARNING));
    expect(new Set(fingerprints(TWICE)).size).toBe(fingerprints(TWICE)?.length);
  });
});

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test('is XML that a strict parser takes, with names as they are', () => {
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ attributes }) => names.push(String(attributes.name)));
    parser.write(written(format, FILES)).close();

    expect(names).toContain('fleet/error.json');
    // What XML cannot hold is replaced; everything else comes back as it was.
    expect(names).toContain(HOSTILE.replace('\u0001', '\ufffd').replace('\ud800', '\ufffd'));
  });
});

test('every character of a text comes back from XML, or a replacement for it', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join(' ');
  let text = '';
  let attribute = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', ({ attributes }) => {
    attribute = String(attributes.a);
  });
  parser.write(`<x a="${xmlText(characters)}">${xmlText(characters)}</x>`).close();
  const expected = characters.replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g,
    '\ufffd',
  );

  expect(text).toBe(expected);
  expect(attribute).toBe(expected);
});

test('github: a name cannot end its command and begin another one', () => {
  const lines = written('github', FILES).trimEnd().split('\n');

  const problems = written('ndjson', FILES).match(/"rule":/g) ?? [];
  expect(lines.length).toBe(problems.length + 1);
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) [^:]+::\S/);
});

test('gitlab: no two issues have the same fingerprint', () => {
  const issues = JSON.parse(written('gitlab', FILES)) as { fingerprint: string; severity: string }[];

  expect(issues.length).toBeGreaterThan(3);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  for (const { severity } of issues)
    expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
});

test.each(REPORTER_NAMES.filter((name) => !['text', 'github', 'ndjson'].includes(name)))(
  '%s is a whole document when nothing was found',
  async (format) => {
    const { stdout, code } = await run(['check', '--format', format], { cwd: new Folder().path });

    expect(code).toBe(0);
    if (stdout.startsWith('<')) new SaxesParser().write(stdout).close();
    else JSON.parse(stdout);
  },
);

test('ndjson: a line for each file, in their order', async () => {
  const folder = new Folder().with({ 'b.json': CLEAN, 'a.json': WITH_ERROR });
  const { stdout } = await run(['check', '--format', 'ndjson', '.', 'gone.json'], { cwd: folder.path });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', '..', 'schemas', 'check-line.schema.json'), 'utf8'),
  ) as object;
  const isLine = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  const others = written('ndjson', FILES)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  for (const line of [...lines, ...others]) expect(isLine(line), JSON.stringify(isLine.errors)).toBe(true);
  expect(lines).toMatchObject([
    { version: 1, path: 'a.json', problems: [{ rule: 'value-type' }] },
    { version: 1, path: 'b.json', problems: [] },
    { version: 1, path: 'gone.json', error: 'no such file or folder' },
  ]);
});
