import * as l10n from '@vscode/l10n';
import type { Catalog } from '../catalog/catalog.ts';
import type { Fix, Severity } from '../model/problem.ts';
import type { ListItem } from '../resolve/lists.ts';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { isPhaseRotation } from './support/kinds-of-keys.ts';
import { isWritten, severityOf } from './support/purpose.ts';

interface RotationMistake {
  readonly item: ListItem;
  readonly what: string;
  readonly todo: string;
  /** Where it is another one than warning. */
  readonly severity?: Severity;
  /** The item as it should be, where only one thing can be meant. */
  readonly meant?: string;
  /** Only its case or blanks are wrong. */
  readonly sameMeaning?: boolean;
}

/** A phase rotation that is not of the form `1.RST,2.RTS`, or speaks of connectors that do not exist. */
export const phaseRotation = entryRule<RotationMistake>({
  id: 'phase-rotation',
  group: 'values',
  severity: 'warning',
  title: 'Phase rotation that says nothing',
  since: '0.1.0',
  concerns: isPhaseRotation,
  find(entry, scope) {
    const { value, facts } = entry;
    if (value.kind !== 'list' || facts?.items?.of !== 'phase-rotation' || isReportedFact(entry, scope)) {
      return undefined;
    }
    const countKey = facts.items.connectorCountKey;
    const count = countKey === undefined ? undefined : scope.entryFor(countKey)?.value;
    // The same item again is an untidy list, which a rule on written lists says.
    const items = isWritten(scope) ? withoutRepeats(value.items) : value.items;
    return mistakesIn(items, scope.catalog, count?.kind === 'number' ? count.value : undefined);
  },
  word: ({ item, what, todo, severity = 'warning' }, entry, scope) => ({
    what,
    why: l10n.t('Load balancing then throttles the wrong phase or none.'),
    todo,
    severity: severityOf(scope, severity, 'hint'),
    range: itemRange(item, entry, scope),
  }),
  fix({ item, meant, sameMeaning }, entry, scope): readonly Fix[] {
    if (meant === undefined) return [];
    return [
      {
        title: l10n.t('Write {0}', meant),
        safe: sameMeaning === true,
        changes: [{ kind: 'replace-text', range: itemRange(item, entry, scope), newText: meant }],
      },
    ];
  },
});

function withoutRepeats(items: readonly ListItem[]): readonly ListItem[] {
  const seen = new Set<string>();
  return items.filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
}

function mistakesIn(
  items: readonly ListItem[],
  catalog: Catalog,
  connectors: number | undefined,
): RotationMistake[] {
  const mistakes: RotationMistake[] = [];
  const seen = new Set<number>();
  for (const item of items) {
    if (item.text === '') continue;
    const mistake = mistakeIn(item, catalog, connectors, seen);
    if (mistake !== undefined) mistakes.push({ item, ...mistake });
  }
  return mistakes;
}

function mistakeIn(
  { text }: ListItem,
  catalog: Catalog,
  connectors: number | undefined,
  seen: Set<number>,
): Omit<RotationMistake, 'item'> | undefined {
  const dot = text.indexOf('.');
  const rotations = catalog.phaseRotations.map((named) => named.value);
  const rotation = text.slice(dot + 1);
  const canonical = rotations.find((value) => value.toLowerCase() === rotation.toLowerCase());
  const form = l10n.t("Write the connector's number, a dot and the rotation: 1.RST.");
  if (dot < 0) {
    const only = canonical !== undefined && connectors === 1 ? `1.${canonical}` : undefined;
    return {
      what: l10n.t('"{0}" does not say for which connector it holds.', text),
      todo: form,
      // A word for "not known" or "none" is taken by many stations, a bare rotation by hardly any.
      severity: /^(unknown|notapplicable)$/i.test(text) ? 'warning' : 'error',
      ...(only === undefined ? {} : { meant: only }),
    };
  }
  const number = text.slice(0, dot);
  if (!/^(0|[1-9][0-9]{0,2})$/.test(number)) {
    return { what: l10n.t('"{0}" is no connector number.', number), todo: form, severity: 'error' };
  }
  if (canonical === undefined) {
    return {
      what: l10n.t('"{0}" is no phase rotation.', rotation),
      todo: l10n.t('Use one of {0}.', rotations.join(', ')),
      severity: 'error',
    };
  }
  const connector = Number(number);
  if (connectors !== undefined && connector > connectors) {
    return {
      what: l10n.t('There is no connector {0}: the station has {1}.', connector, connectors),
      todo: l10n.t('Remove it or correct the number.'),
    };
  }
  if (seen.has(connector)) {
    return {
      what: l10n.t('Connector {0} has two rotations.', connector),
      todo: l10n.t('Keep the right one.'),
      severity: 'error',
    };
  }
  seen.add(connector);
  if (canonical === rotation) return undefined;
  return {
    what: l10n.t('"{0}" is written {1} in OCPP.', rotation, canonical),
    todo: l10n.t('Write {0}.', canonical),
    meant: `${number}.${canonical}`,
    sameMeaning: true,
  };
}
