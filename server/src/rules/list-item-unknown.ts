import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/catalog.ts';
import type { KeyFacts, ListValue } from '../catalog/knowledge.ts';
import type { Fix } from '../model/problem.ts';
import type { ListItem } from '../resolve/lists.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import type { ResolvedEntry } from '../resolve/resolve.ts';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { nameOf } from './support/measurand-items.ts';
import { severityOf } from './support/purpose.ts';
import { isLanguageTag } from './support/string-formats.ts';

interface UnknownItem {
  readonly facts: KeyFacts;
  readonly item: ListItem;
  /** Why it is none, where that is known. */
  readonly note: string | undefined;
  /** What was meant: the same name in another case, a near name, a name without its illegal phase. */
  readonly meant: string | undefined;
  /** Only the case is wrong. */
  readonly sameLetters: boolean;
  /** The standard has it, but this vendor's stations do not take it. */
  readonly refusedBy?: string;
}

/** An item that the list's key does not know. */
export const listItemUnknown = entryRule<UnknownItem>({
  id: 'list-item-unknown',
  group: 'values',
  severity: 'error',
  title: 'Unknown item in a list',
  since: '0.1.0',
  concerns: (facts) => facts.items !== undefined,
  find(entry, scope) {
    const { facts, value } = entry;
    if (value.kind !== 'list' || facts?.items === undefined || isReportedFact(entry, scope)) return undefined;
    const found: UnknownItem[] = [];
    for (const item of value.items) {
      if (item.text === '') continue;
      const mistake = mistakeIn(item, facts, scope.catalog) ?? refusalOf(item, facts, scope.catalog);
      if (mistake !== undefined) found.push({ facts, item, ...mistake });
    }
    return found;
  },
  word({ facts, item, note, meant, sameLetters, refusedBy }, entry, scope) {
    const written = shown(item.text);
    if (refusedBy !== undefined) {
      return {
        what: l10n.t('{0} stations do not take {1}.', refusedBy, written),
        why: l10n.t('They refuse the whole list because of it.'),
        todo: l10n.t('Remove it.'),
        severity: severityOf(scope, 'warning', 'hint'),
        range: itemRange(item, entry, scope),
      };
    }
    if (sameLetters) {
      return {
        what: l10n.t('{0} is written {1} in OCPP.', written, meant ?? ''),
        why: l10n.t('Stations compare these names exactly.'),
        todo: l10n.t('Write {0}.', meant ?? ''),
        severity: severityOf(scope, 'warning', 'hint'),
        range: itemRange(item, entry, scope),
      };
    }
    if (isWordForNothing(item, entry)) {
      return {
        what: emptyInstead(facts, written),
        why: l10n.t('A station that does not know one item refuses the whole list.'),
        todo: l10n.t('Leave the value empty.'),
        severity: severityOf(scope, 'warning', 'hint'),
        range: itemRange(item, entry, scope),
      };
    }
    return {
      what: note === undefined ? noneOf(facts, written) : `${noneOf(facts, written)} ${note}`,
      why: l10n.t('A station that does not know one item refuses the whole list.'),
      todo: meant === undefined ? l10n.t('Remove it.') : l10n.t('Use {0}.', meant),
      severity: severityOf(scope, 'error', 'hint'),
      range: itemRange(item, entry, scope),
    };
  },
  fix({ item, meant, sameLetters }, entry, scope) {
    const remove: Fix = {
      title: isWordForNothing(item, entry)
        ? l10n.t('Leave the list empty')
        : l10n.t('Remove {0} from the list', shown(item.text)),
      safe: false,
      changes: [{ kind: 'set-value', entry: entry.entry, value: withoutItem(entry, item) }],
    };
    if (meant === undefined) return [remove];
    const range = itemRange(item, entry, scope);
    const replace: Fix = {
      title: l10n.t('Write {0}', meant),
      safe: sameLetters,
      changes: [{ kind: 'replace-text', range, newText: meant }],
    };
    return sameLetters ? [replace] : [replace, remove];
  },
});

type Mistake = Omit<UnknownItem, 'facts' | 'item'>;

function mistakeIn(item: ListItem, facts: KeyFacts, catalog: Catalog): Mistake | undefined {
  switch (facts.items?.of) {
    case 'measurands':
      return measurandMistake(item.text, catalog);
    case 'values':
      return namedValueMistake(item.text, facts.items.values ?? []);
    case 'language-tags': {
      if (isLanguageTag(item.text)) return undefined;
      const meant = item.text.replaceAll('_', '-');
      return { note: undefined, meant: isLanguageTag(meant) ? meant : undefined, sameLetters: false };
    }
    case 'integers':
      return /^\d+$/.test(item.text) ? undefined : { note: undefined, meant: undefined, sameLetters: false };
    default:
      // `phase-rotation` has a rule of its own; the items of other lists are free.
      return undefined;
  }
}

function refusalOf({ text }: ListItem, facts: KeyFacts, catalog: Catalog): Mistake | undefined {
  const refused = catalog.vendorNotes(facts)?.refusedItems ?? [];
  if (!refused.some((item) => item.toLowerCase() === text.toLowerCase())) return undefined;
  return { note: undefined, meant: undefined, sameLetters: false, refusedBy: catalog.vendor?.name ?? '' };
}

/** Words that are written for "nothing" where an empty list says it. */
const NOTHING = new Set(['0', 'false', 'off', 'no', '-']);

function namedValueMistake(text: string, values: readonly ListValue[]): Mistake | undefined {
  if (values.some((named) => named.value === text)) return undefined;
  const packed = text.replaceAll(' ', '').toLowerCase();
  const same = values.find((named) => named.value.toLowerCase() === packed)?.value;
  if (same !== undefined) return { note: undefined, meant: same, sameLetters: true };
  return {
    note: undefined,
    meant: values.find((named) => named.mistakenFor?.includes(text))?.value,
    sameLetters: false,
  };
}

function measurandMistake(text: string, catalog: Catalog): Mistake | undefined {
  const match = catalog.measurand(text);
  if (match !== undefined) {
    const canonical = nameOf(match);
    if (match.phase !== undefined && !match.facts.phases.includes(match.phase)) {
      const note = l10n.t('{0} has no value for phase {1}.', match.facts.name, match.phase);
      return { note, meant: match.facts.name, sameLetters: false };
    }
    return canonical === text ? undefined : { note: undefined, meant: canonical, sameLetters: true };
  }
  const lookalike = catalog.notMeasurand(text);
  if (lookalike !== undefined)
    return { note: lookalike.note, meant: lookalike.useInstead, sameLetters: false };
  return { note: undefined, meant: catalog.nearestMeasurand(text)?.name, sameLetters: false };
}

function noneOf(facts: KeyFacts, written: string): string {
  switch (facts.items?.of) {
    case 'measurands':
      return l10n.t('{0} is no measurand of OCPP 1.6.', written);
    case 'language-tags':
      return l10n.t('{0} is no language tag.', written);
    case 'integers':
      return l10n.t('{0} is no number.', written);
    default:
      return l10n.t('{0} is no item of {1}.', written, facts.name);
  }
}

function emptyInstead(facts: KeyFacts, written: string): string {
  switch (facts.items?.of) {
    case 'measurands':
      return l10n.t('{0} is no measurand of OCPP 1.6: a list without items is left empty.', written);
    default:
      return l10n.t('{0} is no item of {1}: a list without items is left empty.', written, facts.name);
  }
}

/** The value's text without an item and the comma that belongs to it. */
function withoutItem({ entry, value }: ResolvedEntry, item: ListItem): string {
  const text = entry.value?.text ?? '';
  const items = value.kind === 'list' ? value.items : [];
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  if (before !== undefined) return text.slice(0, before.end) + text.slice(item.end);
  return after === undefined ? '' : text.slice(0, item.start) + text.slice(after.start);
}

function isWordForNothing(item: ListItem, { value }: ResolvedEntry): boolean {
  return value.kind === 'list' && value.items.length === 1 && NOTHING.has(item.text.toLowerCase());
}

/** Items come from the file and may be anything. */
function shown(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 59)}…"` : `"${text}"`;
}
