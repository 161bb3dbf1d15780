import * as l10n from '@vscode/l10n';
import { entryRule } from './rule.ts';
import { itemRange } from './support/item-range.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { type MeasurandItem, measurandItems, rewrittenList } from './support/measurand-items.ts';
import { isWritten } from './support/purpose.ts';

/** A measurand that an AC station has no way to know. */
export const dcMeasurandOnAc = entryRule<MeasurandItem>({
  id: 'dc-measurand-on-ac',
  group: 'together',
  severity: 'information',
  title: 'Measurand of DC on an AC station',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    const { current } = scope.station;
    // A station that reports such an item takes it.
    if (current.value !== 'AC' || current.fromValues === true || !isWritten(scope)) return undefined;
    return measurandItems(entry, scope).filter(({ facts }) => facts.notOn === 'AC');
  },
  word: ({ item, facts }, entry, scope) => ({
    what: l10n.t(
      '{0} is for DC, and this is an AC station ({1}).',
      facts.name,
      scope.station.current.because,
    ),
    why: l10n.t(
      'Ordinary AC charging has no way to know it, and a strict station refuses the whole list because of it.',
    ),
    todo: l10n.t("Take it out, unless the model's manual has it."),
    range: itemRange(item, entry, scope),
  }),
  fix: ({ item: unwanted, facts }, entry) => [
    {
      title: l10n.t('Take {0} out of the list', facts.name),
      safe: false,
      changes: [rewrittenList(entry, (item) => (item === unwanted ? undefined : item.text))],
    },
  ],
});
