/** The in-editor test suite as one file that an extension host can load. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { distFolder, projectFolder } from './project.ts';

const suiteFolder = join(projectFolder, 'test', 'vscode');
export const suiteFile = join(distFolder, 'test', 'suite.js');
/** The folder that is opened while the suite runs. Tests may write to it, so launchers open a copy. */
export const suiteWorkspace = join(suiteFolder, 'workspace');

/** Bundles `test/vscode/suite.ts` with every `*.test.ts` beside it into `suiteFile`. */
export async function bundleSuite(): Promise<void> {
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: [join(suiteFolder, 'suite.ts')],
    outfile: suiteFile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [allTestFiles, mochaAsGlobal],
  });
}

/** Resolves the import of `all-test-files` to a module that imports each of them: no list to keep. */
const allTestFiles: esbuild.Plugin = {
  name: 'all-test-files',
  setup(build) {
    build.onResolve({ filter: /^all-test-files$/ }, () => ({ path: 'all', namespace: 'test-files' }));
    build.onLoad({ filter: /.*/, namespace: 'test-files' }, () => {
      const files = globSync('**/*.test.ts', { cwd: suiteFolder }).sort();
      const imports = files.map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`);
      return { contents: imports.join('\n'), resolveDir: suiteFolder, loader: 'ts' };
    });
  },
};

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
