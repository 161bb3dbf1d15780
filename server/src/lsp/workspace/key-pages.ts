import { KeyPageRequest, KeyPagesChangedNotification } from '../../../../protocol/messages.ts';
import { identityOfEntry } from '../../features/key-index.ts';
import { type KeySubject, keyPage, keySubjectAt, keySubjectNamed } from '../../features/key-page.ts';
import { toRange } from '../convert.ts';
import { type Requests, runLogged } from '../requests.ts';
import type { Session } from '../session.ts';
import { DefinitionRequest, type Location, type LocationLink } from '../vscode-languageserver.ts';
import type { Workspace } from './workspace.ts';

/** Pages are short of nothing: a definition leads to their first line. */
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * Go to definition leads from a key to all that is known of it: a page that the editor shows, fed by the server. An
 * editor that has no place for such pages gets no definition; a hover says the most important there.
 */
export function answerDefinitions(session: Session, requests: Requests): void {
  const { keyPages } = session.options;
  if (keyPages === undefined) return;
  requests.on(DefinitionRequest.type, null, async ({ textDocument, position }) => {
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    const subject = keySubjectAt(understood, snapshot.lines.offsetAt(position));
    if (subject === undefined) return null;
    const uri = addressOfPage(keyPages, subject.name, textDocument.uri);
    if (!session.abilities.definitionLinks) return { uri, range: START } satisfies Location;
    const link: LocationLink = {
      originSelectionRange: toRange(snapshot.lines, subject.range),
      targetUri: uri,
      targetRange: START,
      targetSelectionRange: START,
    };
    return [link];
  });
}

/** Answers with the page behind such an address. What it says of the workspace grows while that is searched. */
export function answerKeyPages(session: Session, requests: Requests, workspace: Workspace): void {
  const { connection } = session;
  let isTold = false;
  requests.on(KeyPageRequest, null, async ({ uri }, token) => {
    const { name, from } = namesInAddress(uri) ?? {};
    if (name === undefined || from === undefined) return null;
    const { keys } = await workspace.searchedSoFar();
    if (!workspace.isSearched && !isTold) {
      isTold = true;
      runLogged(connection, 'searching the workspace', async () => {
        await workspace.searched(token);
        await connection.sendNotification(KeyPagesChangedNotification, {});
      });
    }
    const { understood } = (await workspace.understand(session.nameOf(from), token)) ?? {};
    const subject = understood && keySubjectNamed(understood, name);
    if (subject === undefined) return null;
    return keyPage(subject.match, subject.scope, {
      places: keys.placesOf(identityOf(subject)),
      state: workspace.isSearched ? 'complete' : 'searching',
      addressOf: ({ file, span }) => `${session.addressOf(file)}#L${span.start.line + 1}`,
      shownFile: ({ file }) => shownName(file, session),
      ruleAddress: (rule) => session.pages.addressOf(rule),
    });
  });
}

function identityOf({ name, scope, match }: KeySubject): string {
  const entry = scope.entries.find((candidate) => candidate.entry.address.name === name);
  if (entry !== undefined) return identityOfEntry(entry, scope);
  return (match.kind === 'lookalike' ? name : match.facts.name).toLowerCase();
}

/** `ocpp-config:/keys/HeartbeatInterval.md?file:///stations/a.json`: the key, and the file that decides what is known. */
function addressOfPage(keyPages: string, name: string, from: string): string {
  return `${keyPages}${encodeURIComponent(name)}.md?${encodeURIComponent(from)}`;
}

function namesInAddress(uri: string): { readonly name: string; readonly from: string } | undefined {
  const [, name, from] = /\/([^/?]+)\.md\?(.+)$/.exec(uri) ?? [];
  if (name === undefined || from === undefined) return undefined;
  try {
    return { name: decodeURIComponent(name), from: decodeURIComponent(from) };
  } catch {
    // An address that is none of ours.
    return undefined;
  }
}

/** As seen from the folder that is open. */
function shownName(file: string, { folders }: Session): string {
  const inner = folders.all
    .map(({ tree, path }) => `${tree}${path}/`)
    .filter((start) => file.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];
  return inner === undefined ? file.slice(file.lastIndexOf('/') + 1) : file.slice(inner.length);
}
