import { matchesGlob } from '../../project/glob.ts';
import { relativeTo } from '../../project/paths.ts';
import { describe } from '../requests.ts';
import type { Session } from '../session.ts';

/** VS Code's setting for what a person does not want to see; other editors have none of the name. */
const SETTING = 'files.exclude';

/**
 * What the editor hides in a folder. An entry that hides a file only beside another one says nothing here: what is made
 * of another file is seldom a configuration.
 * @param folder its address, and its path
 */
export async function excludedIn(
  { abilities, connection }: Session,
  folder: { readonly uri: string; readonly path: string },
): Promise<(path: string) => boolean> {
  if (!abilities.readsConfiguration) return () => false;
  try {
    const value: unknown = await connection.workspace.getConfiguration({
      scopeUri: folder.uri,
      section: SETTING,
    });
    const globs = Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(
      ([glob, isOn]) => (isOn === true ? [anchored(glob)] : []),
    );
    return (path) => globs.some((glob) => matchesGlob(glob, relativeTo(folder.path, path)));
  } catch (error) {
    connection.console.error(`${SETTING} cannot be read: ${describe(error)}`);
    return () => false;
  }
}

/** In this setting a glob without a slash is about the top of the folder. */
function anchored(glob: string): string {
  return glob.includes('/') ? glob : `./${glob}`;
}
