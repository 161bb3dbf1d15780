/** The in-editor test suites, each as one file that an extension host can load, and the extensions beside ours. */

import { cpSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { distFolder, projectFolder } from './project.ts';

const suiteFolder = join(projectFolder, 'test', 'vscode');
const bundleFolder = join(distFolder, 'test');
const assertForBrowsers = join(suiteFolder, 'support', 'assert-for-browsers.ts');

export interface Suite {
  /** What a person calls it. */
  readonly title: string;
  readonly bundle: string;
  /** The extension host that it runs in, which is also what it is bundled for. */
  readonly host: 'node' | 'web';
  /** Which files in `test/vscode/` are its tests, by name. */
  readonly isTest: (name: string) => boolean;
}

/** Tests that need one kind of host or window say so before `.test.ts`; all others run in Node's host and the web's. */
const sharedTest = /^[^.]+\.test\.ts$/;

export const suites = {
  /** A folder on a disk, trusted. */
  node: {
    title: 'in Node',
    bundle: join(bundleFolder, 'suite.js'),
    host: 'node',
    isTest: (name) => sharedTest.test(name) || name.endsWith('.node.test.ts'),
  },
  /** A folder in memory, in a browser's worker, as on vscode.dev. */
  web: {
    title: 'in a browser',
    bundle: join(bundleFolder, 'suite.web.js'),
    host: 'web',
    isTest: (name) => sharedTest.test(name) || name.endsWith('.web.test.ts'),
  },
  /** Several folders, one of them on no disk, and nobody has said that they are to be trusted. */
  folders: {
    title: 'several folders, not trusted',
    bundle: join(bundleFolder, 'suite.folders.js'),
    host: 'node',
    isTest: (name) => name.endsWith('.folders.test.ts'),
  },
  /** As for somebody who has VS Code in German. Its own words stay English without a language pack. */
  german: {
    title: 'in German',
    bundle: join(bundleFolder, 'suite.german.js'),
    host: 'node',
    isTest: (name) => name.endsWith('.german.test.ts'),
  },
} as const satisfies Readonly<Record<string, Suite>>;

/** The folder that is opened while the suite runs. Tests may write to it, so launchers open a copy. */
export const suiteWorkspace = join(suiteFolder, 'workspace');
/** The built extension that is loaded beside ours. */
export const secondExtension = join(bundleFolder, 'second-extension');

/** The built extension that runs beside the server also where ours is in the browser. */
export const otherHostExtension = join(bundleFolder, 'other-host');

/** Bundles each suite, `test/vscode/suite.ts` with its tests, and the other extensions. */
export async function bundleSuites(): Promise<void> {
  await Promise.all([
    ...Object.values(suites).map(bundleSuite),
    bundleExtension(secondExtension),
    bundleExtension(otherHostExtension),
  ]);
}

async function bundleSuite({ bundle, host, isTest }: Suite): Promise<void> {
  await esbuild.build({
    ...commonOptions,
    entryPoints: [join(suiteFolder, 'suite.ts')],
    outfile: bundle,
    ...(host === 'node'
      ? { platform: 'node', target: 'node20' }
      : { platform: 'browser', target: 'es2023', alias: { 'node:assert/strict': assertForBrowsers } }),
    plugins: [allTestFiles(isTest), mochaAsGlobal],
  });
}

/** Bundles the extension of the same name in `test/vscode/`; what is no code in its folder is taken as it is. */
async function bundleExtension(folder: string): Promise<void> {
  const source = join(suiteFolder, basename(folder));
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  await esbuild.build({
    ...commonOptions,
    entryPoints: [join(source, 'extension.ts')],
    outfile: join(folder, 'extension.js'),
    platform: 'browser',
    target: 'es2023',
    plugins: [workspaceFiles],
  });
}

const commonOptions = {
  absWorkingDir: projectFolder,
  bundle: true,
  format: 'cjs',
  external: ['vscode'],
  sourcemap: 'linked',
  logLevel: 'warning',
} as const satisfies esbuild.BuildOptions;

/** Resolves the import of `all-test-files` to a module that imports each of them: no list to keep. */
function allTestFiles(isTest: Suite['isTest']): esbuild.Plugin {
  return moduleOf('all-test-files', () => {
    const files = globSync('*.test.ts', { cwd: suiteFolder }).filter(isTest).sort();
    return files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n');
  });
}

/** Resolves the import of `workspace-files` to the texts of the folder that the tests work in. */
const workspaceFiles = moduleOf('workspace-files', () => {
  const files = globSync('**/*.*', { cwd: suiteWorkspace }).map((file) => file.replaceAll('\\', '/'));
  const texts = files.map((file) => [file, readFileSync(join(suiteWorkspace, file), 'utf8')]);
  return `export default ${JSON.stringify(Object.fromEntries(texts))};`;
});

/** A module that exists only while bundling. */
function moduleOf(name: string, contents: () => string): esbuild.Plugin {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: contents(),
        resolveDir: suiteFolder,
        loader: 'ts',
      }));
    },
  };
}

/**
 * Makes Mocha's browser build define its globals. Left alone it would find our bundle's `module.exports`, because
 * its package says that it is an ES module, and would replace what our bundle exports by itself.
 */
const mochaAsGlobal: esbuild.Plugin = {
  name: 'mocha-as-global',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `const exports = undefined, module = undefined;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};
