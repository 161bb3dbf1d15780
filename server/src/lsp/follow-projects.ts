import { ContributedKnowledgeNotification } from '../../../protocol/messages.ts';
import type { ContributedFile } from '../project/base-knowledge.ts';
import { placeOf } from './place.ts';
import { runLogged } from './requests.ts';
import type { Session } from './session.ts';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from './vscode-languageserver.ts';

/** How long a project file must rest before open files are looked at anew: somebody may be typing in it. */
const DELAY = 150;

/**
 * Packs and profiles may have any name; the server knows which of the files concern it. Of a folder that is gone, or moved,
 * editors tell by its own name and not by those of the files in it.
 */
const WATCHERS: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.json', kind: WatchKind.Change },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/**
 * Project files, packs and profiles hold as they are now, in the editor or on the disk. Returns what to call when they
 * may all be others.
 */
export function followProjects(session: Session, onChanged: () => void): () => void {
  const { connection, documents, projects } = session;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    // At once, so that nothing is answered from what was; the news can wait for a pause.
    session.projectsChanged();
    clearTimeout(timer);
    timer = setTimeout(onChanged, DELAY);
  };
  documents.onDidChangeContent(({ document }) => {
    const place = placeOf(document.uri);
    if (place === undefined) return;
    projects.exists(place);
    if (projects.differs(place, document.text)) changed();
  });
  documents.onDidClose(({ document }) => {
    // What is on the disk counts again, which may be something else.
    const place = placeOf(document.uri);
    if (place !== undefined && projects.concerns([place])) changed();
  });
  session.onDidChangeFiles((changes) => {
    const places = (wanted: readonly FileEvent[]) => wanted.flatMap(({ uri }) => placeOf(uri) ?? []);
    const isDeleted = ({ type }: FileEvent) => type === FileChangeType.Deleted;
    projects.deleted(places(changes.filter(isDeleted)));
    for (const place of places(changes.filter((change) => !isDeleted(change)))) projects.exists(place);
    if (projects.concerns(places(changes))) changed();
  });
  connection.onNotification(ContributedKnowledgeNotification, ({ files }) => {
    projects.contribute(contributedFiles(files));
    changed();
  });
  projects.contribute(contributedFiles(session.options.contributed));
  return changed;
}

/** Asks the editor to tell of changes on the disk, where it can; once it is ready to be asked. */
export function watchProjectFiles({ abilities, connection }: Session): void {
  if (!abilities.watchesFiles) return;
  runLogged(connection, 'client/registerCapability', async () => {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [...WATCHERS] });
  });
}

/** What a client says that extensions bring, as far as it is of the right form. */
function contributedFiles(sent: unknown): readonly ContributedFile[] {
  if (!Array.isArray(sent)) return [];
  return sent.flatMap((file: unknown): readonly ContributedFile[] => {
    if (typeof file !== 'object' || file === null) return [];
    const { kind, origin, text } = file as Readonly<Record<string, unknown>>;
    const isKind = kind === 'packs' || kind === 'profiles';
    return isKind && typeof origin === 'string' && typeof text === 'string' ? [{ kind, origin, text }] : [];
  });
}
