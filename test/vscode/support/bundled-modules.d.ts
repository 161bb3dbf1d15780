/** Made by the bundler (scripts/lib/suite-bundle.ts). */

/** Imports every test file of the suite. */
declare module 'all-test-files';

/** The texts of the files below `test/vscode/workspace/`, by their paths in it. */
declare module 'workspace-files' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
