/** Which files of a folder are looked at without a person opening them. */

import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../server/src/platform/node-files.ts';
import {
  configurationFilesIn,
  type FileSearch,
  isConfigurationFileIn,
} from '../../server/src/project/find-files.ts';
import { Folder } from '../cli/support/folder.ts';
import { MemoryFiles } from './support/memory-files.ts';

function search(files: FileSearch['files'], excluded: readonly string[] = []): FileSearch {
  return {
    files,
    isExcluded: (path) => excluded.includes(path),
    token: { isCancellationRequested: false },
  };
}

async function found(
  files: Readonly<Record<string, string>>,
  excluded: readonly string[] = [],
  folder = '/fleet',
): Promise<string[]> {
  const how = search(new MemoryFiles(files), excluded);
  const paths: string[] = [];
  for await (const path of configurationFilesIn(folder, how)) paths.push(path);
  // One that is made later is judged as it would have been found.
  for (const path of Object.keys(files)) {
    if (path.startsWith(`${folder}/`)) {
      expect([path, await isConfigurationFileIn(folder, path, how)]).toEqual([path, paths.includes(path)]);
    }
  }
  return paths;
}

describe('files of a folder', () => {
  test('are found by their endings, those of the folder itself first', async () => {
    const files = {
      '/fleet/b/x.ini': '',
      '/fleet/a.JSON': '',
      '/fleet/.env': '',
      '/fleet/.env.local': '',
      '/fleet/log.txt': '',
      '/fleet/readme.md': '',
      '/fleet/noending': '',
      '/elsewhere/a.json': '',
    };

    expect(await found(files)).toEqual([
      '/fleet/.env',
      '/fleet/.env.local',
      '/fleet/a.JSON',
      '/fleet/log.txt',
      '/fleet/b/x.ini',
    ]);
  });

  test('are left out where git ignores them, in folders of programs, and where the editor hides them', async () => {
    const files = {
      '/repository/.git/HEAD': '',
      '/repository/.git/info/exclude': 'private.json\n',
      '/repository/.gitignore': '*.log\nfleet/built/\n',
      '/repository/fleet/.gitignore': '!kept.log\n',
      '/repository/fleet/a.json': '',
      '/repository/fleet/private.json': '',
      '/repository/fleet/x.log': '',
      '/repository/fleet/kept.log': '',
      '/repository/fleet/built/b.json': '',
      '/repository/fleet/node_modules/c.json': '',
      '/repository/fleet/site/.gitignore': 'd.json\n',
      '/repository/fleet/site/d.json': '',
      '/repository/fleet/site/e.json': '',
      '/repository/fleet/hidden/f.json': '',
    };

    expect(await found(files, ['/repository/fleet/hidden'], '/repository/fleet')).toEqual([
      '/repository/fleet/a.json',
      '/repository/fleet/kept.log',
      '/repository/fleet/site/e.json',
    ]);
  });

  test('are not ignored by files above a folder that is in no repository', async () => {
    expect(await found({ '/.gitignore': '*.json\n', '/fleet/a.json': '' })).toEqual(['/fleet/a.json']);
  });

  test('are not found behind links that lead out', async () => {
    const files = { '/fleet/a.json': '', '/fleet/out.json': '→/etc/x.json', '/fleet/hidden.json': '→' };

    expect(await found(files)).toEqual(['/fleet/a.json']);
  });

  test('are found on this computer, and no more of them once nobody wants them', async () => {
    const folder = new Folder().with({ 'a.json': '', 'b/c.ini': '', 'b/d.ini': '' });
    const token = { isCancellationRequested: false };
    const paths: string[] = [];
    for await (const path of configurationFilesIn(folder.path, { ...search(nodeFiles), token })) {
      paths.push(path.slice(folder.path.length));
      token.isCancellationRequested = path.endsWith('c.ini');
    }

    expect(paths).toEqual(['/a.json', '/b/c.ini']);
  });
});
