import type { Baseline } from './baseline.ts';
import type { Host } from './host.ts';

/** Writes a baseline file as a whole, or not at all. Undefined when that is done, otherwise why it is not. */
export async function writeBaseline(
  location: string,
  baseline: Baseline,
  { files }: Pick<Host, 'files'>,
): Promise<string | undefined> {
  const contents = new TextEncoder().encode(baseline.toText());
  const file = { path: location, location, named: true };
  const before = files.read(file);
  switch (before.kind) {
    case 'bytes':
      return files.replace(file, before, contents);
    case 'missing':
      return files.create(location, contents);
    case 'trouble':
    case 'unsuitable':
      return before.message;
  }
}
