import { type Disposable, type Extension, extensions, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ContributedFile, ContributedKnowledgeNotification } from '../../protocol/messages.ts';

/** As for files of the user's own: more is no pack. */
const LARGEST_FILE = 1024 * 1024;

/**
 * Reads the vendor packs and operator profiles that other extensions bring. In their manifest:
 * `"contributes": { "ocppConfig": { "packs": ["./packs/acme.json"], "profiles": [] } }`.
 */
export async function contributedKnowledge(log: LogOutputChannel): Promise<readonly ContributedFile[]> {
  const read = extensions.all.flatMap((extension) =>
    (['packs', 'profiles'] as const).flatMap((kind) =>
      pathsIn(extension, kind).map((path) => readContributed(extension, kind, path, log)),
    ),
  );
  return (await Promise.all(read)).filter((file) => file !== undefined);
}

/** Tells the server when extensions come or go. */
export function followContributedKnowledge(
  client: BaseLanguageClient,
  log: LogOutputChannel,
  first: readonly ContributedFile[],
): Disposable {
  let sent = JSON.stringify(first);
  return extensions.onDidChange(async () => {
    const files = await contributedKnowledge(log);
    const text = JSON.stringify(files);
    // Most extensions have nothing to do with us.
    if (text === sent || !client.isRunning()) return;
    sent = text;
    await client.sendNotification(ContributedKnowledgeNotification, { files });
  });
}

/** What a manifest names; anything else in it is nobody's mistake but its author's. */
function pathsIn({ packageJSON }: Extension<unknown>, kind: ContributedFile['kind']): readonly string[] {
  const manifest = packageJSON as {
    readonly contributes?: { readonly ocppConfig?: Readonly<Record<string, unknown>> };
  };
  const paths = manifest.contributes?.ocppConfig?.[kind];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}

async function readContributed(
  { id, extensionUri }: Extension<unknown>,
  kind: ContributedFile['kind'],
  path: string,
  log: LogOutputChannel,
): Promise<ContributedFile | undefined> {
  const origin = `${id}/${path.replace(/^\.\//, '')}`;
  const uri = Uri.joinPath(extensionUri, path);
  if (!uri.path.startsWith(`${extensionUri.path}/`)) {
    log.warn(`${origin} lies outside of its extension and is not read.`);
    return undefined;
  }
  try {
    if ((await workspace.fs.stat(uri)).size > LARGEST_FILE) {
      log.warn(`${origin} is larger than 1 MB and is not read.`);
      return undefined;
    }
    return { kind, origin, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch (error) {
    log.warn(`${origin} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
