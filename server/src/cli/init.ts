import * as l10n from '@vscode/l10n';
import { understand } from '../analysis.ts';
import { type InitialProject, initialProject, type SeenFile } from '../project/initial-project.ts';
import { inside, relativeTo } from '../project/paths.ts';
import { PROJECT_FILE_NAME } from '../project/project-file.ts';
import { decode } from './decode.ts';
import type { FoundFile, Host, Trouble } from './host.ts';
import type { Services } from './services.ts';
import { printable } from './terminal/characters.ts';
import { UsageError } from './usage-error.ts';

/** The options of `init` as Commander reads them. */
export interface InitFlags {
  readonly dryRun?: boolean;
}

/** More files tell nothing that these do not. */
const MOST_FILES = 2_000;

/**
 * Writes a first project file from what lies in a folder, and says what is in it and why. Throws a `UsageError` when
 * the folder cannot be read, or has one already: what a person wrote is never written over.
 */
export async function init(folder: string, flags: InitFlags, host: Host, services: Services): Promise<void> {
  const { projects } = services;
  const path = inside(projects.pathOf(folder), PROJECT_FILE_NAME) ?? PROJECT_FILE_NAME;
  const shown = printable(projects.shown(path));
  const location = joined(folder, PROJECT_FILE_NAME);
  const above = await projects.projectOf(location);
  if (above?.path === path) throw new UsageError(l10n.t('{0} is there already, and is left as it is', shown));
  const seen = await seenFiles(firstFiles(folder, host), folder, host, services);
  const project = initialProject(seen);
  const reasons = [...project.reasons, ...(above === undefined ? [] : [aboveWords(above.path, services)])];
  if (flags.dryRun === true) {
    host.output.write(project.text);
    host.errors.write(told(l10n.t('would write {0}', shown), seen, reasons));
    return;
  }
  const failure = await write(location, project, host);
  if (failure !== undefined) throw new UsageError(l10n.t('{0} is not written: {1}', shown, failure));
  host.output.write(told(l10n.t('wrote {0}', shown), seen, reasons));
}

/** Throws a `UsageError` when there is nothing but what cannot be looked into. */
function firstFiles(folder: string, host: Host): readonly FoundFile[] {
  const files: FoundFile[] = [];
  let trouble: Trouble | undefined;
  for (const item of host.files.find([folder])) {
    if ('message' in item) trouble ??= item;
    else files.push(item);
    if (files.length === MOST_FILES) break;
  }
  if (files.length === 0 && trouble !== undefined)
    throw new UsageError(`${trouble.path}: ${trouble.message}`);
  return files;
}

async function seenFiles(
  files: readonly FoundFile[],
  folder: string,
  host: Host,
  { shelf, projects }: Services,
): Promise<readonly SeenFile[]> {
  const knowledge = shelf.knowledge(undefined);
  const top = projects.pathOf(folder);
  const seen: SeenFile[] = [];
  for (const file of files) {
    const read = host.files.read(file);
    const decoded = read.kind === 'bytes' ? decode(read.bytes) : read;
    await host.pause();
    if (decoded.kind !== 'text') continue;
    const understood = understand(decoded.text, { knowledge, path: file.path });
    if (understood !== undefined)
      seen.push({ path: relativeTo(top, projects.pathOf(file.location)), understood });
  }
  return seen;
}

async function write(location: string, { text }: InitialProject, host: Host): Promise<string | undefined> {
  return host.files.create(location, new TextEncoder().encode(text));
}

function told(what: string, seen: readonly SeenFile[], reasons: readonly string[]): string {
  const from =
    seen.length === 1 ? l10n.t('1 charger configuration') : l10n.t('{0} charger configurations', seen.length);
  return [l10n.t('{0}, from {1}', what, from), ...reasons.map((reason) => `  ${printable(reason)}`)]
    .join('\n')
    .concat('\n');
}

function aboveWords(path: string, { projects }: Services): string {
  return l10n.t('{0} holds in the folders around; here this one takes its place', projects.shown(path));
}

/** For the system, which takes forward slashes everywhere. */
function joined(folder: string, name: string): string {
  return `${folder.replace(/(?<=.)[\\/]+$/, '')}/${name}`;
}
