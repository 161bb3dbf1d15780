import { allRules } from '../catalog/catalog.ts';
import { KnowledgeShelf, type KnowledgeSource } from '../resolve/knowledge-shelf.ts';
import { fileProblems } from './file-problems.ts';
import type { ProjectFiles } from './files.ts';
import { KnowledgeReader } from './knowledge-reader.ts';
import { withOwnProfiles } from './merge-profiles.ts';
import { mergedSource } from './merged-source.ts';
import type { FileSchemas } from './own-knowledge.ts';
import { folderOf } from './paths.ts';
import { type OwnFile, type Project, projectIgnores } from './project.ts';
import { checkNames, readProject } from './read-project.ts';

/** What loading needs from the program around it. */
export interface ProjectEnvironment {
  readonly files: ProjectFiles;
  /** Asked for only when there is a project file. */
  schemas(): FileSchemas;
  /** What holds without a project: the bundled knowledge, or that and what settings and extensions add. */
  readonly base: KnowledgeSource;
}

/** Makes a project of its file and of the packs and profiles that this names. Never throws on any text. */
export async function loadProject(
  path: string,
  text: string,
  { files, schemas: schemasOf, base }: ProjectEnvironment,
): Promise<Project> {
  const schemas = schemasOf();
  const read = readProject(text, schemas.project);
  const { file, rangeOf } = read;
  const reader = new KnowledgeReader(folderOf(path) ?? '/', files, schemas);
  for (const [index, name] of (file.packs ?? []).entries()) {
    await reader.add('packs', name, rangeOf(['packs', index]));
  }
  for (const [index, name] of (file.profiles ?? []).entries()) {
    await reader.add('profiles', name, rangeOf(['profiles', index]));
  }
  const { profiles, failures } = withOwnProfiles(
    base.operatorProfiles(),
    reader.profiles.map(({ value }) => value),
  );
  reader.sayFailures(failures, profiles);
  const source = mergedSource(base, reader.packs, profiles);
  const problems = [
    ...read.problems,
    ...reader.problems,
    ...checkNames(read, allRules(base.standard().crossKeyRules), profiles),
  ];
  const own: OwnFile = { kind: 'project-file', path, text, problems: fileProblems(problems, 'project-file') };
  return {
    path,
    read,
    ignores: projectIgnores(read),
    shelf: new KnowledgeShelf(source),
    files: [own, ...reader.files],
    folders: reader.folders,
    missing: reader.missing,
  };
}
