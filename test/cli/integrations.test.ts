/** What others run: the GitHub Action, the pre-commit hooks, the examples for whole fleets. */

import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stationLines } from './support/fleet.ts';
import { Folder } from './support/folder.ts';
import { commandLineFile, run } from './support/run.ts';
import { CLEAN, NOT_OURS, WITH_ERROR, WITH_WARNING } from './support/samples.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

function yaml(name: string): unknown {
  // Strict, as those who read it are: no key twice, nothing that only some parsers take.
  return parse(readFileSync(join(projectFolder, name), 'utf8'), { strict: true, uniqueKeys: true });
}

// Shells and their programs are what runs these, and not everywhere.
const onWindows = process.platform === 'win32';
const hasBash = spawnSync('bash', ['--version']).status === 0;

describe('the GitHub Action', () => {
  interface Action {
    inputs: Record<string, { default: string; description: string }>;
    outputs: Record<string, object>;
    runs: {
      using: string;
      steps: { id?: string; run?: string; env?: Record<string, string>; shell?: string }[];
    };
  }
  const action = yaml('action.yml') as Action;
  const step = action.runs.steps.find(({ id }) => id === 'check');

  test('describes its inputs and passes none of them into a script', () => {
    expect(action.runs.using).toBe('composite');
    for (const { description } of Object.values(action.inputs)) expect(description).toMatch(/\.$/);
    const used = Object.values(step?.env ?? {}).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { run: script = '', shell } of action.runs.steps) {
      expect(script).not.toContain('${{');
      if (script !== '') expect(shell).toBe('bash');
    }
  });

  /** Runs the step as a runner does, with some inputs. */
  function runStep(folder: Folder, inputs: Readonly<Record<string, string>>) {
    folder.with({ output: '' });
    const given = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /inputs\.([\w-]+)/.exec(value)?.[1];
      return [
        name,
        input === undefined ? commandLineFile : (inputs[input] ?? action.inputs[input]?.default ?? ''),
      ];
    });
    const { NO_COLOR: _, FORCE_COLOR: _force, ...environment } = process.env;
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''],
      {
        cwd: folder.path,
        env: { ...environment, ...Object.fromEntries(given), GITHUB_OUTPUT: folder.at('output') },
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr, output: folder.read('output') };
  }

  test(hasBash ? 'annotates and fails where something is wrong' : 'needs a bash', () => {
    if (!hasBash) return;
    const folder = new Folder().with({ 'a b.json': WITH_ERROR, 'c.json': CLEAN });
    const { status, stdout, output } = runStep(folder, {});

    expect({ status, output }).toEqual({ status: 1, output: 'exit-code=1\n' });
    expect(stdout).toContain('::error title=value-type,file=a b.json,line=3');
  });

  test(hasBash ? 'writes a report where it is asked to' : 'needs a bash for reports', () => {
    if (!hasBash) return;
    const folder = new Folder().with({ 'a.json': WITH_WARNING, 'b.json': WITH_ERROR });
    const { status } = runStep(folder, {
      paths: 'a.json\nb.json\n',
      format: 'sarif',
      'output-file': 'out.sarif',
      'max-severity': 'error',
      arguments: '--rule=value-type=hint\n--operator=none',
    });

    expect(status).toBe(0);
    expect(JSON.parse(folder.read('out.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  test(
    hasBash ? 'takes nothing in an input for a command or an option' : 'needs a bash for hostile inputs',
    () => {
      if (!hasBash) return;
      const folder = new Folder().with({ 'a.json': WITH_WARNING });
      const { status, stderr } = runStep(folder, {
        paths: '$(touch hacked)\n`touch hacked`; touch hacked\n--fix\na.json',
      });

      expect(status).toBe(2);
      expect(stderr).toContain('--fix: no such file or folder');
      expect(folder.names()).toEqual(['a.json', 'output']);
      expect(folder.read('a.json')).toBe(WITH_WARNING);
    },
  );
});

describe('the pre-commit hooks', () => {
  interface Hook {
    id: string;
    entry: string;
    args: readonly string[];
    language: string;
    files: string;
    require_serial: boolean;
  }
  const hooks = yaml('.pre-commit-hooks.yaml') as Hook[];

  test.each(hooks)(
    '$id runs a script that is there, on the files that check looks at',
    async ({ entry, args, language, files }) => {
      const [script = '', ...words] = [...entry.split(' '), ...args];
      expect(language).toBe('script');
      expect(() => accessSync(join(projectFolder, script), constants.X_OK)).not.toThrow();
      for (const name of ['a.json', 'x/b.ini', '.env', 'c.properties', 'd.log'])
        expect(name).toMatch(new RegExp(files));
      expect('readme.md').not.toMatch(new RegExp(files));

      const folder = new Folder().with({ 'a.json': WITH_ERROR });
      expect((await run([...words, 'a.json'], { cwd: folder.path })).code).toBe(1);
    },
  );

  test.each(hooks)('$id minds nothing else that a commit may bring', async ({ entry, args }) => {
    const words = [...entry.split(' ').slice(1), ...args];
    const folder = new Folder().with({
      'package.json': NOT_OURS,
      'photo.log': new Uint8Array([0xff, 0xd8, 0, 1]),
      'notes.txt': new Uint8Array([0xff, 0xfe, 0x61, 0]),
      'latin.properties': new Uint8Array([0x61, 0x3d, 0xe9]),
      '--fix.json': CLEAN,
      '*.json': CLEAN,
    });

    expect(await run([...words, ...folder.names()], { cwd: folder.path })).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('the examples for fleets', () => {
  /** A command that a comment tells. */
  function commentedCommand(file: string, which: RegExp): string {
    const lines = readFileSync(join(projectFolder, file), 'utf8').split('\n');
    const line = lines.find((candidate) => /^# {3}/.test(candidate) && which.test(candidate));
    if (line === undefined) throw new Error(`${file} tells no such command`);
    return line.replace(/^# +/, '');
  }

  test('the stations are all recognised', async () => {
    const { stdout } = await run([
      'check',
      '--ndjson',
      '--exit-zero',
      join(projectFolder, 'examples/fleet/stations.ndjson'),
    ]);
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { shape: string | null; problems: object[] });

    expect(results.map(({ shape }) => shape)).toEqual([
      'get-configuration',
      'ocpp-frames',
      'get-configuration',
    ]);
    expect(results.flatMap(({ problems }) => problems).length).toBeGreaterThan(1);
  });

  test('the job of Kubernetes is an indexed one, and its shards are the whole', async () => {
    interface Job {
      apiVersion: string;
      kind: string;
      spec: {
        completionMode: string;
        completions: number;
        template: {
          spec: {
            restartPolicy: string;
            containers: { command: string[]; env: { name: string; value: string }[] }[];
          };
        };
      };
    }
    const { apiVersion, kind, spec } = yaml('examples/fleet/kubernetes-indexed-job.yaml') as Job;
    const [container] = spec.template.spec.containers;
    const environment = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
    expect({ apiVersion, kind, mode: spec.completionMode }).toEqual({
      apiVersion: 'batch/v1',
      kind: 'Job',
      mode: 'Indexed',
    });
    expect(environment.SHARDS).toBe(String(spec.completions));
    expect(['Never', 'OnFailure']).toContain(spec.template.spec.restartPolicy);
    if (!hasBash) return;

    const folder = new Folder().with({ 'stations.ndjson': stationLines(20), bin: '' });
    const [shell = '', options = '', script = ''] = container?.command ?? [];
    for (let index = 0; index < spec.completions; index++) {
      // The command line is not installed here: a function stands for it.
      const played = `ocpp-config() { "${process.execPath}" "${commandLineFile}" "$@"; }\n${script}`;
      const { status, stderr } = spawnSync(shell === '/bin/sh' ? 'bash' : shell, [options, played], {
        cwd: folder.path,
        env: {
          ...process.env,
          SHARDS: environment.SHARDS,
          STATIONS: folder.at('stations.ndjson'),
          RESULTS: folder.at('results'),
          JOB_COMPLETION_INDEX: String(index),
        },
        // As in a container. From a socket, bash would take itself for a remote shell and read the system's start-up file.
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    }
    const whole = await run(['check', '--ndjson', '--exit-zero', 'stations.ndjson'], { cwd: folder.path });
    const joined = spawnSync(
      'sh',
      ['-c', commentedCommand('examples/fleet/kubernetes-indexed-job.yaml', /sort/)],
      {
        cwd: folder.at('results'),
        encoding: 'utf8',
      },
    );

    expect(folder.names().filter((name) => /^results\/.*\.ndjson$/.test(name))).toHaveLength(9);
    expect(joined).toMatchObject({ status: 0, stderr: '' });
    expect(folder.read('results/results.ndjson')).toBe(whole.stdout);
  });

  const hasParallel = /GNU/.test(spawnSync('parallel', ['--version'], { encoding: 'utf8' }).stdout ?? '');
  test.each([
    ['on this computer', {}],
    // In place of SSH stands a program that knows one host, so every piece comes there in the end. As a server does, it sets
    // the user's shell: whoever starts the tests may have none that runs commands.
    ['on several, of which one is gone', { HOSTS: '2/one,1/gone' }],
  ])(
    hasParallel ? 'GNU Parallel gives the same as one process %s' : 'needs GNU Parallel %s',
    async (_, hosts) => {
      if (!hasParallel) return;
      const lines = stationLines(600).replace('"id"', 'id');
      const folder = new Folder().with({
        'stations.ndjson': lines,
        'ocpp-config': `#!/bin/sh\nexec "${process.execPath}" "${commandLineFile}" "$@"\n`,
        ssh: `#!/bin/sh
          [ "$1" = -- ] && shift
          [ "$1" = one ] || exit 255
          shift
          [ "$1" = -- ] && shift
          SHELL=/bin/sh sh -c "$*" 2> "$0.error.$$" || { cat "$0.error.$$" >> "$0.errors"; exit 1; }
        `,
        'ssh.errors': '',
      });
      for (const name of ['ocpp-config', 'ssh']) chmodSync(folder.at(name), 0o755);
      const { status, stdout, stderr } = spawnSync(
        join(projectFolder, 'examples/fleet/gnu-parallel.sh'),
        [folder.at('stations.ndjson')],
        {
          env: {
            ...process.env,
            ...hosts,
            PARALLEL_SSH: folder.at('ssh'),
            OCPP_CONFIG: folder.at('ocpp-config'),
            PIECE: '150',
          },
          encoding: 'utf8',
        },
      );
      const whole = await run(['check', '--ndjson', '--exit-zero', folder.at('stations.ndjson')]);

      // GNU Parallel drops what a process wrote that it tries again elsewhere.
      const errors = folder.read('ssh.errors');
      expect({ status, stderr, errors }).toEqual({ status: 0, stderr: '', errors: '' });
      expect(stdout).toBe(whole.stdout);
    },
  );

  test(
    onWindows ? 'needs a shebang' : "Spark's pipe gives the same as one process, partition by partition",
    async () => {
      if (onWindows) return;
      const program = readFileSync(join(projectFolder, 'examples/fleet/spark_pipe.py'), 'utf8');
      // Spark splits the command at blanks and starts it without a shell, once a partition, also for an empty one.
      const [name = '', ...words] = (/^COMMAND = "(.*)"$/m.exec(program)?.[1] ?? '').split(' ');
      const folder = new Folder().with({
        [name]: `#!/bin/sh\nexec "${process.execPath}" "${commandLineFile}" "$@"\n`,
      });
      chmodSync(folder.at(name), 0o755);
      const piped = (input: string, ...more: string[]) =>
        spawnSync(name, [...words, ...more], {
          input,
          env: { ...process.env, PATH: `${folder.path}:${process.env.PATH}` },
          encoding: 'utf8',
        });
      const lines = ['not JSON', ...stationLines(40).trimEnd().split('\n')].map((line) => `${line}\n`);
      const partitions = [lines.slice(0, 15), [], lines.slice(15)].map((some) => piped(some.join('')));
      const whole = await run(['check', '--ndjson', '--exit-zero'], { input: lines.join('') });
      const withoutLines = (text: string) => text.replaceAll(/"line":\d+/g, '');

      expect(partitions.map(({ status, stderr }) => [status, stderr])).toEqual(Array(3).fill([0, '']));
      expect(withoutLines(partitions.map(({ stdout }) => stdout).join(''))).toBe(withoutLines(whole.stdout));
      // What cannot work fails the task.
      expect(piped('', '--no-such-option').status).toBe(2);
      expect(program).toContain('.pipe(COMMAND, checkCode=True)');
    },
  );

  test('the program for Spark is Python', () => {
    const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
    const file = join(projectFolder, 'examples/fleet/spark_pipe.py');
    expect(existsSync(file)).toBe(true);
    if (python === undefined) return;
    const { status, stderr } = spawnSync(
      python,
      ['-c', `import ast; ast.parse(open(${JSON.stringify(file)}).read())`],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
