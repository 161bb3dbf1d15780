import { fileProblems } from './file-problems.ts';
import { type FileSchemas, readPack, readProfile } from './own-knowledge.ts';
import type { OwnFile } from './project.ts';
import { PACK_ENDING, PROFILE_ENDING } from './project-file.ts';

/**
 * Checks a pack or a profile that no project names, which its ending tells: somebody is writing it. Undefined for any
 * other file. What a profile extends is looked up only in a project.
 */
export function checkOwnFile(path: string, text: string, schemas: () => FileSchemas): OwnFile | undefined {
  if (path.endsWith(PACK_ENDING)) {
    const { problems } = readPack(text, schemas().pack);
    return { kind: 'vendor-pack', path, text, problems: fileProblems(problems, 'vendor-pack') };
  }
  if (path.endsWith(PROFILE_ENDING)) {
    const { problems } = readProfile(text, schemas().profile);
    return { kind: 'operator-profile', path, text, problems: fileProblems(problems, 'operator-profile') };
  }
  return undefined;
}
