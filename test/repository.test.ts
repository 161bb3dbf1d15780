/** What the repository and the packaged extension must and must not hold. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json';
import lockfile from '../package-lock.json';
import * as messages from '../protocol/messages.ts';

const projectFolder = join(import.meta.dirname, '..');

describe('package.json', () => {
  test('pins every dependency to one version', () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };

    expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('package-lock.json', () => {
  test('belongs to package.json', () => {
    const { dependencies, devDependencies } = lockfile.packages[''];

    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  test('does not say from where packages are downloaded, so that every registry will do', () => {
    expect(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});

test('the packaged extension holds nothing but what it needs', async () => {
  const files = await listFiles({ cwd: projectFolder, packageManager: PackageManager.None });

  const needed =
    /^(package(\.nls.*)?\.json|README\.md|CHANGELOG\.md|LICENSE|images\/icon\.png|images\/walkthrough\/[a-z-]+\.(png|webp|md)|examples\/with-mistakes\/ac-template\.json|dist\/(client|server)\.(node|web)\.js|dist\/summary\.page\.js|dist\/server\.main\.js|dist\/cli(\.charts)?\.js|dist\/knowledge\/.*\.json|schemas\/.*\.schema\.json|(syntaxes|l10n)\/.*\.json)$/;
  expect(files.filter((file) => !needed.test(file))).toEqual([]);
  expect(files).toContain('package.json');
  expect(files).toContain('LICENSE');
  for (const entry of [manifest.main, manifest.browser]) expect(files).toContain(entry.replace('./', ''));
  expect(files, 'the server in a browser').toContain('dist/server.web.js');
  expect(files, 'what the bundles read when it is asked for').toContain('dist/knowledge/standard.json');
});

test('the manual of the language server names every message and command of our own', () => {
  const manual = readFileSync(join(projectFolder, 'docs', 'language-server.md'), 'utf8');
  const names = Object.values(messages).flatMap((message) => {
    if (typeof message === 'object' && 'method' in message) return [message.method];
    return typeof message === 'string' && message.startsWith('ocppConfig.') ? [message] : [];
  });

  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
});
