import * as l10n from '@vscode/l10n';
import { isReportedFact } from '../resolve/reported-fact.ts';
import { entryRule } from './rule.ts';
import { isMeasurandList } from './support/kinds-of-keys.ts';
import { measurandItems, rewrittenList } from './support/measurand-items.ts';
import { severityOf } from './support/purpose.ts';

/** A list of nothing but what flows back from the car. */
export const onlyExportMeasurands = entryRule<'export'>({
  id: 'only-export-measurands',
  group: 'together',
  severity: 'warning',
  title: 'Only measurands of energy given back',
  since: '0.2.0',
  concerns: isMeasurandList,
  find(entry, scope) {
    const items = measurandItems(entry, scope);
    return items.length > 0 && items.every(({ facts }) => facts.counterpart !== undefined)
      ? ['export']
      : undefined;
  },
  word: (_, { name }, scope) => ({
    what: l10n.t('{0} has only measurands of Export: what flows back from the car into the grid.', name),
    why: l10n.t('At an ordinary station all of them are 0 or missing, and nothing can be billed.'),
    todo: l10n.t('Use Import, unless the station really feeds back.'),
    severity: severityOf(scope, 'warning', 'information'),
  }),
  fix(_, entry, scope) {
    if (isReportedFact(entry, scope)) return [];
    const meant = new Map(
      measurandItems(entry, scope).map(({ item, facts, phase }) => {
        const name = facts.counterpart ?? facts.name;
        return [item, phase === undefined ? name : `${name}.${phase}`];
      }),
    );
    return [
      {
        title: l10n.t('Write Import for Export'),
        safe: false,
        changes: [rewrittenList(entry, (item) => meant.get(item) ?? item.text)],
      },
    ];
  },
});
