import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { type MeasurandItem, measurandItems, rewrittenList } from './support/measurand-items.ts';
import { severityOf } from './support/purpose.ts';

interface Overlap {
  /** Those without a phase. */
  readonly wholes: readonly [MeasurandItem, ...MeasurandItem[]];
  readonly phased: readonly MeasurandItem[];
}

/** Measurands as a whole, and again by phase. */
export const measurandWithAndWithoutPhase = entryRule<Overlap>({
  id: 'measurand-with-and-without-phase',
  group: 'together',
  severity: 'information',
  title: 'Measurand with and without its phases',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    // Where there are no phases at all, that is the mistake.
    const { current } = scope.station;
    if (current.value === 'DC' && current.fromValues !== true) return undefined;
    const items = measurandItems(entry, scope);
    const byPhase = items.filter(({ phase }) => phase !== undefined);
    const [first, ...others] = items.filter(
      ({ facts, phase }) => phase === undefined && byPhase.some((item) => item.facts === facts),
    );
    if (first === undefined) return undefined;
    const wholes = [first, ...others] as const;
    const twice = new Set(wholes.map(({ facts }) => facts));
    return [{ wholes, phased: byPhase.filter(({ facts }) => twice.has(facts)) }];
  },
  word: ({ wholes, phased }, entry, scope) => ({
    what: l10n.t(
      'The list has {0} as a whole and by phase; the name alone means all phases already.',
      listWords(wholes.map(({ facts }) => facts.name)),
    ),
    why: l10n.t('Readings come twice, take places in a list whose length is limited, and may be added up.'),
    todo: l10n.t('Keep the form that the station understands.'),
    severity: severityOf(scope, 'information', 'hint'),
    range: itemRange(wholes[0].item, entry, scope),
    related: phased.map(({ item }) => ({
      range: itemRange(item, entry, scope),
      message: l10n.t('the same by phase'),
    })),
  }),
  fix({ wholes, phased }, entry) {
    const without = (unwanted: readonly MeasurandItem[]) =>
      rewrittenList(entry, (item) => (unwanted.some((one) => one.item === item) ? undefined : item.text));
    return [
      { title: l10n.t('Keep the names without phases'), safe: false, changes: [without(phased)] },
      { title: l10n.t('Keep the names with phases'), safe: false, changes: [without(wholes)] },
    ];
  },
});
