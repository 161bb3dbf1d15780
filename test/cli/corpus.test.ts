/** Files from the field, where they are at hand: beside the project, not in it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckReport } from '../../server/src/cli/reporters/json.ts';
import { corpusFolder, hasCorpus } from '../corpus/corpus.ts';
import { run } from './support/run.ts';

const notOurs = join(corpusFolder, 'not-ours');

describe('files from the field', () => {
  // Says in its result which of the two it was, since this project is also tested without them.
  test(hasCorpus ? 'are checked without a crash' : 'are not at hand here', async () => {
    if (!hasCorpus) return;
    for (const format of ['text', 'json']) {
      const { code, signal, stdout, stderr } = await run(['check', '--format', format, corpusFolder]);
      expect({ signal, stderr }).toEqual({ signal: null, stderr: '' });
      expect(code).toBe(1);
      expect(stdout).not.toContain('undefined');
    }
  });

  test(existsSync(notOurs) ? 'of others are left alone' : 'of others are not at hand here', async () => {
    if (!existsSync(notOurs)) return;
    const { code, stdout } = await run(['check', '--format', 'json', notOurs]);
    const { files, summary } = JSON.parse(stdout) as CheckReport;

    expect(files).toEqual([]);
    expect(summary.files).toBeGreaterThan(30);
    expect(code).toBe(0);
  });

  test(hasCorpus ? 'are not changed by a preview' : 'are not there to be changed', async () => {
    if (!hasCorpus) return;
    const { code, stdout, stderr } = await run(['check', '--dry-run', corpusFolder]);

    expect(stderr).not.toMatch(/^error:/m);
    expect([0, 1]).toContain(code);
    expect(stdout).toMatch(/^--- /);
  });
});
