import {
  type CancellationToken,
  l10n,
  ProgressLocation,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type FileText,
  type InitialProjectAnswer,
  InitialProjectRequest,
} from '../../../protocol/messages.ts';
import { PROJECT_FILE_NAME } from '../documents.ts';
import { findFiles, type PassedOver, type WantedFiles } from '../find-files.ts';
import type { CommandContext } from './index.ts';
import { targetDocument } from './target-document.ts';

/** What may be a charger configuration. More files, and longer ones, tell nothing that these do not. */
const WANTED: WantedFiles = {
  endings: ['json', 'jsonc', 'jsn', 'ini', 'cfg', 'conf', 'properties', 'env', 'log'],
  leftAlone: ['node_modules', '.git', '.vscode', 'dist', 'out', 'build'],
  most: 200,
};
const LONGEST_FILE = 1024 * 1024;
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * Makes a first project file from what the files in its folder show, as `ocpp-config init` does, and opens it. One that
 * is there already is opened and left as it is.
 */
export async function newProjectFile(context: CommandContext, given: unknown): Promise<void> {
  const folder = await folderFor(context, given);
  if (folder === undefined) return;
  const file = Uri.joinPath(folder, PROJECT_FILE_NAME);
  if (await exists(file)) {
    await window.showTextDocument(file);
    void window.showInformationMessage(
      l10n.t('{0} is there already, and is left as it is.', PROJECT_FILE_NAME),
    );
    return;
  }
  const project = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: l10n.t('Looking at the files for {0} …', PROJECT_FILE_NAME),
      cancellable: true,
    },
    (_progress, token) => initialProject(context, folder, token),
  );
  if (project === undefined) return;
  const edit = new WorkspaceEdit();
  // Somebody else may have made one meanwhile: then nothing is done.
  const contents = new TextEncoder().encode(project.text);
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('{0} could not be made in this folder.', PROJECT_FILE_NAME));
    return;
  }
  for (const reason of project.reasons) context.log.info(`${PROJECT_FILE_NAME}: ${reason}`);
  await window.showTextDocument(file);
}

/** The workspace folder of the active file; the only one; the one that is chosen; or the file's own folder. */
async function folderFor(context: CommandContext, given: unknown): Promise<Uri | undefined> {
  const document = await targetDocument(context, given);
  const own = document && workspace.getWorkspaceFolder(document.uri);
  if (own !== undefined) return own.uri;
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (others.length > 0) return (await window.showWorkspaceFolderPick())?.uri;
  if (first !== undefined) return first.uri;
  if (document !== undefined && workspace.fs.isWritableFileSystem(document.uri.scheme) === true) {
    return Uri.joinPath(document.uri, '..');
  }
  void window.showInformationMessage(
    l10n.t('Open a folder first: a project file holds for the files in one.'),
  );
  return undefined;
}

async function initialProject(
  { client, log }: CommandContext,
  folder: Uri,
  token: CancellationToken,
): Promise<InitialProjectAnswer | undefined> {
  const passedOver: PassedOver = (uri, error) => log.warn(`${PROJECT_FILE_NAME}: ${uri}: ${error}`);
  const files = await filesIn(folder, passedOver, token);
  if (token.isCancellationRequested) return undefined;
  return client.sendRequest(InitialProjectRequest, { files }, token);
}

async function filesIn(
  folder: Uri,
  passedOver: PassedOver,
  token: CancellationToken,
): Promise<readonly FileText[]> {
  const found = await findFiles(folder, WANTED, passedOver, token);
  const decoder = new TextDecoder();
  const files: FileText[] = [];
  let bytes = 0;
  for (const uri of found) {
    if (token.isCancellationRequested || bytes > MOST_BYTES) break;
    try {
      const { size } = await workspace.fs.stat(uri);
      if (size > LONGEST_FILE) continue;
      bytes += size;
      const text = decoder.decode(await workspace.fs.readFile(uri));
      files.push({ path: uri.path.slice(folder.path.length).replace(/^\//, ''), text });
    } catch (error) {
      passedOver(uri, error);
    }
  }
  return files;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    // What cannot be looked at cannot be there; if it is all the same, making it fails.
    return false;
  }
}
