import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import { entryRule } from './rule.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { type MeasurandItem, measurandItems, nameOf, rewrittenList } from './support/measurand-items.ts';
import { type MissingPhases, missingPhases } from './support/missing-phases.ts';
import { isWritten } from './support/purpose.ts';

interface ItemsOfMissingPhases extends MissingPhases {
  readonly items: readonly MeasurandItem[];
}

/** Measurands of phases on a station that has none, or only one. */
export const phaseThatStationLacks = entryRule<ItemsOfMissingPhases>({
  id: 'phase-that-station-lacks',
  group: 'together',
  severity: 'warning',
  title: 'Phase that the station does not have',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    // A station that reports such an item takes it.
    if (!isWritten(scope)) return undefined;
    const missing = missingPhases(scope.station);
    if (missing === undefined) return undefined;
    const items = measurandItems(entry, scope).filter(
      // Where no phase is legal at all, that is the mistake.
      ({ facts, phase }) =>
        phase !== undefined &&
        facts.phases.includes(phase) &&
        (missing.station === 'dc' || !PHASES_OF_ONE.test(phase)),
    );
    return items.length === 0 ? undefined : [{ items, ...missing }];
  },
  word({ items, station, because }) {
    const names = listWords(items.map(nameOf));
    return {
      what:
        station === 'dc'
          ? l10n.t('{0}: a DC station has no phases ({1}).', names, because)
          : l10n.t('{0}: this station has one phase ({1}).', names, because),
      why: l10n.t('A station that does not know one item refuses the whole list and keeps its old one.'),
      todo: l10n.t('Write the name without the phase.'),
    };
  },
  fix({ items }, entry) {
    const bare = new Map(items.map(({ item, facts }) => [item, facts.name]));
    return [
      {
        title: l10n.t('Leave these phases out'),
        safe: false,
        changes: [rewrittenList(entry, (item) => bare.get(item) ?? item.text)],
      },
    ];
  },
});

const PHASES_OF_ONE = /^(L1|L1-N|N)$/;
