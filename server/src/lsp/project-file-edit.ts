import type { TextEdit } from '../text/edits.ts';
import { LineIndex } from '../text/line-index.ts';
import type { ClientAbilities } from './client-abilities.ts';
import { documentEdit, toEdits } from './convert.ts';
import type { FoundProjectFile } from './find-project-file.ts';
import { CreateFile, type WorkspaceEdit } from './vscode-languageserver.ts';

/** The edits of a project file as the editor takes them; undefined where there is none yet and it cannot make one. */
export function projectFileEdit(
  abilities: ClientAbilities,
  { uri, version, text }: FoundProjectFile,
  added: readonly TextEdit[],
): WorkspaceEdit | undefined {
  const edits = toEdits(new LineIndex(text ?? ''), added);
  if (text !== undefined) return documentEdit(abilities, { uri, version }, edits);
  if (!abilities.createsFiles) return undefined;
  return {
    documentChanges: [
      CreateFile.create(uri, { ignoreIfExists: true }),
      { textDocument: { uri, version: null }, edits },
    ],
  };
}

/** A glob that fits this file: without a slash it would fit files of that name in other folders too. */
export function globFor({ relativePath }: FoundProjectFile): string {
  const plain = relativePath.replaceAll(/[{}[\]]/g, '?');
  return plain.includes('/') ? plain : `./${plain}`;
}
