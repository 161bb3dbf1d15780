/** Checks over many files: the same output for any number of threads, memory that does not grow, a clean end. */

import { describe, expect, test } from 'vitest';
import { NO_COUNTS } from '../../server/src/cli/counts.ts';
import { type Batch, type Engine, inOrder } from '../../server/src/cli/engine.ts';
import { DiskSpool } from '../../server/src/cli/node/disk-spool.ts';
import { Progress } from '../../server/src/cli/progress.ts';
import { stationFiles, stationLines } from './support/fleet.ts';
import { Folder } from './support/folder.ts';
import { finished, run, start } from './support/run.ts';
import { CLEAN, NOT_OURS, WARNING_FIXED, WITH_WARNING } from './support/samples.ts';

/** Enough for several batches, with files of all kinds. */
function mixed(): Folder {
  return new Folder().with({
    ...stationFiles(150),
    'fleet/other.json': NOT_OURS,
    'fleet/binary.json': new Uint8Array([0, 1, 2]),
    'fleet/.ocpp-config.json':
      '{ "ignores": [{ "path": "0/*", "rule": "value-type" }, { "path": "*", "rule": "nothing" }] }',
  });
}

describe.each([
  ['text'],
  ['json'],
  ['ndjson'],
  ['sarif'],
  ['github'],
  ['gitlab'],
  ['junit'],
  ['checkstyle'],
  ['text', '--summary'],
  ['json', '--summary'],
  ['html', '--summary'],
])('--format %s %s', (format, ...options) => {
  test('is the same byte by byte for 1, 2 and 5 threads', async () => {
    const folder = mixed();
    const words = ['check', '--format', format, ...options, 'gone.json', 'fleet'];
    const [one, two, five] = await Promise.all(
      ['1', '2', '5'].map((jobs) => run([...words, '--jobs', jobs], { cwd: folder.path })),
    );

    expect(one?.stdout.length).toBeGreaterThan(1_000);
    expect(one?.stderr).toBe('error: gone.json: no such file or folder\n');
    expect(two).toEqual(one);
    expect(five).toEqual(one);
  });
});

test('fixes and diffs are the same for any number of threads', async () => {
  const names = Array.from({ length: 100 }, (_, index) => `${index}.json`);
  const files = Object.fromEntries(names.map((name) => [name, WITH_WARNING]));
  const [one, three] = [new Folder().with(files), new Folder().with(files)];
  const preview = (folder: Folder, jobs: string) =>
    run(['check', '--dry-run', '--jobs', jobs], { cwd: folder.path });
  const fix = (folder: Folder, jobs: string) => run(['check', '--fix', '--jobs', jobs], { cwd: folder.path });

  expect(await preview(three, '3')).toEqual(await preview(one, '1'));
  expect(await fix(three, '3')).toEqual(await fix(one, '1'));
  for (const name of names) expect(three.read(name)).toBe(WARNING_FIXED);
});

test('stations are the same for any number of threads', async () => {
  const input = `${stationLines(2_000)}not JSON\n${stationLines(50)}`;
  const results = await Promise.all(
    ['1', '2', '5'].map((jobs) => run(['check', '--ndjson', '--jobs', jobs], { input })),
  );

  expect(results[0]?.stdout.split('\n')).toHaveLength(2_052);
  expect(results[1]).toEqual(results[0]);
  expect(results[2]).toEqual(results[0]);
});

test('threads speak the language that is asked for', async () => {
  const folder = new Folder().with(stationFiles(40));
  const german = (jobs: string) =>
    run(['check', '--lang', 'de', '--format', 'json', '--jobs', jobs], { cwd: folder.path });

  expect(await german('2')).toEqual(await german('1'));
});

test('a thread that dies takes only what it was at with it', async () => {
  const folder = new Folder().with({
    ...stationFiles(200),
    'before.cjs': `const { isMainThread } = require('node:worker_threads');
      const fs = require('node:fs');
      const { openSync } = fs;
      if (!isMainThread) fs.openSync = (path, ...rest) => {
        if (String(path).endsWith('0003.json')) process.exit(7);
        return openSync(path, ...rest);
      };`,
  });
  const { code, stdout, stderr } = await run(['check', '--format', 'json', '--jobs', '2', 'fleet'], {
    cwd: folder.path,
    before: folder.at('before.cjs'),
  });
  const report = JSON.parse(stdout) as { files: object[]; summary: { files: number } };

  expect(code).toBe(2);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(32);
  expect(stderr).toContain('error: fleet/3/0003.json: not checked');
  expect(report.summary.files).toBe(200);
  expect(report.files.length).toBe(200 - stderr.trim().split('\n').length);
});

describe('an interruption', () => {
  const many = stationFiles(1_500);

  test.each([
    ['1', 'SIGINT'],
    ['2', 'SIGINT'],
    ['2', 'SIGTERM'],
  ] as const)('with %s threads by %s ends with what is done so far', async (jobs, signal) => {
    const folder = new Folder().with({ ...many, 'out.txt': '' });
    const child = start(['check', '--format', 'json', '--shard', '1/1', '--jobs', jobs, '.'], {
      cwd: folder.path,
      // The signal comes when some files were read, however fast the computer is.
      before: folder
        .with({
          'before.cjs': `const fs = require('node:fs');
          const { threadId } = require('node:worker_threads');
          const { openSync } = fs;
          let count = 0;
          fs.openSync = (path, ...rest) => {
            if (threadId <= 1 && String(path).endsWith('.json') && ++count === 100) process.kill(process.pid, '${signal}');
            return openSync(path, ...rest);
          };`,
        })
        .at('before.cjs'),
    });
    child.stdin?.end();
    const end = await finished(child);
    const report = JSON.parse(end.stdout) as {
      files: { path: string }[];
      summary: { files: number; interrupted?: true };
    };

    // Shells show this as exit code 130 or 143.
    expect(end.signal).toBe(signal);
    expect(report.summary.interrupted).toBe(true);
    expect(report.summary.files).toBeGreaterThan(50);
    expect(report.summary.files).toBeLessThan(1_500);
    expect(report.files.map(({ path }) => path)).toEqual(report.files.map(({ path }) => path).sort());
  });

  test('waits until a slow reader has the whole report', async () => {
    const folder = new Folder().with({
      ...stationFiles(40),
      'before.cjs': `const fs = require('node:fs');
        const { openSync } = fs;
        fs.openSync = (path, ...rest) => {
          if (String(path).endsWith('0009.json')) process.kill(process.pid, 'SIGINT');
          return openSync(path, ...rest);
        };
        const { _write } = process.stdout;
        process.stdout._writev = null;
        process.stdout._write = (chunk, encoding, done) =>
          setTimeout(() => _write.call(process.stdout, chunk, encoding, done), 20);`,
    });
    const { signal, stdout } = await run(['check', '--format', 'json', '--shard', '1/1', 'fleet'], {
      cwd: folder.path,
      before: folder.at('before.cjs'),
    });

    expect(signal).toBe('SIGINT');
    expect(JSON.parse(stdout)).toMatchObject({ summary: { interrupted: true } });
  });

  test('is said in words, and an ignore is not called unused for it', async () => {
    const folder = new Folder().with({
      ...many,
      '.ocpp-config.json': '{ "ignores": [{ "path": "fleet/8/1498.json", "rule": "value-type" }] }',
      'before.cjs': `const fs = require('node:fs');
        const { openSync } = fs;
        let count = 0;
        fs.openSync = (path, ...rest) => {
          // All files are looked at once to compare them; this is when they are checked.
          if (String(path).endsWith('0009.json') && ++count === 2) process.kill(process.pid, 'SIGINT');
          return openSync(path, ...rest);
        };`,
    });
    const { stdout } = await run(['check', '--jobs', '1'], {
      cwd: folder.path,
      before: folder.at('before.cjs'),
    });

    expect(stdout).toMatch(/interrupted, there is more\n$/);
    expect(stdout).not.toContain('unused-ignore');
  });
});

describe('memory', () => {
  test('no more batches are under way than the engine takes', async () => {
    let running = 0;
    let most = 0;
    let begun = 0;
    const waiting: (() => void)[] = [];
    const engine: Engine = {
      capacity: 4,
      run: () =>
        new Promise((resolve) => {
          running++;
          most = Math.max(most, running);
          waiting.push(() => {
            running--;
            resolve({ files: [], news: { met: [], usedIgnores: [], alone: [] } });
          });
          // The last of those under way is done first.
          setImmediate(() => waiting.pop()?.());
        }),
      stop: () => {},
      end: async () => {},
    };
    function* batches(): Generator<Batch> {
      for (; begun < 500; begun++) yield { kind: 'files', items: [] };
    }
    let taken = 0;
    for await (const _ of inOrder(batches(), engine)) {
      taken++;
      expect(begun - taken).toBeLessThanOrEqual(4);
    }

    expect(taken).toBe(500);
    expect(most).toBe(4);
  });

  test('texts that wait go to the disk when they are many, and come back in order', () => {
    const spool = new DiskSpool();
    const long = 'ä'.repeat(100_000);
    for (let index = 0; index < 200; index++) spool.add(`päth ${index}`, `${index} ${long}`);
    let index = 0;
    for (const [path, text] of spool.take()) {
      if (path !== `päth ${index}` || text !== `${index} ${long}`)
        expect([path, text.slice(0, 20)]).toEqual([]);
      index++;
    }

    expect(index).toBe(200);
  });
});

test('on a terminal the progress is one line that is gone before anything else is written', () => {
  const written: string[] = [];
  let now = 0;
  const terminal = {
    write: (text: string | Uint8Array) => written.push(String(text)),
    width: 40,
    isTerminal: true,
    takesColours: true,
    closed: false,
    failure: undefined,
    taken: async () => {},
  };
  const progress = new Progress(terminal, () => now);
  const counts = {
    ...NO_COUNTS,
    files: 12_345,
    recognised: 12_000,
    problems: { ...NO_COUNTS.problems, error: 3 },
  };
  progress.show(counts);
  progress.clear();
  expect(written).toEqual([]);

  now = 1_000;
  progress.show(counts);
  progress.show(counts);
  progress.clear();
  progress.clear();
  expect(written).toHaveLength(2);
  expect(written[0]).toContain('\r\u001b[K12\u202f345 checked, charger configurat');
  expect(written[0]?.length).toBeLessThan('\r\u001b[K'.length + 40);
  expect(written[1]).toBe('\r\u001b[K');
});

describe('many names', () => {
  test('come sorted by path and each once, however they overlap', async () => {
    const folder = new Folder().with({
      'a/b.json': CLEAN,
      'a/b/c.json': CLEAN,
      'a/b-c.json': CLEAN,
      'a.json': CLEAN,
      'B.json': CLEAN,
    });
    const { stdout } = await run(
      ['check', '--format', 'ndjson', 'a/b', 'a', '*.json', 'a/b.json', 'a.json', '.', folder.at('a')],
      { cwd: folder.path },
    );
    const paths = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path);

    expect(paths).toEqual(['B.json', 'a.json', 'a/b-c.json', 'a/b.json', 'a/b/c.json']);
  });

  test('the folder above the current one too', async () => {
    const folder = new Folder().with({ 'in/a.json': CLEAN, 'in/-.json': CLEAN, 'out.json': CLEAN });
    const { stdout } = await run(['check', '--format', 'ndjson', '..'], { cwd: folder.at('in') });
    const paths = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { path: string }).path);

    expect(paths).toEqual(['-.json', '../out.json', 'a.json']);
  });
});

test('every file is in exactly one shard', async () => {
  const folder = new Folder().with(stationFiles(50));
  const shards = await Promise.all(
    ['1/3', '2/3', '3/3'].map(async (shard) => {
      const { stdout } = await run(['check', '--format', 'ndjson', '--shard', shard], { cwd: folder.path });
      return stdout.trimEnd().split('\n');
    }),
  );
  const { stdout } = await run(['check', '--format', 'ndjson'], { cwd: folder.path });

  expect(shards.map(({ length }) => length)).toEqual([17, 17, 16]);
  expect(shards.flat().sort()).toEqual(stdout.trimEnd().split('\n').sort());
});
