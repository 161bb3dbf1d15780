import { type AnalysisOptions, understand } from '../analysis.ts';
import type { Project } from '../project/project.ts';
import { fileFacts } from '../resolve/file-facts.ts';
import { KnownFiles } from '../resolve/known-files.ts';
import type { CheckOptions } from './check.ts';
import { decode } from './decode.ts';
import type { FoundFile, Host } from './host.ts';

/** Nobody configures a station with a larger file; those are checked alone. */
const LARGEST_COMPARED = 4 * 1024 * 1024;

/**
 * Looks at all files once before any is reported, for the rules that compare them: what is wrong in the first may show
 * in the last only. Nothing of their texts is kept. A file that cannot be read is met again when its turn comes.
 * @param pause is called after each file
 */
export async function compareFiles(
  files: readonly FoundFile[],
  host: Host,
  {
    analysisFor,
    projectOf,
  }: Pick<CheckOptions, 'analysisFor'> & {
    readonly projectOf: (location: string) => Promise<Project | undefined>;
  },
  pause: () => Promise<'go on' | 'stop'>,
): Promise<KnownFiles> {
  const known = new KnownFiles();
  // One file alone has none to be compared with.
  if (files.length < 2) return known;
  for (const file of files) {
    if ((await pause()) === 'stop') break;
    const read = host.files.read(file);
    if (read.kind !== 'bytes' || read.bytes.length > LARGEST_COMPARED) continue;
    const decoded = decode(read.bytes);
    if (decoded.kind !== 'text') continue;
    const options = analysisFor(file, await projectOf(file.location));
    if ('leftAlone' in options) continue;
    known.set(file.path, factsOf(file.path, decoded.text, options));
  }
  return known;
}

function factsOf(path: string, text: string, options: AnalysisOptions) {
  const understood = understand(text, options);
  return understood === undefined ? undefined : fileFacts(path, understood.resolved);
}
