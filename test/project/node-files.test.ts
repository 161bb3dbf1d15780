import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundledKnowledge, fileSchemas } from '../../server/src/platform/bundled-knowledge.ts';
import { addressPath, nodeFiles } from '../../server/src/platform/node-files.ts';
import { Projects } from '../../server/src/project/projects.ts';
import { Folder } from '../cli/support/folder.ts';
import { packWith } from './support/memory-files.ts';

const LIMIT = 1_000;

/** The problems of the project file that holds for a file in this folder. */
async function problemsIn(folder: Folder): Promise<string[]> {
  const projects = new Projects({ files: nodeFiles, schemas: fileSchemas, base: bundledKnowledge });
  const project = await projects.projectOf(addressPath(folder.at('a.json')));
  return (project?.files[0]?.problems ?? []).map(({ message }) => message);
}

describe('files of this computer', () => {
  test('a text, without its byte order mark; a folder; nothing', async () => {
    const folder = new Folder().with({ 'a.json': '\ufeff{}', 'b/c.json': '' });

    expect(await nodeFiles.read(addressPath(folder.at('a.json')), LIMIT)).toEqual({
      kind: 'text',
      text: '{}',
    });
    expect(await nodeFiles.read(addressPath(folder.at('b')), LIMIT)).toEqual({ kind: 'folder' });
    expect(await nodeFiles.read(addressPath(folder.at('a.json/b')), LIMIT)).toEqual({ kind: 'missing' });
    expect(await nodeFiles.list(addressPath(folder.path))).toEqual({
      kind: 'names',
      files: ['a.json'],
      folders: ['b'],
    });
  });

  test('what is too large or no text', async () => {
    const folder = new Folder().with({
      large: 'x'.repeat(LIMIT + 1),
      just: 'x'.repeat(LIMIT),
      binary: Uint8Array.of(0xff),
    });

    expect(await nodeFiles.read(addressPath(folder.at('large')), LIMIT)).toEqual({ kind: 'too-large' });
    expect(await nodeFiles.read(addressPath(folder.at('just')), LIMIT)).toMatchObject({ kind: 'text' });
    expect(await nodeFiles.read(addressPath(folder.at('binary')), LIMIT)).toEqual({
      kind: 'trouble',
      message: 'it is not UTF-8 text',
    });
  });
});

describe.runIf(process.platform !== 'win32')('a hostile project', () => {
  test('links that lead out of it are not followed, those inside are', async () => {
    const outside = new Folder().with({
      'secret.json': JSON.stringify(packWith()),
      'packs/x.ocpp-pack.json': '{}',
    });
    const folder = new Folder().with({
      '.ocpp-config.json':
        '{ "packs": ["out.json", "folder", "folder/x.ocpp-pack.json", "in.json", "loop.json"] }',
      'real.json': JSON.stringify(packWith()),
    });
    symlinkSync(outside.at('secret.json'), folder.at('out.json'));
    symlinkSync(outside.at('packs'), folder.at('folder'));
    symlinkSync('real.json', folder.at('in.json'));
    symlinkSync('loop.json', folder.at('loop.json'));

    expect(await problemsIn(folder)).toEqual([
      expect.stringMatching(/^A link in "out\.json" leads out/),
      expect.stringMatching(/^A link in "folder" leads out/),
      expect.stringMatching(/^A link in "folder\/x\.ocpp-pack\.json" leads out/),
      '"loop.json" cannot be read: its symbolic links lead in a circle.',
    ]);
  });

  test('a pipe that nobody writes to does not stop us', async () => {
    const folder = new Folder().with({ '.ocpp-config.json': '{ "packs": ["pipe.json"] }' });
    execFileSync('mkfifo', [folder.at('pipe.json')]);

    expect(await problemsIn(folder)).toEqual(['"pipe.json" cannot be read: it is no ordinary file.']);
  });
});
