import type { KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import { KnowledgeReader } from './knowledge-reader.ts';
import type { ProjectEnvironment } from './load-project.ts';
import { withOwnProfiles } from './merge-profiles.ts';
import { mergedSource } from './merged-source.ts';
import type { OwnFile } from './project.ts';

/** A pack or profile that another program part brings, with its text. */
export interface ContributedFile {
  readonly kind: 'packs' | 'profiles';
  /** Who brings it, and which file it is: "acme.acme-chargers/packs/acme.json". */
  readonly origin: string;
  readonly text: string;
}

/** Packs and profiles that a setting names, relative to a folder. */
export interface NamedKnowledge {
  readonly folder: string;
  readonly packs: readonly string[];
  readonly profiles: readonly string[];
}

/** What holds without a project file: the bundled knowledge with what settings and extensions add. */
export interface BaseKnowledge {
  readonly source: KnowledgeSource;
  /** The files that a setting names. */
  readonly files: readonly OwnFile[];
  readonly folders: readonly string[];
  readonly missing: readonly string[];
  /** What is wrong and has no place in a file that a person has open: sentences for a log. */
  readonly complaints: readonly string[];
}

const NOWHERE = { start: 0, end: 0 };

/** Lays what extensions bring over the bundled knowledge, and over that what a setting names. */
export async function loadBaseKnowledge(
  { files, schemas, base }: ProjectEnvironment,
  contributed: readonly ContributedFile[],
  named: NamedKnowledge | undefined,
): Promise<BaseKnowledge> {
  const brought = new KnowledgeReader('/', files, schemas());
  for (const { kind, origin, text } of contributed) brought.take(kind, `/${origin}`, text, NOWHERE);
  const own = new KnowledgeReader(named?.folder ?? '/', files, schemas());
  for (const name of named?.packs ?? []) await own.add('packs', name, NOWHERE);
  for (const name of named?.profiles ?? []) await own.add('profiles', name, NOWHERE);
  const { profiles, failures } = withOwnProfiles(
    base.operatorProfiles(),
    [...brought.profiles, ...own.profiles].map(({ value }) => value),
  );
  brought.sayFailures(failures, profiles);
  own.sayFailures(failures, profiles);
  return {
    source: mergedSource(base, [...brought.packs, ...own.packs], profiles),
    files: own.files,
    folders: own.folders,
    missing: own.missing,
    complaints: [
      ...[...brought.problems, ...own.problems].map(({ message }) => message),
      ...brought.files.flatMap(({ path, problems }) =>
        problems.map(({ message }) => `${path.slice(1)}: ${message}`),
      ),
    ],
  };
}
