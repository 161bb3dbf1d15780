import * as l10n from '@vscode/l10n';
import { listWords } from '../catalog/expectations.ts';
import type { StationContext } from '../model/station.ts';
import { entryRule } from './rule.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { type MeasurandItem, measurandItems, nameOf, rewrittenList } from './support/measurand-items.ts';
import { isWritten } from './support/purpose.ts';

interface MissingPhases {
  readonly items: readonly MeasurandItem[];
  /** What the station has instead, and why we think so. */
  readonly station: 'dc' | 'one-phase';
  readonly because: string;
}

/** Measurands of phases on a station that has none, or only one. */
export const phaseThatStationLacks = entryRule<MissingPhases>({
  id: 'phase-that-station-lacks',
  group: 'together',
  severity: 'warning',
  title: 'Phase that the station does not have',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    // A station that reports such an item takes it.
    if (!isWritten(scope)) return undefined;
    const lack = lackOf(scope.station);
    if (lack === undefined) return undefined;
    const items = measurandItems(entry, scope).filter(
      // Where no phase is legal at all, that is the mistake.
      ({ facts, phase }) => phase !== undefined && facts.phases.includes(phase) && lack.lacks(phase),
    );
    return items.length === 0 ? undefined : [{ items, ...lack }];
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

interface Lack {
  readonly station: MissingPhases['station'];
  readonly because: string;
  readonly lacks: (phase: string) => boolean;
}

/** Which phases the station cannot have. What its values show is not held against them. */
function lackOf({ current, phases }: StationContext): Lack | undefined {
  if (current.value === 'DC' && current.fromValues !== true) {
    return { station: 'dc', because: current.because, lacks: () => true };
  }
  if (current.value === 'DC' || phases.value !== 1) return undefined;
  return { station: 'one-phase', because: phases.because, lacks: (phase) => !/^(L1|L1-N|N)$/.test(phase) };
}
