import * as l10n from '@vscode/l10n';
import { ruleLinksIn } from '../features/document-links.ts';
import { type LinkTarget, ownFileLinks } from '../project/own-file-links.ts';
import { nameOf } from '../project/paths.ts';
import { isOwnFileName } from '../project/project-file.ts';
import { problemIds } from '../rules/index.ts';
import { LineIndex } from '../text/line-index.ts';
import { toRange } from './convert.ts';
import type { FileTree, Place } from './place.ts';
import { addressOf } from './project-store.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';
import { type DocumentLink, DocumentLinkRequest } from './vscode-languageserver.ts';

/** Answers which places of a document lead somewhere: to pages of rules, packs, profiles and sources. */
export function answerDocumentLinks(session: Session, requests: Requests): void {
  requests.on(DocumentLinkRequest.type, null, async ({ textDocument: { uri } }) => {
    const place = session.folders.placeOf(uri);
    if (place !== undefined && (await isOwnFile(session, uri, place))) {
      return linksOfOwnFile(session, uri, place);
    }
    const { snapshot, understood } = (await session.understand(uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    return ruleLinksIn(understood).map(({ range, rule }) => ({
      range: toRange(snapshot.lines, range),
      target: session.pages.addressOf(rule),
      ...tooltip(session, l10n.t('What this rule checks')),
    }));
  });
}

async function isOwnFile(session: Session, uri: string, { path }: Place): Promise<boolean> {
  if (isOwnFileName(nameOf(path))) return true;
  const { project, base } = (await session.knowledgeFor(uri)) ?? {};
  return [...(project?.files ?? []), ...(base?.files ?? [])].some((file) => file.path === path);
}

async function linksOfOwnFile(session: Session, uri: string, place: Place): Promise<DocumentLink[] | null> {
  const text = session.documents.get(uri)?.text;
  if (text === undefined) return null;
  const { project, shelf } = (await session.knowledgeFor(uri)) ?? {};
  // Nothing can be shown of a folder, nor of what is not there.
  const dead = new Set([...(project?.folders ?? []), ...(project?.missing ?? [])]);
  const { platform } = session;
  const { crossKeyRules } = shelf?.catalog ?? platform.knowledge(undefined).catalog;
  const profiles = (shelf?.source ?? platform.bundled).operatorProfiles();
  const rules = new Set(problemIds(crossKeyRules, profiles));
  const lines = new LineIndex(text);
  return ownFileLinks(text, place.path).flatMap(({ range, to }): readonly DocumentLink[] => {
    if (to.kind === 'file' && dead.has(to.path)) return [];
    if (to.kind === 'rule' && !rules.has(to.id)) return [];
    const target = addressFor(session, { to, lines, uri, tree: place.tree });
    return [{ range: toRange(lines, range), target, ...tooltip(session, tooltipFor(to)) }];
  });
}

interface LinkContext {
  readonly to: LinkTarget;
  /** The file that the link stands in. */
  readonly lines: LineIndex;
  readonly uri: string;
  readonly tree: FileTree;
}

function addressFor(session: Session, { to, lines, uri, tree }: LinkContext): string {
  switch (to.kind) {
    case 'file':
      return addressOf({ tree, path: to.path }, session.documents.all());
    case 'rule':
      return session.pages.addressOf(to.id);
    case 'address':
      return to.url;
    case 'place': {
      // As editors write the line and column that they open a file at.
      const { line, character } = lines.positionAt(to.offset);
      return `${uri}#L${line + 1},${character + 1}`;
    }
  }
}

function tooltipFor({ kind }: LinkTarget): string {
  switch (kind) {
    case 'file':
      return l10n.t('Open this file');
    case 'rule':
      return l10n.t('What this rule checks');
    case 'address':
      return l10n.t('Open the source');
    case 'place':
      return l10n.t('Where this source is described');
  }
}

function tooltip({ abilities }: Session, text: string): Pick<DocumentLink, 'tooltip'> {
  return abilities.linkTooltips ? { tooltip: text } : {};
}
