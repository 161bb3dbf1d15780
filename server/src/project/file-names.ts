/** Which files of a folder may be charger configurations, by their names: only these are opened. */

const EXTENSIONS = [
  'json',
  'jsonc',
  'json5',
  'jsn',
  'ini',
  'cfg',
  'conf',
  'properties',
  'env',
  'log',
  // Dumps and logs that somebody has pasted into a file.
  'txt',
] as const;

const ENDINGS: ReadonlySet<string> = new Set(EXTENSIONS);

/** Folders that hold nothing of a person's own. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The same files as a glob, for an editor that is to tell of their changes. */
export const CONFIGURATION_FILES = `**/{*.{${EXTENSIONS.join(',')}},.env.*}`;

/** Whether a file is worth a look, by its name. */
export function mayBeConfiguration(name: string): boolean {
  const lower = name.toLowerCase();
  const dot = lower.lastIndexOf('.');
  // A name such as `.env.production` has an ending of its own.
  return (dot >= 0 && ENDINGS.has(lower.slice(dot + 1))) || lower.startsWith('.env.');
}
