import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/catalog.ts';
import type { KeyFacts } from '../catalog/knowledge.ts';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { VendorNotes } from '../catalog/vendor-knowledge.ts';
import { escaped, link } from './markdown.ts';
import { basisWords, ownPackOf, vendorSources } from './vendor-words.ts';

/** More links than this for what a vendor pack says help nobody. */
const MOST_VENDOR_SOURCES = 2;

/**
 * Where the facts of a key are from, as links: the document that defines it, what a vendor pack draws on, and the
 * operator's where it advises.
 */
export function sourceLine(facts: KeyFacts, catalog: Catalog, operator: OperatorProfile | undefined): string {
  const notes = catalog.vendorNotes(facts);
  const links = [
    ...(notes?.own === undefined ? [definition(facts, catalog)] : []),
    ...(notes === undefined ? [] : vendorLinks(notes, catalog)),
    ...(operator === undefined ? [] : [link(operator.source.title, operator.source.url)]),
  ];
  const ownPack = notes === undefined ? undefined : ownPackOf(notes);
  const sources = `${links.join(' · ')}${doubtOf(facts, notes)}`;
  return ownPack === undefined
    ? l10n.t('Source: {0}', sources)
    : l10n.t('Source: {0}, from {1}', sources, escaped(ownPack));
}

function definition({ definedIn: { source: id, section } }: KeyFacts, catalog: Catalog): string {
  const source = catalog.source(id);
  return `${link(source?.title ?? id, source?.url)}${section === undefined ? '' : `, ${escaped(section)}`}`;
}

function vendorLinks(notes: VendorNotes, catalog: Catalog): readonly string[] {
  return vendorSources(notes)
    .slice(0, MOST_VENDOR_SOURCES)
    .flatMap((id) => {
      const source = catalog.source(id);
      return source === undefined ? [] : [link(source.title, source.url)];
    });
}

function doubtOf({ confidence }: KeyFacts, notes: VendorNotes | undefined): string {
  if (notes?.own !== undefined) {
    const basis = basisWords(notes);
    return basis === undefined ? '' : ` (${escaped(basis)})`;
  }
  switch (confidence) {
    case 'standard':
      return '';
    case 'second-hand':
      return ` (${l10n.t('known at second hand')})`;
    case 'single-implementation':
      return ` (${l10n.t('known from one implementation only')})`;
  }
}
