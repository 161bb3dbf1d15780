import * as l10n from '@vscode/l10n';
import { entryRange } from '../resolve/entry-range.ts';
import { connectorCount, connectorOf } from '../resolve/family.ts';
import { entryRule } from './rule.ts';
import { severityOf } from './support/purpose.ts';

interface Beyond {
  readonly connector: number;
  readonly count: number;
}

/** A key for a connector that the station does not have. */
export const connectorThatStationLacks = entryRule<Beyond>({
  id: 'connector-that-station-lacks',
  group: 'together',
  severity: 'warning',
  title: 'Key for a connector that the station does not have',
  since: '0.2.0',
  concerns: (facts) => facts.connectorCountKey !== undefined,
  find(entry, scope) {
    if (entry.facts?.connectorCountKey === undefined) return undefined;
    const connector = connectorOf(entry);
    const count = connectorCount(entry.facts, scope);
    if (connector === undefined || count === undefined) return undefined;
    return connector >= 1 && connector <= count ? undefined : [{ connector, count }];
  },
  word: ({ connector, count }, { entry, facts }, scope) => {
    const stated =
      facts?.connectorCountKey === undefined ? undefined : scope.entryFor(facts.connectorCountKey);
    return {
      what:
        count === 1
          ? l10n.t(
              '{0} is for connector {1}, and the station has one connector.',
              entry.address.name,
              connector,
            )
          : l10n.t(
              '{0} is for connector {1}, and the station has {2} connectors.',
              entry.address.name,
              connector,
              count,
            ),
      why: l10n.t(
        'Who checks a receipt with it takes the key of another meter, and the receipt seems forged.',
      ),
      todo: l10n.t('Find out which meter it belongs to; connectors count from 1.'),
      range: entry.keyRange,
      severity: severityOf(scope, 'warning', 'information'),
      related:
        stated === undefined
          ? []
          : [
              {
                range: entryRange(stated),
                message: l10n.t('so many connectors'),
              },
            ],
    };
  },
  fix: () => [],
});
